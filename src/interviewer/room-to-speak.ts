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

/** Up to so many words a turn that ends in a question does nothing but ask. */
const longestQuestion = 60
const onlyAsks = (text: string): boolean => /[?？؟]["'”’)\s]*$/.test(text) && wordsIn(text) <= longestQuestion

interface Talk {
  turns: readonly Turn[]
  /** The changed requirement that is still to be spoken, empty when there is none. */
  change: string
  isNearEnd: boolean
}

const wordsBy = (speaker: Turn['speaker'], turns: readonly Turn[]): number =>
  turns.filter((turn) => turn.speaker === speaker).reduce((sum, { text }) => sum + wordsIn(text), 0)

/** Words of an answer, on average. Who only asks has not answered yet; 0 when nobody has. */
function wordsOfAnswer(turns: readonly Turn[]): number {
  const answers = turns.filter(({ speaker, text }) => speaker === 'candidate' && text.trim() !== '' && !onlyAsks(text))
  return wordsBy('candidate', answers) / Math.max(1, answers.length)
}

/** Beside somebody whose answers are as short as this the share of the words is not judged. */
export const answersShortly = (turns: readonly Turn[]): boolean => wordsOfAnswer(turns) < wordsATurnForShare

/**
 * Words that the interviewer may say now and stay within its share, should the interview go on as long as may be counted on; negative when it is
 * beyond it.
 */
export function wordsLeft({ turns, change, isNearEnd }: Talk): number {
  const toCome = wordsOfAnswer(turns) * (isNearEnd ? answersAtEnd : answersBefore)
  const said = Math.max(wordsBeforeShare, wordsBy('candidate', turns) + toCome)
  const own = wordsBy('interviewer', turns) + wordsOfClose + Math.max(wordsOfQuestion, wordsIn(change))
  return (mostShareOfWords * said) / (100 - mostShareOfWords) - own
}

/** When there is none, what can be left out is. */
export const hasRoomFor = (words: number, talk: Talk): boolean => answersShortly(talk.turns) || words <= wordsLeft(talk)
