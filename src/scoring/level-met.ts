import type { Guide } from '#src/domain/guide.ts'
import type { Rubric } from '#src/domain/rubric.ts'
import type { CheckResult, Recommendation, Score } from '#src/domain/score.ts'
import { type Level, levels } from '#src/domain/track.ts'
import { poolsOf, shareMet } from './rating.ts'
import { recommend } from './recommendation.ts'

/**
 * Share of what goes beyond the bar an interview was held to that must be shown before it is said to meet a level above. Ratings alone do not tell:
 * a guide asks little more of a lead than of a senior, and the cuts are fitted on interviews read against their own level.
 */
const shownBeyond: Record<Level, number> = { junior: 0, mid: 1 / 3, senior: 1 / 2, lead: 2 / 3 }

export interface LevelsAsked {
  scores: readonly Score[]
  perQuestion: readonly { scores: readonly Score[]; guide: Guide | null }[]
  rubric: Rubric
  /** The level that the interview was held to. */
  level: Level
}

/**
 * The highest level whose bar (lean-hire) is met with every one below it; null when none. Above the level that was asked for each step takes a
 * strong-hire at the level beneath and enough of what goes beyond the bar.
 */
export function levelMet(asked: LevelsAsked): Level | null {
  const held = levels.indexOf(asked.level)
  const unmet = levels.findIndex((level) => !isHire(recommendedAt(level, asked)))
  const reached = unmet === -1 ? levels.length - 1 : unmet - 1
  if (reached <= held) return levels[reached] ?? null
  const beyond = shareBeyond(asked)
  const above = levels.slice(held + 1, reached + 1)
  const missed = above.findIndex(
    (level, at) => recommendedAt(levels[held + at] ?? asked.level, asked) !== 'strong-hire' || beyond < shownBeyond[level],
  )
  return levels[missed === -1 ? reached : held + missed] ?? null
}

/** A check that the bar of the level does not ask for: for a 4, or expected of a level above. */
export const isBeyond = (check: CheckResult, level: Level, of: Parameters<typeof poolsOf>[2]): boolean =>
  poolsOf(check, level, of).includes(4)

/** Share of what goes beyond the bar that was shown, each criterion by its weight. */
function shareBeyond({ perQuestion, rubric, level }: LevelsAsked): number {
  const shares = rubric.criteria.flatMap((criterion) => {
    const beyond = perQuestion.flatMap(({ scores, guide }) =>
      scores
        .filter((score) => score.criterion === criterion.id)
        .flatMap(({ checks }) => checks.filter((check) => isBeyond(check, level, { criterion, guide }))),
    )
    const share = shareMet(beyond)
    return share === null ? [] : [{ weight: criterion.weight, share }]
  })
  const weight = shares.reduce((sum, one) => sum + one.weight, 0)
  return weight === 0 ? 0 : shares.reduce((sum, one) => sum + one.weight * one.share, 0) / weight
}

const isHire = (recommendation: Recommendation | null): boolean =>
  recommendation === 'lean-hire' || recommendation === 'strong-hire'

function recommendedAt(level: Level, { scores, rubric }: LevelsAsked): Recommendation | null {
  const ratings = new Map(
    scores.flatMap((score) => (score.kind === 'rated' ? [[score.criterion, score.byLevel[level]] as const] : [])),
  )
  return recommend(ratings, rubric).recommendation
}
