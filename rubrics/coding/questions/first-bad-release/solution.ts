export type Verdict = 'good' | 'bad' | 'unknown'

/**
 * Where a row of builds turns from good to bad, with as few checks as halving allows. One marker is always on a build known to be good, or before the
 * first; the other on one known to be bad, or behind the last. They close in on one another, for what is checked lies strictly between them.
 * A build that cannot be checked is passed over for its neighbours and never tried again. Gives the first and the last build that may be the one it
 * began with: two different ones only where those in between cannot be checked. Nothing, when none is known to be bad.
 */
export function beginningOfBad(builds: number, check: (build: number) => Verdict): [from: number, to: number] | undefined {
  const unknown = new Set<number>()
  let good = -1
  let bad = builds
  while (bad - good > 1) {
    const found = checkNearMiddle({ good, bad }, { check, unknown })
    if (found === undefined) break
    if (found.verdict === 'bad') bad = found.build
    else good = found.build
  }
  return bad === builds ? undefined : [good + 1, bad]
}

interface Checking {
  check: (build: number) => Verdict
  /** Builds that could not be checked; it grows. */
  unknown: Set<number>
}

/** Checks the build nearest to the middle that can be checked. Finds nothing when none between the two can. */
function checkNearMiddle(
  { good, bad }: { good: number; bad: number },
  { check, unknown }: Checking,
): { build: number; verdict: Verdict } | undefined {
  const middle = good + Math.floor((bad - good) / 2)
  for (let distance = 0; middle + distance < bad || middle - distance > good; distance++) {
    for (const build of new Set([middle - distance, middle + distance])) {
      if (build <= good || build >= bad || unknown.has(build)) continue
      const verdict = check(build)
      if (verdict !== 'unknown') return { build, verdict }
      unknown.add(build)
    }
  }
  return undefined
}

/** The same for checks that are known beforehand, one letter for each build: g good, b bad, x cannot be checked. */
export function suspects(row: string): [from: number, to: number] | undefined {
  const verdicts: Record<string, Verdict> = { g: 'good', b: 'bad', x: 'unknown' }
  return beginningOfBad(row.length, (build) => {
    const verdict = verdicts[row[build] ?? '']
    if (verdict === undefined) throw new Error(`a row of g, b and x, not "${row}"`)
    return verdict
  })
}
