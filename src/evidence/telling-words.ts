import { isContentWord } from './read-sentences.ts'
import { stem } from './said-before.ts'
import { tokenise } from './tokenise.ts'

/** The stems of a text's content words, each once: how many two texts share tells how far they are about the same thing. */
export const tellingWords = (text: string): ReadonlySet<string> =>
  new Set(
    tokenise(text)
      .map((token) => token.text)
      .filter(isContentWord)
      .map(stem),
  )

/** Whether two texts have a content word in common. */
export function sharesTellingWord(one: string, other: string): boolean {
  const words = tellingWords(other)
  return [...tellingWords(one)].some((word) => words.has(word))
}
