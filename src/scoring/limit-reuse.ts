import type { CheckResult, Evidence } from '#src/domain/score.ts'

/** How many checks of a criterion one quote may support: whoever shows the same words for everything has shown nothing. */
const checksPerQuote = 2

/** Takes a quote away from the checks beyond the first two that rest on it, met ones before partly met ones. A check that loses all of its quotes is not met. */
export function limitReuse(checks: readonly CheckResult[]): CheckResult[] {
  const uses = new Map<string, number>()
  const limited = new Map<CheckResult, CheckResult>()
  for (const verdict of ['yes', 'partly'] as const)
    for (const check of checks.filter((one) => one.verdict === verdict)) {
      const evidence = check.evidence.filter((quote) => (uses.get(place(quote)) ?? 0) < checksPerQuote)
      for (const quote of evidence) uses.set(place(quote), (uses.get(place(quote)) ?? 0) + 1)
      limited.set(
        check,
        evidence.length > 0
          ? { ...check, evidence }
          : { ...check, verdict: 'not-shown', evidence, cappedBy: 'its quote supports two other checks already' },
      )
    }
  return checks.map((check) => limited.get(check) ?? check)
}

const place = ({ turn, artifact = '', start, end }: Evidence): string => [turn, artifact, start, end].join(' ')
