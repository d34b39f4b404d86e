import type { Match } from './match-pattern.ts'
import { isContentWord } from './read-sentences.ts'
import { tokenise } from './tokenise.ts'

/** What the interviewer said (the question's own words included), in the order of turns. */
export interface InterviewerWords {
  turn: number
  text: string
}

/**
 * Tells whether a match repeats the interviewer: all its content words stood in one sentence of an earlier interviewer turn. What was handed
 * over earns nothing by being said back.
 */
export function repeatsInterviewer(said: readonly InterviewerWords[]): (match: Match) => boolean {
  const places = new Map<string, { turn: number; sentence: number }[]>()
  let counted = 0
  for (const { turn, text } of said) {
    let highest = 0
    for (const token of tokenise(text)) {
      const word = stem(token.text)
      const place = { turn, sentence: counted + token.sentence }
      const known = places.get(word)
      if (known === undefined) places.set(word, [place])
      else known.push(place)
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
    return (places.get(head) ?? []).some(
      (place) =>
        place.turn < match.segment.turn &&
        others.every((word) => places.get(word)?.some(({ sentence }) => sentence === place.sentence) === true),
    )
  }
}

/** Enough of a word to know it again in another form: "retries" and "retry", "locked" and "lock". */
const stem = (word: string): string =>
  word.length > 5 ? word.replace(/(ies|ied|ing|ed|es|s)$/, '').slice(0, 6) : word.replace(/s$/, '')
