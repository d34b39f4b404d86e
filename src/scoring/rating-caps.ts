import type { Guide } from '#src/domain/guide.ts'
import type { Rating } from '#src/domain/rubric.ts'
import type { CheckResult } from '#src/domain/score.ts'
import { findMisconceptions } from '#src/evidence/judge-check.ts'
import { isCappedByHint } from './hint-caps.ts'
import type { TaskGround } from './task-ground.ts'

export interface RatingCap {
  atMost: Rating
  /** For the rationale: what keeps the rating down; null when nothing does. */
  reason: string | null
}

/** Above this share of sentences taken out by guards, an answer is at most a 2. */
const guardedShare = 0.25

/** What keeps a criterion's rating down whatever its checks give: a falsehood on a central point, text that is no evidence, hints. */
export function capOf(options: {
  criterion: string
  guide: Guide | null
  read: TaskGround
  checks: readonly CheckResult[]
}): RatingCap {
  const { criterion, guide, read, checks } = options
  const central = guide?.misconceptions.filter((one) => one.central && one.criterion === criterion) ?? []
  const [false_] = findMisconceptions(central, read.ground).filter(({ stands }) => stands)
  if (false_ !== undefined)
    return { atMost: 2, reason: `something central was said that is not so (turn ${false_.match.segment.turn})` }
  if (read.ground.guards.share > guardedShare)
    return {
      atMost: 2,
      reason: 'more than a quarter of the answer is no evidence: it repeats, lists terms, or talks to the grader',
    }
  if (checks.some(isCappedByHint)) return { atMost: 3, reason: 'part of it came after a hint' }
  return { atMost: 4, reason: null }
}
