import type { Score } from '#src/domain/score.ts'

/** What to say of a score that another scorer sees quite differently; null when nothing is. */
export function secondLookWords(score: Score): string | null {
  if (score.kind !== 'rated' || score.secondLook === undefined) return null
  const { rating, against, scorer } = score.secondLook
  const other = scorer.startsWith('rule-based') ? 'the written rules' : scorer
  const where = against === score.rating ? '' : ' on one of the questions'
  return `Worth a second look${where}: the model gave ${against}, ${other} ${rating}. The model’s rating stands; compare what each check rests on.`
}

/** The ratings of each run where a criterion was asked for more than once. */
export function runsWords(score: Score): string | null {
  if (score.kind !== 'rated' || score.runs === undefined) return null
  const ratings = score.runs.map((rating) => rating ?? 'failed')
  return `Asked ${ratings.length} times; alone the runs would have given ${ratings.join(', ')}. Each check counts as most of them saw it.`
}
