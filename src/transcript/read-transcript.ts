import type { z } from 'zod'
import { type Transcript, transcriptSchema } from '#src/domain/transcript.ts'
import { wordsOfDrawing } from './boards-of-turns.ts'

/** A file that is no transcript. `message` names the file, the places in it, and what was expected there. */
export class TranscriptError extends Error {
  override name = 'TranscriptError'
}

const mostFaults = 20

/** Reads the JSON form; `source` names the file in messages. A single `question` or `artifact` counts as a list of one. Throws TranscriptError. */
export function readTranscript(text: string, source: string): Transcript {
  const parsed = transcriptSchema.safeParse(withLists(parseJson(text.replace(/^\uFEFF/, ''), source)))
  const faults = parsed.success ? beginningsOutside(parsed.data) : parsed.error.issues.map(faultOf)
  if (parsed.success && faults.length === 0) return parsed.data
  const more = faults.length > mostFaults ? [`… and ${faults.length - mostFaults} more`] : []
  throw new TranscriptError(`${source} is not a transcript:\n${[...faults.slice(0, mostFaults), ...more].join('\n')}`)
}

/** Questions that are said to begin after the last turn. */
const beginningsOutside = ({ questions, turns }: Transcript): string[] =>
  questions.flatMap(({ firstTurn = 0 }, index) =>
    firstTurn > turns.length
      ? [`questions[${index}].firstTurn: ${firstTurn} is more than the ${turns.length} turns there are`]
      : [],
  )

function parseJson(text: string, source: string): unknown {
  if (text.trim() === '') throw new TranscriptError(`${source} is empty.`)
  try {
    return JSON.parse(text)
  } catch (cause) {
    throw new TranscriptError(`${source} is not JSON: ${cause instanceof Error ? cause.message : String(cause)}`, { cause })
  }
}

/** The shorthands of the file form, written out. */
function withLists(content: unknown): unknown {
  if (!isRecord(content)) return content
  const { question, ...rest } = content
  const questions = content.questions ?? (question === undefined ? undefined : [question])
  const turns = Array.isArray(content.turns) ? content.turns.map(withArtifacts) : content.turns
  return { ...rest, questions, turns }
}

function withArtifacts(turn: unknown): unknown {
  if (!isRecord(turn)) return turn
  const { artifact, ...rest } = turn
  const artifacts = turn.artifacts ?? (artifact === undefined || artifact === null ? [] : [artifact])
  return { ...rest, artifacts: Array.isArray(artifacts) ? artifacts.map(asKnownKind) : artifacts }
}

/** An artifact as the file form may write it, with its id and the kind that it has here. */
export function asKnownKind(artifact: unknown, index: number): unknown {
  if (!isRecord(artifact)) return artifact
  const kind = artifact.kind === 'diagram-text' ? 'board' : artifact.kind
  const words = kind === 'board' && (artifact.text ?? '') === '' ? wordsOfDrawing(artifact.scene) : undefined
  return { id: `artifact-${index + 1}`, ...artifact, kind, ...(words !== undefined && { text: words }) }
}

const faultOf = ({ path, message }: z.core.$ZodIssue): string => `${path.length === 0 ? 'the file' : pathOf(path)}: ${message}`

const pathOf = (path: readonly PropertyKey[]): string =>
  path.map((part, at) => (typeof part === 'number' ? `[${part}]` : `${at === 0 ? '' : '.'}${String(part)}`)).join('')

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
