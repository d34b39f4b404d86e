import type { AskedReview, OpenCheck, ShownCheck, TurnReview } from '#src/domain/review.ts'
import { quoteFor } from '#src/evidence/quote-for.ts'
import { bestOverlap } from '#src/evidence/term-overlap.ts'
import { firstShownIn, isMet, type PlacedCheck, refOf } from './placed-checks.ts'
import type { ReviewedQuestion, ReviewInput } from './review-input.ts'
import { strongerOf } from './stronger.ts'

/** More open points of one turn than these are a list that nobody works through. */
const mostOpen = 4
/** Different words of a check's meaning that must stand in a passage for it to be called near. */
const nearEnough = 2

/** What each turn of the candidate's showed, left open, and how a stronger version would go. */
export function turnReviews(input: ReviewInput, asked: readonly AskedReview[]): TurnReview[] {
  return input.questions.flatMap((question) => {
    const near = nearestTurns(question, input)
    return question.turns
      .filter(({ speaker }) => speaker === 'candidate')
      .map(({ turn }): TurnReview => {
        const open = openIn(turn, { question, asked, near })
        return { turn, shown: shownIn(turn, question), open, stronger: strongerOf({ turn, open, question, input }) }
      })
  })
}

function shownIn(turn: number, { checks }: ReviewedQuestion): ShownCheck[] {
  return checks.flatMap((check) => {
    const { verdict, evidence, cappedBy } = check.result
    const here = evidence.filter((one) => one.turn === turn)
    return (verdict === 'yes' || verdict === 'partly') && here.length > 0
      ? [{ ...refOf(check), verdict, evidence: here, cappedBy }]
      : []
  })
}

type Near = ReadonlyMap<PlacedCheck, OpenCheck['nearest']>

/** For each check of the bar that never came up, the passage that speaks of what is nearest to it. */
function nearestTurns({ checks, said }: ReviewedQuestion, { lexicon }: ReviewInput): Near {
  return new Map(
    checks
      .filter((check) => check.weight > 0 && check.result.evidence.length === 0 && !isMet(check))
      .flatMap((check) => {
        const overlap = bestOverlap(check.terms, said, lexicon)
        return overlap !== null && overlap.ofMeaning >= nearEnough ? [[check, quoteFor(overlap.match)] as const] : []
      }),
  )
}

function openIn(
  turn: number,
  { question, asked, near }: { question: ReviewedQuestion; asked: readonly AskedReview[]; near: Near },
): OpenCheck[] {
  const askedFor = new Set(asked.flatMap((one) => (one.answer?.turn === turn && one.check !== null ? [one.check.check] : [])))
  const open = question.checks.flatMap((check) => {
    const { verdict, evidence } = check.result
    const first = firstShownIn(check)
    const because =
      askedFor.has(check.result.check) && !(isMet(check) && first !== null && first <= turn)
        ? 'asked'
        : (verdict === 'partly' || verdict === 'no') && evidence.some((one) => one.turn === turn)
          ? 'touched'
          : near.get(check)?.turn === turn
            ? 'near'
            : null
    if (because === null) return []
    const nearest =
      evidence.find((one) => one.turn === turn) ?? (near.get(check)?.turn === turn ? (near.get(check) ?? null) : null)
    const laterIn = first !== null && first > turn ? first : null
    return [{ weight: rank[because] * 1000 + check.weight, open: { ...refOf(check), because, nearest, laterIn } as OpenCheck }]
  })
  return open
    .sort((a, b) => b.weight - a.weight)
    .slice(0, mostOpen)
    .map((one) => one.open)
}

const rank = { asked: 3, touched: 2, near: 1 } as const
