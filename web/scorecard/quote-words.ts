import type { QuoteCount } from '#src/domain/score.ts'

/** How many of the quotes that a scorer claimed are in the candidate's words; the others supported nothing. */
export function quoteWords({ claimed, verified }: QuoteCount): string | null {
  if (claimed === 0) return null
  const quotes =
    claimed === 1
      ? 'The one quote that it claimed'
      : `Of ${claimed.toLocaleString('en')} quotes that it claimed, ${verified === claimed ? 'all' : verified.toLocaleString('en')}`
  const found =
    claimed === 1
      ? verified === 1
        ? 'was found in your words.'
        : 'was not found in your words.'
      : `${verified === 1 ? 'was' : 'were'} found in your words.`
  const rest = verified === claimed ? '' : ' What was not found supports no rating.'
  return `${quotes} ${found}${rest}`
}
