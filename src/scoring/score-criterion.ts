import type { Lexicon } from '#src/domain/lexicon.ts'
import { checkAskedBy } from '#src/domain/move.ts'
import type { Criterion, Rating } from '#src/domain/rubric.ts'
import type { CheckResult, Evidence, Score } from '#src/domain/score.ts'
import type { Thresholds } from '#src/domain/thresholds.ts'
import { hadFairChance } from './fair-chance.ts'
import { capByHints } from './hint-caps.ts'
import type { NumberedTurn } from './question-turns.ts'
import { rateAtEachLevel } from './rating.ts'
import { capOf } from './rating-caps.ts'
import { rationaleFor } from './rationale.ts'
import type { CriterionVerdict, ScoringTask } from './scorer.ts'
import { movesIn } from './stored-move.ts'
import { taskGround } from './task-ground.ts'
import { verifyChecks } from './verify-checks.ts'

const quotesPerScore = 4

/** Turns a scorer's checks for one criterion of one question into its score: quotes verified, hints and caps applied, rating computed. */
export function scoreCriterion(options: {
  task: ScoringTask
  criterion: Criterion
  verdict: CriterionVerdict
  lexicon: Lexicon
  thresholds: Thresholds
}): Score {
  const { task, criterion, verdict, lexicon, thresholds } = options
  if (!verdict.ok) return { kind: 'unscored', criterion: criterion.id, reason: verdict.reason, checks: [] }
  const read = taskGround(task, lexicon)
  const guide = task.question?.guide ?? null
  const checks = capByHints(verifyChecks(verdict.checks, read), read.turns)
  if (read.turns.every(({ speaker }) => speaker !== 'candidate'))
    return { kind: 'unscored', criterion: criterion.id, reason: 'The interview ended before this question was answered.', checks }

  const cap = capOf({ criterion: criterion.id, guide, read, checks })
  const specificity = verdict.specificity?.value ?? null
  const byLevel = rateAtEachLevel(checks, { criterion, guide, thresholds, specificity, atMost: cap.atMost })
  const rating = byLevel[task.transcript.level]
  const fair = hadFairChance({ ...task, criterion, guide, turns: read.turns })
  // Too early to hold silence against anybody; what was shown by then still counts in full.
  if (!fair && rating < 3)
    return {
      kind: 'unscored',
      criterion: criterion.id,
      reason: 'The interview ended before there was a fair chance to show it.',
      checks,
    }
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
      askedIn: askedIn(checks, read.turns),
    }),
    evidence: evidenceFor(checks),
    checks,
    byLevel,
  }
}

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
