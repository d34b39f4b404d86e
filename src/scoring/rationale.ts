import type { Guide } from '#src/domain/guide.ts'
import type { Criterion, Rating } from '#src/domain/rubric.ts'
import type { CheckResult } from '#src/domain/score.ts'
import type { Level } from '#src/domain/track.ts'
import type { WordingReport } from '#src/evidence/wording.ts'
import { poolsOf } from './rating.ts'

/** Below this the words of an answer hold more that would fit any answer than figures of its own. */
const general = -1

/** One plain sentence: how much of the bar was met, what keeps the rating down, what is the first thing lacking, and for a 1 where it was asked. */
export function rationaleFor(options: {
  rating: Rating
  checks: readonly CheckResult[]
  criterion: Criterion
  guide: Guide | null
  level: Level
  capReason: string | null
  /** Of a scorer that goes by words; null for one that reads. */
  specificity: number | null
  /** How the answers are worded, and the rating that they would have with the usual wording; null for one that reads. */
  worded: (Pick<WordingReport, 'turn' | 'general'> & { without: Rating }) | null
  /** The turn in which the interviewer asked about it, null when it never did; undefined when the transcript does not tell. */
  askedIn: number | null | undefined
}): string {
  const { rating, checks, criterion, guide, level, capReason, specificity, worded } = options
  const bar = checks.filter((check) => poolsOf(check, level, { criterion, guide }).some((pool) => pool <= 3))
  const met = bar.filter(({ verdict }) => verdict === 'yes').length
  const begun = bar.filter(({ verdict }) => verdict === 'partly').length
  const next = rating >= 3 ? checks.filter((check) => poolsOf(check, level, { criterion, guide }).includes(4)) : bar
  const lacking =
    next.find(({ verdict }) => verdict === 'no' || verdict === 'not-shown') ?? next.find(({ verdict }) => verdict !== 'yes')
  const counts = `${met} of the ${bar.length} things expected at this level ${met === 1 ? 'was' : 'were'} shown`
  const partly = begun === 0 ? '' : `, ${begun} in part`
  const cap = capReason === null ? '' : `; ${capReason}`
  const wording = worded === null ? '' : wordingClause(rating, worded)
  const vague =
    wording === '' && rating < 4 && specificity !== null && specificity < general
      ? '; the words are more general than specific'
      : ''
  const lacks = rating >= 3 ? 'a 4 would take' : 'not shown'
  const lack = lacking === undefined || rating === 4 ? '' : `; ${lacks}: ${lowerFirst(lacking.means.replace(/\.$/, ''))}`
  return `${capitalised(counts)}${partly}${cap}${wording}${vague}${lack}${rating === 1 ? whereAsked(options.askedIn) : ''}.`
}

/** Says when it is not the checks alone that gave a rating, and what words of which answer pulled it down. */
function wordingClause(
  rating: Rating,
  { without, turn, general }: Pick<WordingReport, 'turn' | 'general'> & { without: Rating },
): string {
  if (rating > without) return '; the answers are more specific than most that show as much'
  if (rating === without) return ''
  const where = turn === null ? '' : `, most of all in turn ${turn}`
  const words = general.length === 0 ? '' : ` (${general.map((word) => `“${word}”`).join(', ')})`
  return `; the answers are more general than most that show as much${where}${words}`
}

/** A 1 has no words to point at: it points at the question instead. */
function whereAsked(askedIn: number | null | undefined): string {
  if (askedIn === undefined) return ''
  return askedIn === null ? '; it never came up' : `; asked in turn ${askedIn}`
}

const lowerFirst = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1)
const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
