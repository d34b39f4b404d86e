export interface Stretch {
  start: number
  length: number
}

const isFailure = (mark: string | undefined): boolean => mark !== '.'

/**
 * The longest run of checks with at most `tolerated` failures; of several as long, the first. A check is a character: a dot passed, all else did
 * not. One window over the string: its end takes in a check at a time, and its start moves up while there are too many failures inside. It never
 * has to move back, since a longer stretch from an earlier start holds at least as many failures. So each check enters once and leaves at most
 * once, and three numbers are all that is kept.
 */
export function longestQuietStretch(checks: string, tolerated: number): Stretch {
  // A negative number would chase the start past the end of the string.
  if (!Number.isInteger(tolerated) || tolerated < 0)
    throw new RangeError(`tolerated must be a whole number from zero, not ${tolerated}`)

  let best: Stretch = { start: 0, length: 0 }
  let start = 0
  let failures = 0
  for (let end = 0; end < checks.length; end++) {
    if (isFailure(checks[end])) failures++
    while (failures > tolerated) {
      if (isFailure(checks[start])) failures--
      start++
    }
    const length = end - start + 1
    if (length > best.length) best = { start, length }
  }
  return best
}
