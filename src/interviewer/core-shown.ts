import type { CheckState } from './standpoint.ts'

/** Of the must points of phases left behind; of this phase when it is the first. */
export function coreShown(checks: readonly CheckState[]): number {
  const musts = checks.filter(({ must, due }) => must && due !== 'later')
  const earlier = musts.filter(({ due }) => due === 'earlier')
  const core = earlier.length > 0 ? earlier : musts
  if (core.length > 0) return core.filter((check) => check.shown !== 'none').length / core.length
  return checks.some((check) => check.shown !== 'none') ? 1 : 0
}
