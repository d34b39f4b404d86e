import type { Content } from '#src/content/content.ts'
import type { Transcript } from '#src/domain/transcript.ts'
import { interviewToTranscript } from '#src/transcript/interview-to-transcript.ts'
import { readTranscript, TranscriptError } from '#src/transcript/read-transcript.ts'
import { draftInterviews } from './draft-interviews.ts'
import { planImport, type SaidOfSource, UnclearError } from './plan-import.ts'
import { readImport } from './read-import.ts'

interface FileOptions {
  /** Of files that do not say it themselves. */
  said: SaidOfSource
  content: Pick<Content, 'questions' | 'lexicon' | 'rubrics'>
}

/**
 * One interview from a file of any form that can be imported. `file` names it, and is where its id comes from when it has none. Throws
 * TranscriptError or UnreadableError for what is no transcript, UnclearError where it cannot be told who is who or what it is about.
 */
export function transcriptFromFile(text: string, file: string, options: FileOptions): Transcript {
  const own = ownForm(text, file)
  if (!(own instanceof TranscriptError)) return own
  if (claimsOurForm(text, ['turns', 'track'])) throw own
  try {
    return foreignForm(text, file, options)
  } catch (error) {
    // A file of JSON is told what our form lacks.
    const isNone = /\.json$/i.test(file) && !(error instanceof UnclearError)
    throw claimsOurForm(text, ['turns']) || isNone ? own : error
  }
}

function ownForm(text: string, file: string): Transcript | TranscriptError {
  try {
    return readTranscript(text, file)
  } catch (error) {
    if (error instanceof TranscriptError) return error
    throw error
  }
}

function claimsOurForm(text: string, fields: readonly string[]): boolean {
  const content = parsed(text)
  return typeof content === 'object' && content !== null && fields.every((field) => field in content)
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, '')) as unknown
  } catch {
    return undefined
  }
}

function foreignForm(text: string, file: string, { said, content }: FileOptions): Transcript {
  const source = readImport(text, file)
  const plan = planImport(source, said, { bank: content.questions, lexicon: content.lexicon })
  const id = source.stated.id ?? idOf(file)
  const request = { id, text, fileName: file, language: 'en' as const, ...plan }
  const [interview, ...others] = draftInterviews({ source, request, content, ownerId: id, now: 0, newId: () => id })
  if (interview === undefined) throw new UnclearError('There is nothing to read.')
  if (others.length > 0) {
    const tracks = [interview, ...others].map((draft) => draft.interview.track)
    throw new UnclearError(
      `It holds several interviews (${tracks.join(', ')}): name one of the tracks with --track, or import it, which parts them.`,
    )
  }
  const turns = interview.turns.map((turn, at) => ({ ...turn, turn: at + 1, createdAt: 0 }))
  return interviewToTranscript(interview.interview, turns)
}

/** The name of a file without its folders and its ending. */
const idOf = (file: string): string => (file.split(/[/\\]/).at(-1) ?? file).replace(/(?<=.)\.[^.]+$/, '')
