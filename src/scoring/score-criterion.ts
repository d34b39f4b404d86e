import type { Lexicon } from '#src/domain/lexicon.ts'
import { checkAskedBy } from '#src/domain/move.ts'
import type { Criterion, Rating } from '#src/domain/rubric.ts'
import type { CheckResult, Evidence, QuoteCount, Score } from '#src/domain/score.ts'
import type { Thresholds } from '#src/domain/thresholds.ts'
import { wordingOf } from '#src/evidence/wording.ts'
import { hadFairChance } from './fair-chance.ts'
import { capByHints } from './hint-caps.ts'
import { limitReuse } from './limit-reuse.ts'
import type { NumberedTurn } from './question-turns.ts'
import { rateAtEachLevel, sharesAt, type WordsTold } from './rating.ts'
import { capOf } from './rating-caps.ts'
import { rationaleFor } from './rationale.ts'
import { majorityOfRuns } from './reduce-checks.ts'
import type { CriterionVerdict, ScoringTask } from './scorer.ts'
import { movesIn } from './stored-move.ts'
import { type TaskGround, taskGround } from './task-ground.ts'
import { verifyChecks } from './verify-checks.ts'

const quotesPerScore = 4
/** Share of what a rating of 2 asks for from which on somebody took the chance that they were not given: told early, it is theirs. */
const mostlyTold = 0.75

/** Turns a scorer's checks for one criterion of one question into its score: quotes verified, hints and caps applied, rating computed. */
export function scoreCriterion(options: {
  task: ScoringTask
  criterion: Criterion
  verdict: CriterionVerdict
  lexicon: Lexicon
  thresholds: Thresholds
}): Score {
  const { task, criterion, verdict, lexicon, thresholds } = options
  const used = verdict.usage === undefined ? {} : { usage: verdict.usage }
  if (!verdict.ok) return { kind: 'unscored', criterion: criterion.id, reason: verdict.reason, checks: [], ...used }
  const read = taskGround(task, lexicon)
  const guide = task.question?.guide ?? null
  const { runs, quotes } = readRuns(verdict.runs ?? [verdict.checks], read)
  const kept = { quotes, ...used, ...(verdict.specificity !== undefined && { specificity: verdict.specificity }) }
  const asked = runs.filter((run) => run !== null)
  const checks = asked.length === 1 ? (asked[0] ?? []) : limitReuse(majorityOfRuns(asked))
  if (read.turns.every(({ speaker }) => speaker !== 'candidate')) {
    const reason = 'The interview ended before this question was answered.'
    return { kind: 'unscored', criterion: criterion.id, reason, checks, ...kept }
  }

  const specificity = verdict.specificity ?? null
  const wording = specificity === null ? null : wordingOf(read.ground, thresholds.wording)
  const words = wording === null || specificity === null ? null : { specificity, wording: wording.mean, weakest: wording.weakest }
  const rate = (shown: readonly CheckResult[], told = words) => {
    const cap = capOf({ criterion: criterion.id, guide, read, checks: shown })
    return { cap, byLevel: rateAtEachLevel(shown, { criterion, guide, thresholds, words: told, atMost: cap.atMost }) }
  }
  const { cap, byLevel } = rate(checks)
  const rating = byLevel[task.transcript.level]
  const fair = hadFairChance({ ...task, criterion, guide, turns: read.turns })
  // Too early to hold silence against anybody; what was shown by then still counts in full, in whatever phase it was told.
  const begun = sharesAt(task.transcript.level, checks, { criterion, guide })[2] ?? 0
  if (!fair && rating < 3 && !(rating === 2 && begun >= mostlyTold))
    return {
      kind: 'unscored',
      criterion: criterion.id,
      reason: 'The interview ended before there was a fair chance to show it.',
      checks,
      ...kept,
    }
  const { usual } = thresholds.wording
  const withUsualWording = (told: WordsTold): Rating =>
    rate(checks, { ...told, wording: usual.mean, weakest: usual.weakest }).byLevel[task.transcript.level]
  const spread = runs.map((run) => (run === null ? null : rate(run).byLevel[task.transcript.level]))
  return {
    kind: 'rated',
    criterion: criterion.id,
    rating,
    rationale: rationaleFor({
      rating,
      checks,
      criterion,
      guide,
      level: task.transcript.level,
      capReason: capped(cap, rating),
      specificity,
      worded: wording === null || words === null ? null : { ...wording, without: withUsualWording(words) },
      askedIn: askedIn(checks, read.turns),
    }),
    evidence: evidenceFor(checks),
    checks,
    byLevel,
    ...(spread.length > 1 && { runs: spread }),
    ...kept,
  }
}

/** The runs with what was really said in them, and how many of the quotes that were claimed it was. */
function readRuns(
  runs: readonly (readonly CheckResult[] | null)[],
  read: TaskGround,
): { runs: (CheckResult[] | null)[]; quotes: QuoteCount } {
  const quotes = { claimed: 0, verified: 0 }
  const verified = runs.map((claims) => {
    if (claims === null) return null
    const found = verifyChecks(claims, read)
    quotes.claimed += quotesIn(claims)
    quotes.verified += quotesIn(found)
    // Passages that patterns found are about their check; what a model claims without a place may be the same words for everything.
    const isClaim = claims.some(({ evidence }) => evidence.some(({ start, end }) => start === end))
    return capByHints(isClaim ? limitReuse(found) : found, read.turns)
  })
  return { runs: verified, quotes }
}

const quotesIn = (checks: readonly CheckResult[]): number => checks.reduce((sum, { evidence }) => sum + evidence.length, 0)

const capped = (cap: { atMost: Rating; reason: string | null }, rating: Rating): string | null =>
  rating === cap.atMost ? cap.reason : null

/** The first turn in which the interviewer asked about any of the checks; undefined when the transcript holds no moves. */
function askedIn(checks: readonly CheckResult[], turns: readonly NumberedTurn[]): number | null | undefined {
  const moves = movesIn(turns)
  if (moves.length === 0) return undefined
  return moves.find(({ move }) => checks.some(({ check }) => check === checkAskedBy(move)))?.turn ?? null
}

/** Quotes of the met checks, met ones before partly met ones, none twice. */
export function evidenceFor(checks: readonly CheckResult[]): Evidence[] {
  const wanted = [...checks.filter(({ verdict }) => verdict === 'yes'), ...checks.filter(({ verdict }) => verdict === 'partly')]
  const quotes: Evidence[] = []
  for (const { evidence } of wanted)
    for (const one of evidence.slice(0, 1))
      if (quotes.length < quotesPerScore && !quotes.some(({ quote }) => quote.includes(one.quote) || one.quote.includes(quote)))
        quotes.push(one)
  return quotes
}
