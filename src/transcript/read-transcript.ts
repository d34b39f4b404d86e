import type { z } from 'zod'
import { type Transcript, transcriptSchema } from '#src/domain/transcript.ts'

/** A file that is no transcript. `message` names the file, the places in it, and what was expected there. */
export class TranscriptError extends Error {
  override name = 'TranscriptError'
}

const mostFaults = 8

/** Reads the JSON form; `source` names the file in messages. A single `question` or `artifact` counts as a list of one. Throws TranscriptError. */
export function readTranscript(text: string, source: string): Transcript {
  const parsed = transcriptSchema.safeParse(withLists(parseJson(text.replace(/^\uFEFF/, ''), source)))
  if (!parsed.success) throw new TranscriptError(`${source} is not a transcript:\n${faultsOf(parsed.error).join('\n')}`)
  const transcript = parsed.data
  const outside = transcript.questions.find(({ firstTurn }) => firstTurn !== undefined && firstTurn > transcript.turns.length)
  if (outside !== undefined)
    throw new TranscriptError(
      `${source} is not a transcript:\nquestions: "${outside.id}" begins at turn ${outside.firstTurn}, and there are ${transcript.turns.length}`,
    )
  return transcript
}

function parseJson(text: string, source: string): unknown {
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
  const artifacts = turn.artifacts ?? (artifact === undefined ? [] : [artifact])
  return { ...rest, artifacts: Array.isArray(artifacts) ? artifacts.map(asKnownKind) : artifacts }
}

function asKnownKind(artifact: unknown, index: number): unknown {
  if (!isRecord(artifact)) return artifact
  const kind = artifact.kind === 'diagram-text' ? 'board' : artifact.kind
  return { id: `artifact-${index + 1}`, ...artifact, kind }
}

function faultsOf(error: z.ZodError): string[] {
  const faults = error.issues.map(({ path, message }) => `${path.length === 0 ? 'the file' : pathOf(path)}: ${message}`)
  return faults.length <= mostFaults ? faults : [...faults.slice(0, mostFaults), `… and ${faults.length - mostFaults} more`]
}

const pathOf = (path: readonly PropertyKey[]): string =>
  path.map((part, at) => (typeof part === 'number' ? `[${part}]` : `${at === 0 ? '' : '.'}${String(part)}`)).join('')

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
