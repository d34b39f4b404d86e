import type { Match } from './match-pattern.ts'
import { isContentWord } from './read-sentences.ts'
import { tokenise } from './tokenise.ts'

/** What the interviewer said (the question's own words included), in the order of turns. */
export interface InterviewerWords {
  turn: number
  text: string
  /** The check that they ask about, where that is known. */
  asksAbout?: string | null
}

/**
 * Tells whether a match repeats the interviewer: all its content words stood in one sentence of an earlier interviewer turn. What was handed
 * over earns nothing by being said back.
 */
export function repeatsInterviewer(said: readonly InterviewerWords[]): (match: Match) => boolean {
  /** Word -> the sentences that hold it, counted over all turns -> the turn. */
  const places = new Map<string, Map<number, number>>()
  let counted = 0
  for (const { turn, text } of said) {
    let highest = 0
    for (const token of tokenise(text)) {
      const word = stem(token.text)
      const known = places.get(word) ?? new Map<number, number>()
      places.set(word, known.set(counted + token.sentence, turn))
      highest = token.sentence
    }
    counted += highest + 1
  }
  return (match) => {
    const content = new Set(
      match.words
        .map((at) => match.segment.tokens[at]?.text ?? '')
        .filter(isContentWord)
        .map(stem),
    )
    const [head, ...others] = content
    if (head === undefined) return false
    return [...(places.get(head) ?? [])].some(
      ([sentence, turn]) => turn < match.segment.turn && others.every((word) => places.get(word)?.has(sentence) === true),
    )
  }
}

/** Enough of a word to know it again in another form: "retries" and "retry", "caches" and "cache", "locked" and "lock". */
export const stem = (word: string): string =>
  word
    .replace(/ie[sd]$/, 'y')
    .replace(/(?<=..)(?<!s)s$/, '')
    .replace(/(?<=...)(?:ing|(?<!e)ed|e)$/, '')
    .slice(0, 6)
