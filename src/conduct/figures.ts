import type { ConductReport } from '#src/domain/conduct.ts'
import type { ConductTurn } from './conduct-input.ts'
import { wordsIn } from './sentence-splitter.ts'

/** From the candidate's so many words on, the interviewer's share of the words is judged. */
export const wordsBeforeShare = 300

/** Whose the words were. */
export function talkOf(turns: readonly ConductTurn[]): ConductReport['talk'] {
  const wordsOf = (speaker: ConductTurn['speaker']) =>
    turns.filter((turn) => turn.speaker === speaker).reduce((sum, { text }) => sum + wordsIn(text), 0)
  const interviewerWords = wordsOf('interviewer')
  const candidateWords = wordsOf('candidate')
  const share = (100 * interviewerWords) / (interviewerWords + candidateWords)
  return { interviewerWords, candidateWords, share: candidateWords < wordsBeforeShare ? null : Math.round(share * 10) / 10 }
}
