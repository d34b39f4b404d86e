import type { Score, Scorecard } from '#src/domain/score.ts'

/** The question whose checks a score shows: over several questions it shows those of one. Null when it shows nobody's. */
export function questionOf({ perQuestion }: Pick<Scorecard, 'perQuestion'>, score: Score): string | null {
  const checks = JSON.stringify(score.checks)
  const found = perQuestion.find(({ scores }) =>
    scores.some((one) => one.criterion === score.criterion && JSON.stringify(one.checks) === checks),
  )
  return found?.question ?? null
}
