import type { CheckResult, Verdict } from '#src/domain/score.ts'

export const quotesPerCheck = 3

/** From the lowest verdict to the highest. */
const ranked: readonly Verdict[] = ['not-shown', 'no', 'partly', 'yes']
const rank = (verdict: Verdict): number => ranked.indexOf(verdict)

/** One verdict a check from several runs over the same words: what most runs say, the lowest on a tie, with the quotes of those that say so. */
export const majorityOfRuns = (runs: readonly (readonly CheckResult[])[]): CheckResult[] => reduced(runs, mostSaid)

/** One verdict a check from several parts of the same transcript: the best, with the quotes of the parts that give it. */
export const bestOfParts = (parts: readonly (readonly CheckResult[])[]): CheckResult[] => reduced(parts, best)

function reduced(
  readings: readonly (readonly CheckResult[])[],
  choose: (verdicts: readonly Verdict[]) => Verdict,
): CheckResult[] {
  const [first = [], ...others] = readings
  if (others.length === 0) return [...first]
  return first.map((check) => {
    const found = readings.flatMap((reading) => reading.filter((one) => one.check === check.check))
    const verdict = choose(found.map((one) => one.verdict))
    const agreeing = found.filter((one) => one.verdict === verdict)
    return {
      ...(agreeing[0] ?? check),
      evidence: distinct(agreeing.flatMap(({ evidence }) => evidence)).slice(0, quotesPerCheck),
    }
  })
}

function mostSaid(verdicts: readonly Verdict[]): Verdict {
  const votes = (verdict: Verdict) => verdicts.filter((one) => one === verdict).length
  return ranked.reduce((most, verdict) => (votes(verdict) > votes(most) ? verdict : most))
}

const best = (verdicts: readonly Verdict[]): Verdict =>
  verdicts.reduce((high, verdict) => (rank(verdict) > rank(high) ? verdict : high), 'not-shown')

const distinct = (evidence: CheckResult['evidence']): CheckResult['evidence'] =>
  evidence.filter(
    ({ turn, artifact, start, quote }, at) =>
      evidence.findIndex(
        (one) => one.turn === turn && one.artifact === artifact && one.start === start && one.quote === quote,
      ) === at,
  )
