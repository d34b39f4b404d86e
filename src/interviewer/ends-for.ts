import type { Lexicon } from '#src/domain/lexicon.ts'
import type { Phrases } from '#src/domain/phrases.ts'
import { analyseTurn } from '#src/evidence/analyse-turn.ts'
import { matchesAny } from '#src/evidence/match-pattern.ts'
import { endsInNeed } from '#src/evidence/pleas.ts'
import { longestWish } from './part-wanted.ts'
import { sentencesOf } from './quote.ts'

/** What the last sentence of a turn asks for. A long answer may end in it: what came before is stored and stays said. */
export interface EndsFor {
  hint: boolean
  time: boolean
  /** The next part. */
  on: boolean
  /** The solution, or nothing: it says how the candidate does not get on. */
  need: 'plea' | 'blank' | null
}

/** Up to this many words a turn, or a sentence, can be nothing but a plea for time. */
export const longestPlea = 14

export function endsFor(text: string, { lexicon, phrases }: { lexicon: Lexicon; phrases: Phrases }): EndsFor {
  const sentences = sentencesOf(text)
  const last = sentences.at(-1) ?? ''
  const { asksForHint, words, things } = analyseTurn(last, lexicon)
  const says = (key: string) => matchesAny(phrases[key] ?? [], last, lexicon)
  return {
    hint: asksForHint,
    // A sentence that names a thing of the trade may give that the time.
    time: sentences.length > 1 && words > 0 && words <= longestPlea && things === 0 && says('time-asked'),
    on: last.split(/\s+/).length <= longestWish && says('on-wanted'),
    need: endsInNeed(text, lexicon),
  }
}
