import type { Lexicon } from '#src/domain/lexicon.ts'
import type { Turn } from '#src/domain/turn.ts'
import type { TurnNotes } from '#src/domain/turn-notes.ts'
import { type Contradiction, contradictionIn, type Quoted } from '#src/evidence/contradictions.ts'
import { quoteFrom } from './quote.ts'

/**
 * What was said on a question and does not go together, not asked about yet: what the last answer set against an earlier one, then what an
 * observer noted since the last challenge. What was said before a changed requirement may well be otherwise after it.
 */
export function openContradictions(options: {
  onQuestion: readonly Turn[]
  notes: readonly TurnNotes[]
  lexicon: Lexicon
  /** A candidate turn without what is no evidence. */
  quotable: (turn: Turn) => string
}): Contradiction[] {
  const { onQuestion, notes, lexicon, quotable } = options
  const changedAt = onQuestion.findLastIndex(({ move }) => move?.kind === 'change-requirement')
  const since = onQuestion.slice(changedAt + 1)
  const said = since.filter(({ speaker }) => speaker === 'candidate').map((turn) => ({ turn: turn.turn, text: quotable(turn) }))
  const found = onQuestion.at(-1)?.speaker === 'candidate' ? contradictionIn(said, lexicon) : null
  const challengedIn = since.findLast(({ move }) => move?.kind === 'challenge')?.turn ?? 0
  const stands = ({ turn }: Quoted) => said.some((one) => one.turn === turn)
  const noted = notes.flatMap(({ contradiction }) => {
    if (contradiction === null || contradiction.now.turn <= challengedIn) return []
    const [earlier, later] = [shortened(contradiction.earlier), shortened(contradiction.now)]
    return earlier !== null && later !== null && stands(earlier) && stands(later) ? [{ earlier, later }] : []
  })
  return [...(found === null ? [] : [found]), ...noted]
}

const mostWords = 12

/** A quote as it may be spoken; null when no part of it can stand alone. */
function shortened({ turn, quote }: Quoted): Quoted | null {
  if (quote.split(/\s+/).length <= mostWords && !/["“”\n]/.test(quote)) return { turn, quote }
  const clause = quoteFrom(quote, '')
  return clause === null ? null : { turn, quote: clause }
}
