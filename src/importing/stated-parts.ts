import type { GuessedPart } from '#src/domain/import.ts'
import type { Source } from '#src/transcript/source.ts'
import type { BankQuestion } from './question-likeness.ts'

/** The parts that a file of JSON itself tells of; null where it does not say its track and its questions. */
export function statedParts(
  { stated, utterances }: Pick<Source, 'stated' | 'utterances'>,
  bank: readonly BankQuestion[],
): GuessedPart[] | null {
  const { track, questions } = stated
  if (track === undefined || questions === undefined || questions.length === 0 || utterances.length === 0) return null
  const parts = questions.map(({ id, text, firstTurn }, at): GuessedPart => {
    const known = bank.find((question) => question.track === track && question.id === id)
    return {
      // The turns of our own form are its utterances.
      from: at === 0 ? 1 : (firstTurn ?? 0),
      track,
      question: { id: known?.id ?? null, text: known?.title ?? text },
      because: 'The file says so.',
    }
  })
  // A question that was not reached has no words.
  return parts.filter(({ from }) => from >= 1 && from <= utterances.length)
}
