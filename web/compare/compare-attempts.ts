import type { Rating } from '#src/domain/rubric.ts'
import type { CheckResult, Score } from '#src/domain/score.ts'
import type { Attempt } from '#src/protocol/history.ts'
import { type CheckDifferences, checkDifferences } from '../redo/check-differences.ts'

export interface ComparedCriterion extends CheckDifferences {
  criterion: string
  title: string
  first: Rating | null
  second: Rating | null
  /** The checks of the first. */
  before: readonly CheckResult[]
}

/** Two attempts criterion by criterion; only criteria that both were read for. */
export function compareAttempts(
  criteria: readonly { id: string; title: string }[],
  first: Pick<Attempt, 'scores'>,
  second: Pick<Attempt, 'scores'>,
): ComparedCriterion[] {
  return criteria.flatMap(({ id, title }) => {
    const [before, after] = [first, second].map(({ scores }) => scores.find(({ criterion }) => criterion === id))
    if (before === undefined || after === undefined) return []
    return [
      {
        criterion: id,
        title,
        first: ratingOf(before),
        second: ratingOf(after),
        before: before.checks,
        ...checkDifferences(before, after),
      },
    ]
  })
}

/** What makes two attempts less than alike, in sentences. */
export function unlikeness(first: Attempt, second: Attempt): string[] {
  return [
    ...(first.level === second.level
      ? []
      : [`The first was held to the bar of ${first.level}, the second to that of ${second.level}.`]),
    ...(first.contentHash === second.contentHash
      ? []
      : ['They were held with different content, so what was looked for may differ.']),
    ...(first.scorer === second.scorer ? [] : [`They were scored by different scorers: ${first.scorer} and ${second.scorer}.`]),
    ...(second.isPrepared && !first.isPrepared ? ['Before the second the guide of the question had been read.'] : []),
    ...(first.isImported === second.isImported ? [] : ['One of them was imported, the other held here.']),
    ...(second.kind === 'redo'
      ? ['The second is one part answered again and read alone: what else the first showed counts as missing.']
      : []),
  ]
}

const ratingOf = (score: Score): Rating | null => (score.kind === 'rated' ? score.rating : null)
