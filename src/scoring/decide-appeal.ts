import type { AppealRequest } from '#src/domain/appeal.ts'
import type { Question } from '#src/domain/guide.ts'
import type { HeldContent } from '#src/domain/interview.ts'
import type { Lexicon } from '#src/domain/lexicon.ts'
import type { AppealChange, CheckResult, Evidence, Score, Scorecard, Verdict } from '#src/domain/score.ts'
import type { Thresholds } from '#src/domain/thresholds.ts'
import type { Transcript } from '#src/domain/transcript.ts'
import { ConflictError, NotFoundError } from '#src/errors.ts'
import type { AppealJudge } from './appeal-judge.ts'
import { makeScorecard } from './make-scorecard.ts'
import { findPointedWords } from './pointed-words.ts'
import { scoreCriterion } from './score-criterion.ts'
import { secondLookAt } from './second-look.ts'
import { taskGround } from './task-ground.ts'

const quotesPerCheck = 3

export type AppealDecision =
  | { kind: 'moved'; quote: Evidence; from: Verdict; to: Verdict; reason: string; scorecard: Scorecard }
  | { kind: 'refused'; quote: Evidence | null; verdict: Verdict; reason: string }
  | { kind: 'unjudged'; reason: string }

/**
 * Judges one check again by the words that the candidate points at, and computes everything that follows by the code that computed it at first.
 * An appeal never lowers anything. Rejects with NotFoundError for a check that the scorecard lacks, with ConflictError for one that is met.
 */
export async function decideAppeal(options: {
  scorecard: Scorecard
  request: AppealRequest
  transcript: Transcript
  content: HeldContent
  /** As it was when the scorecard was made. */
  bank?: readonly Question[] | undefined
  lexicon: Lexicon
  thresholds: Thresholds
  judge: AppealJudge
  signal?: AbortSignal
}): Promise<AppealDecision> {
  const { scorecard, request, transcript, content, bank, lexicon, thresholds, judge, signal } = options
  const questionIndex = scorecard.perQuestion.findIndex(({ question }) => question === request.question)
  const score = scorecard.perQuestion[questionIndex]?.scores.find((one) => one.criterion === request.criterion)
  const criterion = content.rubric.criteria.find(({ id }) => id === request.criterion)
  const check = score?.checks.find((one) => one.check === request.check)
  if (score === undefined || criterion === undefined || check === undefined)
    throw new NotFoundError('The newest scorecard has no such check. Load the page again.')
  if (check.verdict === 'yes') throw new ConflictError('This check is met already.')

  const question = content.questions.find(({ id }) => id === request.question) ?? null
  const task = { transcript, rubric: content.rubric, questionIndex, question, bank }
  const read = taskGround(task, lexicon)
  const pointed = findPointedWords(request, read)
  const refused = (reason: string, quote: Evidence | null): AppealDecision => ({
    kind: 'refused',
    quote,
    verdict: check.verdict,
    reason,
  })
  if ('refused' in pointed) return refused(pointed.refused, null)
  const verdict = await judge.judge({ task, criterion, check, pointed, read }, signal)
  if (verdict.kind === 'unjudged') return verdict
  if (verdict.kind === 'not-met') return refused(verdict.reason, pointed.quote)
  if (rank(verdict.verdict) <= rank(check.verdict))
    return refused(`It counts in part already, and these words do not show the whole of it. ${verdict.reason}`, pointed.quote)

  const evidence = [...verdict.evidence, ...check.evidence].slice(0, quotesPerCheck)
  const again: CheckResult = { ...check, verdict: verdict.verdict, evidence, cappedBy: null }
  const checks = score.checks.map((one) => (one === check ? again : one))
  const made = scoredAgain(score, { task, criterion, checks, lexicon, thresholds })
  const moved = made.checks.find((one) => one.check === check.check)
  if (moved === undefined || rank(moved.verdict) <= rank(check.verdict))
    return refused(`It cannot count for more: ${moved?.cappedBy ?? 'it was capped'}.`, pointed.quote)
  const [quote = pointed.quote] = moved.evidence
  const change = { request, means: check.means, from: check.verdict, to: moved.verdict, quote, judge: judge.id }
  const next = withScore({ scorecard, content, transcript, questionIndex, made, change })
  return { kind: 'moved', quote, from: check.verdict, to: moved.verdict, reason: verdict.reason, scorecard: next }
}

/** By the rule that rated it at first, with what that took: an appeal changes a check, and nothing of how the score came about. */
function scoredAgain(
  score: Score,
  options: Omit<Parameters<typeof scoreCriterion>[0], 'verdict'> & { checks: CheckResult[] },
): Score {
  const { specificity, usage, quotes } = score
  const verdict = { ok: true as const, checks: options.checks, ...(specificity !== undefined && { specificity }) }
  const made = scoreCriterion({ ...options, verdict })
  const kept = { ...made, ...(quotes !== undefined && { quotes }), ...(usage !== undefined && { usage }) }
  if (kept.kind !== 'rated' || score.kind !== 'rated' || score.secondLook === undefined) return kept
  const secondLook = secondLookAt(kept.rating, score.secondLook)
  return { ...kept, ...(secondLook !== null && { secondLook }) }
}

const rank = (verdict: Verdict): number => (verdict === 'yes' ? 2 : verdict === 'partly' ? 1 : 0)

/** The scorecard with one score of one question replaced, and what that changed. */
function withScore(options: {
  scorecard: Scorecard
  content: HeldContent
  transcript: Transcript
  questionIndex: number
  made: Score
  change: { request: AppealRequest; means: string; from: Verdict; to: Verdict; quote: Evidence; judge: string }
}): Scorecard {
  const { scorecard, content, transcript, questionIndex, made, change } = options
  const perQuestion = scorecard.perQuestion.map((one, at) =>
    at === questionIndex
      ? { ...one, scores: one.scores.map((score) => (score.criterion === made.criterion ? made : score)) }
      : one,
  )
  const stamp = { ...scorecard.stamp, appeals: change.judge }
  const next = makeScorecard({ transcript, content, scorer: scorecard.scorer, stamp, perQuestion, setAside: scorecard.setAside })
  const { question, criterion, check } = change.request
  const entry: AppealChange = {
    question,
    criterion,
    check,
    means: change.means,
    from: change.from,
    to: change.to,
    quote: change.quote,
    ratings: next.scores.flatMap((score) => {
      const before = scorecard.scores.find((one) => one.criterion === score.criterion)
      const [from, to] = [ratingOf(before), ratingOf(score)]
      return from === to ? [] : [{ criterion: score.criterion, from, to }]
    }),
    recommendation: { from: scorecard.recommendation, to: next.recommendation },
  }
  const { quotes, usage } = scorecard
  const counts = { ...(quotes !== undefined && { quotes }), ...(usage !== undefined && { usage }) }
  return { ...next, ...counts, appeals: [...(scorecard.appeals ?? []), entry] }
}

const ratingOf = (score: Score | undefined) => (score?.kind === 'rated' ? score.rating : null)
