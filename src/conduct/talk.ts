import { type ConductReport, mostWordsCounted } from '#src/domain/conduct.ts'
import type { Turn } from '#src/domain/turn.ts'
import { wordsIn } from './sentence-splitter.ts'

/** From the candidate's so many words on, the interviewer's share of the words is judged. */
export const wordsBeforeShare = 300
/**
 * Who answers in a sentence leaves most of the words to whoever asks, however short the questions are. Beside such a candidate the length of each
 * turn is judged (`too-long`), and not the share.
 */
const wordsATurnForShare = 60

/** Percent of the words that count that the interviewer's may be. */
export const mostShareOfWords = 30

/** Of one turn no more than an ordinary answer counts in how much somebody usually says: else one paste would make a talker of whoever answers in a word. */
const mostWordsOfUsual = 200

/** Up to so many words a turn that ends in a question does nothing but ask. */
const longestQuestion = 60
const onlyAsks = (text: string): boolean => /[?？؟]["'”’)\s]*$/.test(text) && wordsIn(text) <= longestQuestion

type Said = Pick<Turn, 'speaker' | 'text'>

const textsOf = (speaker: Said['speaker'], turns: readonly Said[]): string[] =>
  turns.flatMap((turn) => (turn.speaker === speaker ? [turn.text] : []))

const sum = (counts: readonly number[]): number => counts.reduce((all, one) => all + one, 0)
const upTo = (most: number, texts: readonly string[]): number => sum(texts.map((text) => Math.min(most, wordsIn(text))))

/** Words of the interviewer, of which all count. */
export const interviewersWords = (turns: readonly Said[]): number => sum(textsOf('interviewer', turns).map(wordsIn))

/** Words of the candidate as far as they count beside the interviewer's. */
export const candidatesWords = (turns: readonly Said[]): number => upTo(mostWordsCounted, textsOf('candidate', turns))

/** Words that the candidate's answers usually have. Who only asks has not answered yet; 0 when nobody has. */
export function wordsOfAnswer(turns: readonly Said[]): number {
  const answers = textsOf('candidate', turns).filter((text) => text.trim() !== '' && !onlyAsks(text))
  return upTo(mostWordsOfUsual, answers) / Math.max(1, answers.length)
}

/** Beside somebody whose answers are as short as this the share of the words is not judged. */
export const answersShortly = (turns: readonly Said[]): boolean => wordsOfAnswer(turns) < wordsATurnForShare

/** Whose the words were; the share is of those that count, and null where it is not judged. */
export function talkOf(turns: readonly Said[]): ConductReport['talk'] {
  const own = interviewersWords(turns)
  const counted = candidatesWords(turns)
  const isJudged = counted >= wordsBeforeShare && !answersShortly(turns)
  return {
    interviewerWords: own,
    candidateWords: sum(textsOf('candidate', turns).map(wordsIn)),
    candidateWordsCounted: counted,
    share: isJudged ? Math.round((1000 * own) / (own + counted)) / 10 : null,
  }
}
