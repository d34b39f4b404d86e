import { stepsIn, stepWords } from '#src/evidence/steps-in.ts'
import { shippedContent } from '../support/shipped-content.ts'

const { phrases, lexicon, questions } = await shippedContent()

/** The steps of a question of the bank that a sentence takes, by their ids. */
export function stepsOf(question: string, said: string): string[] {
  const steps = questions.find(({ id }) => id === question)?.guide.steps ?? []
  return stepsIn(said, { steps, lexicon, words: stepWords(phrases) })
}
