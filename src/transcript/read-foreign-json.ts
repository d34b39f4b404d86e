import { levelSchema, slugSchema, trackIdSchema } from '#src/domain/track.ts'
import { type Artifact, artifactSchema } from '#src/domain/turn.ts'
import { expectedForms } from './clean-lines.ts'
import { readTime } from './clock-times.ts'
import { asKnownKind, TranscriptError } from './read-transcript.ts'
import type { Reading, StatedFacts } from './source.ts'
import { cleanLabel } from './speaker-labels.ts'

const lists = [
  'turns',
  'messages',
  'utterances',
  'segments',
  'entries',
  'transcript',
  'monologues',
  'conversation',
  'results',
  'data',
]
const speakers = ['speaker', 'speaker_name', 'speakerName', 'role', 'name', 'author', 'from', 'label', 'participant', 'user']
const texts = ['text', 'content', 'words', 'message', 'utterance', 'sentence', 'body', 'transcript']
const timesInMs = ['elapsedMs', 'atMs', 'startMs', 'start_ms', 'offsetMs', 'startTimeMs']
const timesInWords = ['start', 'startTime', 'start_time', 'time', 'timestamp', 'begin', 'offset']

type Fields = Record<string, unknown>

/** Reads JSON that is not of our form, by the names that such lists commonly have. A number without a unit is no time. Throws TranscriptError where no list of turns is found. */
export function readForeignJson(content: unknown, source: string): Reading & { stated: StatedFacts } {
  const list = listIn(content)
  if (list === undefined)
    throw new TranscriptError(`${source} is JSON without a list of turns, each with a speaker and a text. ${expectedForms}`)
  const unread: Reading['unread'] = []
  const utterances: Reading['utterances'] = []
  let lost = 0
  for (const [at, item] of list.entries()) {
    const fields = isFields(item) ? item : {}
    const text = textOf(fields)
    const { artifacts, faulty } = artifactsOf(fields)
    for (const one of faulty)
      unread.push({ line: at + 1, text: shown(one), reason: 'code or a drawing in a shape that is not known' })
    if (text === null || (text.trim() === '' && artifacts.length === 0)) {
      unread.push({
        line: at + 1,
        text: shown(item),
        reason: 'an entry of the list without words',
      })
      lost += 1
      continue
    }
    utterances.push({ label: labelOf(fields), text: text.trim(), line: at + 1, atMs: timeOf(fields), artifacts })
  }
  return { format: 'json', utterances, unread, lost, stated: isFields(content) ? statedIn(content) : {} }
}

function listIn(content: unknown, depth = 0): unknown[] | undefined {
  if (Array.isArray(content)) return content.some((item) => isFields(item) && textOf(item) !== null) ? content : undefined
  if (!isFields(content) || depth > 2) return undefined
  for (const name of lists) {
    const found = listIn(content[name], depth + 1)
    if (found !== undefined) return found
  }
  return undefined
}

function textOf(fields: Fields): string | null {
  for (const name of texts) {
    const value = fields[name]
    if (typeof value === 'string') return value
    if (!Array.isArray(value)) continue
    const parts = value.map((part) => (typeof part === 'string' ? part : isFields(part) ? (part.text ?? part.word) : undefined))
    if (parts.some((part) => typeof part === 'string')) return parts.filter((part) => typeof part === 'string').join(' ')
  }
  return null
}

function labelOf(fields: Fields): string | null {
  for (const name of speakers) {
    const value = fields[name]
    const label = isFields(value) ? (value.name ?? value.label ?? value.id) : value
    if (typeof label === 'string' && cleanLabel(label) !== '') return cleanLabel(label).slice(0, 200)
    if (typeof label === 'number') return `Speaker ${label}`
  }
  return null
}

function timeOf(fields: Fields): number | null {
  for (const name of timesInMs) {
    const value = fields[name]
    if (typeof value === 'number' && Number.isFinite(value) && value >= 0) return Math.round(value)
  }
  const written = timesInWords.map((name) => fields[name]).find((value) => typeof value === 'string')
  const time = typeof written === 'string' && written.length < 40 ? readTime(written) : null
  return time === null || time.ofDay ? null : time.ms
}

const shown = (item: unknown): string => (JSON.stringify(item) ?? '').slice(0, 200)

function artifactsOf({ artifacts, artifact }: Fields): { artifacts: Artifact[]; faulty: unknown[] } {
  const all: unknown[] = Array.isArray(artifacts) ? artifacts : artifact === undefined || artifact === null ? [] : [artifact]
  const read = all.map((one, at) => ({ one, parsed: artifactSchema.safeParse(asKnownKind(one, at)) }))
  return {
    artifacts: read.flatMap(({ parsed }) => (parsed.success ? [parsed.data] : [])),
    faulty: read.flatMap(({ one, parsed }) => (parsed.success ? [] : [one])),
  }
}

function statedIn({ id, track, level, question, questions }: Fields): StatedFacts {
  const asked = (Array.isArray(questions) ? questions : [question]).flatMap((one) => {
    const parsed = slugSchema.safeParse(isFields(one) ? one.id : undefined)
    return parsed.success && isFields(one) && typeof one.text === 'string' ? [{ id: parsed.data, text: one.text }] : []
  })
  const [trackRead, levelRead] = [trackIdSchema.safeParse(track), levelSchema.safeParse(level)]
  return {
    ...(typeof id === 'string' && id !== '' ? { id } : {}),
    ...(trackRead.success ? { track: trackRead.data } : {}),
    ...(levelRead.success ? { level: levelRead.data } : {}),
    ...(asked.length > 0 ? { questions: asked } : {}),
  }
}

const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null && !Array.isArray(value)
