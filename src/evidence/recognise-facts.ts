import type { Fact } from '#src/domain/guide.ts'
import type { Lexicon } from '#src/domain/lexicon.ts'
import { opensAsQuestion } from './analyse-turn.ts'
import { compileLexicon } from './compile-pattern.ts'
import { matchPatterns } from './match-pattern.ts'
import { sentencesOf } from './read-sentences.ts'
import { indexText } from './text-index.ts'
import { tokeniseSegments } from './tokenise-segments.ts'

/**
 * Ids of the fact-sheet entries that a candidate's turn asks for, in the order asked. Only its questions are looked at. Of two entries of
 * which one is found in some of the words by which the other is, that other was meant: "how many links are opened" asks for no number of links.
 */
export function recogniseFacts(text: string, facts: readonly Fact[], lexicon: Lexicon): string[] {
  const compiled = compileLexicon(lexicon)
  const segments = tokeniseSegments([{ turn: 1, text }])
  const whole = indexText(segments, { lexicon: compiled })
  const asking = new Set(
    sentencesOf(segments)
      .filter((sentence) => opensAsQuestion(sentence, compiled, whole))
      .map(({ sentence }) => sentence),
  )
  if (asking.size === 0) return []
  const index = indexText(segments, { lexicon: compiled, isOut: (_, sentence) => !asking.has(sentence) })
  const found = facts.flatMap(({ id, asked }) => {
    const matches = matchPatterns(asked, index, compiled)
    return matches.length === 0 ? [] : [{ id, words: new Set(matches.flatMap(({ words }) => words)), at: matches[0]?.last ?? 0 }]
  })
  return found
    .filter(
      ({ words }) => !found.some((other) => other.words.size > words.size && [...words].every((word) => other.words.has(word))),
    )
    .sort((a, b) => a.at - b.at)
    .map(({ id }) => id)
}
