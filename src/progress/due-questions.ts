import { lowerMedian } from '#src/domain/median.ts'
import type { Rating } from '#src/domain/rubric.ts'

const dayMs = 24 * 60 * 60 * 1000
/** Days after an answer until the question is due again, step by step. */
export const stepDays = [1, 3, 7] as const
/** Left alone for so long after it was due, a question is not brought up again. */
const forgottenAfterDays = 30
/** Nothing older than this bears on what is due. */
export const lookBackMs = 120 * dayMs

/** What happened to a question, in any order. Times are epoch milliseconds. */
export type QuestionEvent = { question: string; at: number } & (
  | { kind: 'attempt'; interview: string; title: string; ratings: readonly Rating[] }
  | { kind: 'redo' }
  | { kind: 'dismissed' }
)

/** A question to be asked again. */
export interface DueQuestion {
  question: string
  title: string
  /** The interview that it goes back to. */
  interview: string
  dueAt: number
  /** 0 for the first time it is asked again. */
  step: number
}

/** Weak: the middle of its ratings, the lower one of an even number, is below the bar. Null where nothing was rated. */
export const isWeak = ([first, ...others]: readonly Rating[]): boolean | null =>
  first === undefined ? null : lowerMedian(first, others) < 3

/**
 * Questions that are to be asked again, due or not yet, the earliest first. A weak answer starts it: due after 1 day, then 3, then 7. An answer on
 * or after that day (an interview on it, or one of its parts answered again) goes on to the next step, after the last it ends; a weak interview
 * starts over. Answering earlier changes nothing, unless it is weak.
 */
export function dueQuestions(events: readonly QuestionEvent[], now: number): DueQuestion[] {
  const open = new Map<string, DueQuestion>()
  for (const event of [...events].sort((a, b) => a.at - b.at)) {
    const known = open.get(event.question)
    const next = after(known, event)
    if (next === null) open.delete(event.question)
    else if (next !== undefined) open.set(event.question, next)
  }
  return [...open.values()]
    .filter(({ dueAt }) => now - dueAt <= forgottenAfterDays * dayMs)
    .sort((a, b) => a.dueAt - b.dueAt || a.question.localeCompare(b.question))
}

/** What a question stands at after an event: undefined leaves it as it was, null ends it. */
function after(known: DueQuestion | undefined, event: QuestionEvent): DueQuestion | null | undefined {
  if (event.kind === 'dismissed') return null
  if (event.kind === 'attempt' && isWeak(event.ratings) === true) {
    const { question, title, interview } = event
    return { question, title, interview, step: 0, dueAt: event.at + stepDays[0] * dayMs }
  }
  if (known === undefined || event.at < known.dueAt) return undefined
  const step = known.step + 1
  const days = stepDays[step]
  return days === undefined ? null : { ...known, step, dueAt: event.at + days * dayMs }
}
