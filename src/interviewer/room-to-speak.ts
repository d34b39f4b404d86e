import { mostShareOfWords, wordsATurnForShare, wordsBeforeShare } from '#src/conduct/figures.ts'
import { wordsIn } from '#src/conduct/sentence-splitter.ts'
import { minutesLeft, type PhaseClock } from '#src/domain/phase-clock.ts'
import type { Turn } from '#src/domain/turn.ts'

/** Words that come in any case: the close, and one more question or the change of a requirement. */
const wordsOfClose = 15
const wordsOfQuestion = 20
/** Answers to come that are counted on: one may be the last, and short. */
const answersAtEnd = 0.5
const answersBefore = 1.5

/** Less is left for a few answers, at one to two minutes each with the questions between them. */
const minutesOfLastAnswers = 10
export const isNearEnd = (clock: PhaseClock): boolean => minutesLeft(clock) < minutesOfLastAnswers

/**
 * Whether so many words more leave the interviewer within its share, should the interview go on as long as may be counted on: when they do not,
 * what can be left out is. `change`: the changed requirement that is still to be spoken, empty when there is none.
 */
export function hasRoomFor(
  words: number,
  { turns, change, isNearEnd }: { turns: readonly Turn[]; change: string; isNearEnd: boolean },
): boolean {
  const wordsOf = (speaker: Turn['speaker']) =>
    turns.filter((turn) => turn.speaker === speaker).reduce((sum, { text }) => sum + wordsIn(text), 0)
  const answers = turns.filter(({ speaker, text }) => speaker === 'candidate' && text.trim() !== '').length
  const atATime = wordsOf('candidate') / Math.max(1, answers)
  if (atATime < wordsATurnForShare) return true
  const said = Math.max(wordsBeforeShare, wordsOf('candidate') + atATime * (isNearEnd ? answersAtEnd : answersBefore))
  const own = wordsOf('interviewer') + words + wordsOfClose + Math.max(wordsOfQuestion, wordsIn(change))
  return 100 * own <= mostShareOfWords * (own + said)
}
