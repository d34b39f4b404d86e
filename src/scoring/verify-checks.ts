import type { CheckResult, Evidence } from '#src/domain/score.ts'
import { longestQuote, shortestQuote } from '#src/evidence/quote-for.ts'
import type { TokenisedSegment } from '#src/evidence/text-index.ts'
import { tokenise } from '#src/evidence/tokenise.ts'
import { verifyQuote } from '#src/evidence/verify-quote.ts'
import type { TaskGround } from './task-ground.ts'

/** Keeps only quotes that the candidate said, as stored. A check that loses all of them no longer counts as met. */
export function verifyChecks(checks: readonly CheckResult[], { ground, interviewerSaid }: TaskGround): CheckResult[] {
  return checks.map((check) => {
    const evidence = check.evidence.flatMap((claim) => {
      const segment = ground.index.segments.find((one) => one.turn === claim.turn && one.artifact === claim.artifact)
      // A slice that is already exact is what verification would give back.
      if (
        segment?.text.slice(claim.start, claim.end) === claim.quote &&
        hasOwnWords(claim, segment) &&
        isOfQuoteLength(claim, segment)
      )
        return [claim]
      const found = verifyQuote({ claim, candidateSaid: ground.index.segments, interviewerSaid, isOut: ground.guards.isOut })
      return found === null ? [] : [found]
    })
    const met = check.verdict === 'yes' || check.verdict === 'partly'
    if (!met || evidence.length > 0) return { ...check, evidence }
    return { ...check, verdict: 'not-shown', evidence: [], cappedBy: 'no quote for it was found in what was said' }
  })
}

/** Of a board's text not everything is the candidate's: headings and the names of shapes show nothing. */
const hasOwnWords = ({ start, end }: Evidence, { tokens }: TokenisedSegment): boolean =>
  tokens.some((token) => token.start >= start && token.end <= end)

/** A label on a board may be a word. */
function isOfQuoteLength({ quote }: Evidence, { form }: TokenisedSegment): boolean {
  const words = tokenise(quote).length
  return words <= longestQuote && (form === 'drawn' || words >= shortestQuote)
}
