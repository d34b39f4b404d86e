import type { Guide } from '#src/domain/guide.ts'
import type { Criterion, Rating, Rubric } from '#src/domain/rubric.ts'
import type { CheckResult, Debrief, Evidence, Score } from '#src/domain/score.ts'
import { isExpectedAt, type Level, levels } from '#src/domain/track.ts'
import { isBeyond, levelMet } from './level-met.ts'
import { poolsOf } from './rating.ts'

const mostCarried = 6
const mostFixes = 3
const mostLacks = 5

/** A check of one question, with what is known about it. */
interface Placed {
  result: CheckResult
  criterion: Criterion
  guide: Guide | null
}

/** What the candidate reads afterwards, computed from the scores: what carried, at most three fixes, what the first level that is not met would need. */
export function debriefOf(options: {
  scores: readonly Score[]
  perQuestion: readonly { scores: readonly Score[]; guide: Guide | null }[]
  rubric: Rubric
  level: Level
}): Debrief {
  const { scores, perQuestion, rubric, level } = options
  const placed = perQuestion.flatMap(({ scores: own, guide }) =>
    own.flatMap((score) => {
      const criterion = rubric.criteria.find(({ id }) => id === score.criterion)
      return criterion === undefined ? [] : score.checks.map((result): Placed => ({ result, criterion, guide }))
    }),
  )
  const carried = carriedBy(placed)
  const meets = levelMet({ scores, perQuestion, rubric, level })
  return {
    carried,
    fixes: fixesFor({ placed, scores, level, quoted: carried.map(({ evidence }) => evidence) }),
    nextLevel: nextLevelFor({ placed, scores, meets, level }),
    meets,
  }
}

function carriedBy(placed: readonly Placed[]): Debrief['carried'] {
  const met = placed.filter(({ result }) => result.verdict === 'yes' && result.evidence.length > 0)
  met.sort((a, b) => strength(b) - strength(a))
  const carried: Debrief['carried'] = []
  for (const { result, criterion } of met) {
    const evidence = result.evidence.find((one) => !carried.some((other) => sameWords(other.evidence, one)))
    if (evidence === undefined || carried.some(({ check }) => check === result.check)) continue
    carried.push({ criterion: criterion.id, check: result.check, what: result.means, evidence })
    if (carried.length === mostCarried) break
  }
  return carried
}

/** Points of the question weigh more than what is true of any question, rarer things more than common ones. */
function strength({ result, criterion, guide }: Placed): number {
  if (result.source === 'standing') return criterion.checks.find(({ id }) => id === result.check)?.rating ?? 0
  const point = guide?.keyPoints.find(({ id }) => id === result.check)
  return point?.weight === 'bonus' ? 6 : point?.weight === 'must' ? 5 : 4.5
}

const sameWords = (a: Evidence, b: Evidence): boolean => a.quote.includes(b.quote) || b.quote.includes(a.quote)

function fixesFor({
  placed,
  scores,
  level,
  quoted,
}: {
  placed: readonly Placed[]
  scores: readonly Score[]
  level: Level
  /** Quotes that the debrief shows already: none is shown twice. */
  quoted: readonly Evidence[]
}): Debrief['fixes'] {
  const ratingOf = new Map(scores.flatMap((score) => (score.kind === 'rated' ? [[score.criterion, score.rating] as const] : [])))
  const open = placed
    .filter(({ result, criterion }) => result.verdict !== 'yes' && ratingOf.has(criterion.id))
    .map((one) => ({ ...one, effect: effectOf(one, ratingOf.get(one.criterion.id) ?? 1, level) }))
    .filter(({ effect }) => effect > 0)
    .sort((a, b) => b.effect - a.effect)
  const chosen: typeof open = []
  // One of each criterion first: three fixes to the same thing are one fix.
  for (const fresh of [true, false])
    for (const one of open) {
      if (chosen.length === mostFixes) break
      if (chosen.some(({ result }) => result.check === one.result.check)) continue
      if (fresh && chosen.some(({ criterion }) => criterion.id === one.criterion.id)) continue
      chosen.push(one)
    }
  const shown = [...quoted]
  return chosen.map((one) => {
    const evidence = nearestFirst(one, placed).find((quote) => !shown.some((other) => sameWords(other, quote))) ?? null
    if (evidence !== null) shown.push(evidence)
    return { criterion: one.criterion.id, check: one.result.check, what: one.result.means, ...adviceOn(one), evidence }
  })
}

/** How much meeting the check would move: the criterion's weight, the distance to the next rating, and whether the check counts for it. */
function effectOf({ result, criterion, guide }: Placed, rating: Rating, level: Level): number {
  if (rating === 4) return 0
  const pools = poolsOf(result, level, { criterion, guide })
  const wanted = rating < 2 ? [2, 3] : rating === 2 ? [3] : [4]
  if (!pools.some((pool) => wanted.includes(pool))) return 0
  const gap = rating < 3 ? 4 - rating : 0.5
  const ofQuestion = result.source === 'key-point' ? 1.3 : 1
  const rare = pools.length > 1 ? 1.2 : 1
  return criterion.weight * gap * ofQuestion * rare * (criterion.must && rating < 3 ? 1.5 : 1)
}

function adviceOn({ result, criterion, guide }: Placed): { why: string; drill: string } {
  const point = guide?.keyPoints.find(({ id }) => id === result.check)
  if (result.source === 'key-point' && point !== undefined)
    return { why: point.why, drill: point.drill ?? `Answer this aloud in one minute: ${point.probes[0]?.ask ?? point.point}` }
  const standing = criterion.checks.find(({ id }) => id === result.check)
  const rating = standing?.rating ?? 3
  return {
    why: `${criterion.title}, rated ${rating}: ${criterion.anchors[rating]}`,
    drill: standing?.drill ?? `Answer this aloud in one minute: ${standing?.probe?.ask ?? result.means}`,
  }
}

/** The candidate's words near to what is missing: those that began to show it, then those for the same criterion. */
const nearestFirst = ({ result, criterion, guide }: Placed, placed: readonly Placed[]): Evidence[] => [
  ...result.evidence,
  ...placed.filter((one) => one.criterion.id === criterion.id && one.guide === guide).flatMap((one) => one.result.evidence),
]

function nextLevelFor(options: {
  placed: readonly Placed[]
  scores: readonly Score[]
  meets: Level | null
  level: Level
}): Debrief['nextLevel'] {
  const { placed, scores, meets, level } = options
  const next = levels[meets === null ? 0 : levels.indexOf(meets) + 1]
  if (next === undefined) return null
  const isAbove = levels.indexOf(next) > levels.indexOf(level)
  const below = new Set(scores.flatMap((score) => (score.kind === 'rated' && score.byLevel[next] < 3 ? [score.criterion] : [])))
  const lacks = placed
    .filter(({ result, criterion, guide }) => {
      if (result.verdict === 'yes') return false
      const isBar = poolsOf(result, next, { criterion, guide }).some((pool) => pool <= 3)
      if (isBar && below.has(criterion.id)) return true
      return isAbove && !isOfLater({ result, guide }, next) && isBeyond(result, level, { criterion, guide })
    })
    .sort((a, b) => strength(b) * b.criterion.weight - strength(a) * a.criterion.weight)
    .map(({ result }) => result.means)
  return { level: next, lacks: [...new Set(lacks)].slice(0, mostLacks) }
}

/** A point of the question that is expected from a level above this one on. */
function isOfLater({ result, guide }: Pick<Placed, 'result' | 'guide'>, level: Level): boolean {
  const point = result.source === 'key-point' ? guide?.keyPoints.find(({ id }) => id === result.check) : undefined
  return point !== undefined && !isExpectedAt(point.level, level)
}
