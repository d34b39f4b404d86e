import { type Agreement, leastForKappa } from '#src/domain/agreement.ts'
import type { PeerRating } from '#src/domain/peer-review.ts'
import type { Rating } from '#src/domain/rubric.ts'

const share = (count: number, n: number): string => `${count} of ${n}`

/** How far two raters agree, with the number that it rests on. */
export function agreementWords({ n, exact, withinOne, kappa }: Agreement): string {
  if (n === 0) return 'There is nothing yet that both sides put a number on.'
  const counts = `The same rating on ${share(exact, n)}, within one on ${share(withinOne, n)}.`
  switch (kappa.kind) {
    case 'figure':
      return `${counts} Weighted kappa ${kappa.value.toFixed(2)}, n = ${n}: 1 is full agreement, 0 is chance.`
    case 'too-few':
      return `${counts} n = ${n} is too small for a kappa, which takes ${leastForKappa}.`
    case 'no-spread':
      return `${counts} No kappa, n = ${n}: one side gave the same rating throughout.`
    default:
      return kappa satisfies never
  }
}

/** One rating held to the scorer's, in a few words; empty where there is nothing to compare. */
export function differenceWords(rating: PeerRating | undefined, scorer: Rating | null | undefined): string {
  if (rating === undefined || rating === 'cannot-say' || scorer == null) return ''
  const apart = rating - scorer
  if (apart === 0) return 'same'
  return `${Math.abs(apart)} ${apart > 0 ? 'higher' : 'lower'}`
}
