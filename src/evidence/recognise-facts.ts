import type { Fact } from '#src/domain/guide.ts'
import type { Lexicon } from '#src/domain/lexicon.ts'
import { opensAsQuestion } from './analyse-turn.ts'
import { compileLexicon } from './compile-pattern.ts'
import { matchPatterns } from './match-pattern.ts'
import { sentencesOf } from './read-sentences.ts'
import { indexText } from './text-index.ts'
import { tokeniseSegments } from './tokenise-segments.ts'

/**
 * Ids of the fact-sheet entries that a candidate's turn asks for, in the order asked. Only its questions are looked at; in a short turn
 * without one, the whole of it, since people also ask by wondering aloud.
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
  return facts
    .flatMap((fact) => {
      const [match] = matchPatterns(fact.asked, index, compiled)
      return match === undefined ? [] : [{ id: fact.id, at: match.first }]
    })
    .sort((a, b) => a.at - b.at)
    .map(({ id }) => id)
}
