import type { Guide } from '#src/domain/guide.ts'
import { type Ended, endedSchema, type Opener, type Rubric } from '#src/domain/rubric.ts'
import { endedBy } from '#src/domain/steps-taken.ts'

/**
 * What of an incident is over, which all questions are worded by. All of it in the look back, mended or not. Before, what the steps taken have ended; and once
 * users are well again the cause too, when it was told: a point that must be shown where it is looked for, and all that is asked for in its stead.
 */
export function whatIsOver({
  guide,
  rubric,
  shown,
  taken,
  isLookBack,
}: {
  guide: Guide
  rubric: Pick<Rubric, 'phases'>
  /** What the candidate's turns showed. */
  shown: ReadonlyMap<string, 'yes' | 'partly'>
  /** Steps taken, in order. */
  taken: readonly string[]
  isLookBack: boolean
}): ReadonlySet<Ended> {
  if (isLookBack) return new Set(endedSchema.options)
  const ended = endedBy(guide, taken)
  const isShown = (id: string) => shown.get(id) === 'yes'
  const ofCause = (is: (opener: Opener) => boolean) => rubric.phases.filter(({ openers }) => openers.some(is))
  const lookedForIn = new Set(ofCause(({ mootOnce }) => mootOnce === 'cause').map(({ id }) => id))
  const isFound = guide.keyPoints.some(({ id, phase, weight }) => weight === 'must' && lookedForIn.has(phase) && isShown(id))
  const instead = ofCause(({ onlyOnce }) => onlyOnce === 'cause').flatMap(({ openers }) =>
    openers.filter(({ onlyOnce }) => onlyOnce === 'cause').flatMap(({ asksFor }) => asksFor),
  )
  return ended.has('harm') && isFound && instead.every(isShown) ? new Set<Ended>([...ended, 'cause']) : ended
}
