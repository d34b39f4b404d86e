import type { Guide } from '#src/domain/guide.ts'
import type { Criterion, Rating } from '#src/domain/rubric.ts'
import type { CheckResult } from '#src/domain/score.ts'
import type { Level } from '#src/domain/track.ts'
import { poolsOf } from './rating.ts'

/** One plain sentence: how much of the bar was met, what is the first thing lacking, what keeps the rating down. */
export function rationaleFor(options: {
  rating: Rating
  checks: readonly CheckResult[]
  criterion: Criterion
  guide: Guide | null
  level: Level
  capReason: string | null
}): string {
  const { rating, checks, criterion, guide, level, capReason } = options
  const bar = checks.filter((check) => poolsOf(check, level, { criterion, guide }).some((pool) => pool <= 3))
  const met = bar.filter(({ verdict }) => verdict === 'yes').length
  const begun = bar.filter(({ verdict }) => verdict === 'partly').length
  const next = rating >= 3 ? checks.filter((check) => poolsOf(check, level, { criterion, guide }).includes(4)) : bar
  const lacking =
    next.find(({ verdict }) => verdict === 'no' || verdict === 'not-shown') ?? next.find(({ verdict }) => verdict !== 'yes')
  const counts = `${met} of the ${bar.length} things expected at this level ${met === 1 ? 'was' : 'were'} shown`
  const partly = begun === 0 ? '' : `, ${begun} in part`
  const cap = capReason === null ? '' : `; ${capReason}`
  const lack = lacking === undefined || rating === 4 ? '' : `; not shown: ${lowerFirst(lacking.means.replace(/\.$/, ''))}`
  return `${capitalised(counts)}${partly}${cap}${lack}.`
}

const lowerFirst = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1)
const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
