import type { Lexicon } from '#src/domain/lexicon.ts'
import type { Phrases } from '#src/domain/phrases.ts'
import { matchesAny } from '#src/evidence/match-pattern.ts'
import { sentencesOf } from './quote.ts'

/** Behind a comma one of these begins something else, and without one what others did after "and". */
const begins =
  /(?<!\s)\s+(?=and (?:then )?(?:we|they|he|she)\b)|(?<=[,;:–—-])\s+(?=(?:and |but |so )?(?:i|id|i'd|ill|i'll|im|i'm|ive|i've|we|it|one|also|just|what|whats|what's|how|hows|how's|is|are|do|does|did|can|could|who|when|where|which|would)\b)/iu

/** What a turn says beside thanks, praise of the talk and "no questions": its other clauses, in order; empty when that is all. A question is kept whatever it begins with. */
export const besideThanks = (text: string, { lexicon, phrases }: { lexicon: Lexicon; phrases: Phrases }): string =>
  sentencesOf(text)
    .map((sentence) =>
      sentence
        .split(begins)
        .filter((clause) => /[?？؟]$/.test(clause) || !matchesAny(phrases['thanks-said'] ?? [], clause, lexicon))
        .join(' '),
    )
    .filter((sentence) => sentence !== '')
    .join(' ')
