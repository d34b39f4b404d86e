import { wordsIn } from '#src/conduct/sentence-splitter.ts'
import {
  answersShortly,
  candidatesWords,
  interviewersWords,
  mostShareOfWords,
  wordsBeforeShare,
  wordsOfAnswer,
} from '#src/conduct/talk.ts'
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

interface Talk {
  turns: readonly Turn[]
  /** The changed requirement that is still to be spoken, empty when there is none. */
  change: string
  isNearEnd: boolean
}

/**
 * Words that the interviewer may say now and stay within its share, should the interview go on as long as may be counted on; negative when it is
 * beyond it.
 */
export function wordsLeft({ turns, change, isNearEnd }: Talk): number {
  const toCome = wordsOfAnswer(turns) * (isNearEnd ? answersAtEnd : answersBefore)
  const said = Math.max(wordsBeforeShare, candidatesWords(turns) + toCome)
  const own = interviewersWords(turns) + wordsOfClose + Math.max(wordsOfQuestion, wordsIn(change))
  return (mostShareOfWords * said) / (100 - mostShareOfWords) - own
}

/** When there is none, what can be left out is. Beside short answers there is room until the interviewer has said as much. */
export const hasRoomFor = (words: number, talk: Talk): boolean =>
  answersShortly(talk.turns) ? !hasSaidAsMuch(talk.turns) : words <= wordsLeft(talk)

/** Beside somebody who answers shortly: whether the interviewer, the opening aside, has said as much as the candidate, and should say only what asks. */
export function hasSaidAsMuch(turns: readonly Turn[]): boolean {
  const opening = turns.findIndex(({ speaker }) => speaker === 'interviewer')
  return answersShortly(turns) && interviewersWords(turns.slice(opening + 1)) >= candidatesWords(turns)
}
