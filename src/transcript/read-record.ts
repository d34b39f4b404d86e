import { z } from 'zod'
import { type InterviewRecord, interviewRecordSchema, unknownFieldsSchema } from '#src/domain/interview-record.ts'
import { takeBoards } from './boards-of-turns.ts'
import { TranscriptError } from './read-transcript.ts'
import { readRecordBlock } from './record-block.ts'
import { type Recorded, recordContent } from './record-to-json.ts'
import { withToldScenes } from './told-scenes.ts'
import { unknownIn } from './unknown-fields.ts'

const edited =
  'was changed after it was written: what was said in it is not what its record holds. An interview stays as it was said; take the changed one in as a transcript from elsewhere (Import).'
const noRecord =
  'holds no record of an interview. Files that Hotseat exports as JSON or Markdown do; a transcript from elsewhere is imported instead.'

/** Reads an interview out of a file that was exported as JSON or Markdown; `name` names the file in messages. Throws TranscriptError. */
export function readRecord(text: string, name: string): Recorded {
  const clean = text.replace(/^\uFEFF/, '')
  return /^\s*\{/.test(clean) ? fromJson(clean, name) : fromMarkdown(clean, name)
}

function fromJson(text: string, name: string): Recorded {
  const content = attempt(() => JSON.parse(text) as unknown, `${name} is not whole JSON`)
  if (typeof content !== 'object' || content === null || !('record' in content)) throw new TranscriptError(`${name} ${noRecord}`)
  const turns = 'turns' in content ? content.turns : undefined
  const record = recordOf(withToldScenes(content.record, turns), name)
  const written = recordContent(record)
  if (wordsIn(content) !== wordsIn(written)) throw new TranscriptError(`${name} ${edited}`)
  const unknown = unknownIn({ ...content, record: null }, { question: null, objections: null, reviews: null, ...written })
  return { record, unknownFields: unknown.length === 0 ? null : unknown }
}

function fromMarkdown(text: string, name: string): Recorded {
  const block = attempt(() => readRecordBlock(text), `The block at the end of ${name} is damaged`)
  if (block === null) throw new TranscriptError(`${name} ${noRecord}`)
  if (block.isEdited) throw new TranscriptError(`${name} ${edited}`)
  const { record, unknownFields } = attempt(() => blockSchema.parse(block.content), `The block at the end of ${name} is damaged`)
  return { record: recordOf(record, name), unknownFields }
}

const blockSchema = z.object({ record: z.unknown(), unknownFields: unknownFieldsSchema.nullable() })

function recordOf(content: unknown, name: string): InterviewRecord {
  const version = (content as { version?: unknown } | null)?.version
  if (typeof version === 'number' && version > 1)
    throw new TranscriptError(`${name} was written by a newer Hotseat (version ${version} of the record): update Hotseat first.`)
  const read = interviewRecordSchema.safeParse(content)
  if (read.success) return withBoards(read.data)
  const [issue] = read.error.issues
  throw new TranscriptError(`The record in ${name} is damaged: ${issue?.path.join('.')}: ${issue?.message}`)
}

/** Before there were boards, a drawing stood with its turn alone. */
function withBoards(record: InterviewRecord): InterviewRecord {
  const after = Math.max(0, ...record.boards.map(({ revision }) => revision))
  const { turns, boards } = takeBoards(record.turns, after)
  if (boards.length === 0) return record
  const made = boards.map((board) => ({ ...board, createdAt: record.turns[(board.turn ?? 1) - 1]?.createdAt ?? 0 }))
  return { ...record, turns, boards: [...record.boards, ...made] }
}

/** What was said and typed, by whom; only that tells whether a transcript is the one that was recorded. */
function wordsIn(content: object): string {
  const turns = 'turns' in content && Array.isArray(content.turns) ? (content.turns as unknown[]) : []
  return JSON.stringify(
    turns.map((turn) => {
      const { speaker, text, artifacts } = (turn ?? {}) as { speaker?: unknown; text?: unknown; artifacts?: { text?: unknown }[] }
      return [speaker, text, Array.isArray(artifacts) ? artifacts.map((one) => one?.text) : []]
    }),
  )
}

function attempt<T>(read: () => T, fault: string): T {
  try {
    return read()
  } catch (cause) {
    throw new TranscriptError(`${fault}: ${cause instanceof Error ? cause.message : String(cause)}`, { cause })
  }
}
