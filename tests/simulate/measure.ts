import { type ConductWords, checkConduct } from '#src/conduct/check-conduct.ts'
import { conductInputOf } from '#src/conduct/conduct-input.ts'
import type { Content } from '#src/content/content.ts'
import { holdContent } from '#src/content/hold-content.ts'
import type { ConductReport } from '#src/domain/conduct.ts'
import { ruleBasedId } from '#src/interviewer/rule-based-interviewer.ts'
import type { TurnFigures } from '#src/interviewer/turn-figures.ts'
import { interviewToTranscript } from '#src/transcript/interview-to-transcript.ts'
import type { Sat } from './sit.ts'

/** What one simulated interview showed of its interviewer. */
export interface Measured {
  track: string
  question: string
  conduct: ConductReport
  /** Questions that came back in the same words within a few turns, other than the open one put again on purpose. */
  loops: string[]
  hints: number
  /** Phases that were begun, of those planned. */
  phases: { begun: number; planned: number }
  isClosed: boolean
  /** Running minutes over the planned ones; 0 when it ended in time. */
  minutesOver: number
  /** Null where nobody called a model. */
  model: ModelFigures | null
}

/** What an interview took of a model, and what came of it. */
export interface ModelFigures {
  turns: number
  /** Turns that the rules spoke in its place. */
  byRules: number
  /** Turns in which it was asked a second time. */
  repaired: number
  promptTokens: number
  completionTokens: number
  /** The slowest first words, milliseconds; null when none came. */
  slowestFirstWordsMs: number | null
  /** Turns of the candidate's that an observer took notes of. */
  noted: number
}

/** `took`: what each turn of a model took; empty where none was called. */
export function measure(
  { interview, turns, notes, question }: Sat,
  content: Content & ConductWords,
  took: readonly TurnFigures[] = [],
): Measured {
  const held = holdContent(content, [question])
  const conduct = checkConduct(conductInputOf(interviewToTranscript(interview, turns), held), content)
  const own = turns.filter(({ speaker }) => speaker === 'interviewer')
  return {
    track: interview.track,
    question: question.id,
    conduct,
    loops: loopsIn(own.filter(({ move }) => move?.kind !== 'repeat').map(({ text }) => text)),
    hints: conduct.hints?.reduce((sum, count) => sum + count, 0) ?? 0,
    phases: { begun: new Set(turns.map(({ phase }) => phase)).size, planned: interview.schedule.length },
    isClosed: own.at(-1)?.move?.kind === 'close',
    minutesOver: Math.max(0, interview.elapsedMs / 60_000 - interview.minutes),
    model: took.length === 0 ? null : { ...modelFigures(took), noted: notes.length },
  }
}

function modelFigures(took: readonly TurnFigures[]): Omit<ModelFigures, 'noted'> {
  const sum = (of: (figures: TurnFigures) => number) => took.reduce((total, one) => total + of(one), 0)
  const firstWords = took.flatMap(({ firstWordsMs }) => firstWordsMs ?? [])
  return {
    turns: took.length,
    byRules: took.filter(({ spokenBy }) => spokenBy === ruleBasedId).length,
    repaired: took.filter(({ usage }) => usage.calls > 1).length,
    promptTokens: sum(({ usage }) => usage.promptTokens),
    completionTokens: sum(({ usage }) => usage.completionTokens),
    slowestFirstWordsMs: firstWords.length === 0 ? null : Math.max(...firstWords),
  }
}

/** Turns within which the same words are heard as going in circles. */
const heardBack = 4

/** Questions of some length that were put word for word within the last turns. */
function loopsIn(texts: readonly string[]): string[] {
  return texts.flatMap((text, at) => {
    const questions = text.match(/[^.!?\n]{25,}\?/g)?.map((one) => one.trim()) ?? []
    const before = texts.slice(Math.max(0, at - heardBack), at).join('\n')
    return questions.filter((one) => before.includes(one))
  })
}
