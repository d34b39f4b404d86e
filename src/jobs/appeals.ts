import { randomUUID } from 'node:crypto'
import type { Appeal, AppealRequest } from '#src/domain/appeal.ts'
import type { Clock } from '#src/domain/clock.ts'
import type { Question } from '#src/domain/guide.ts'
import type { Lexicon } from '#src/domain/lexicon.ts'
import { gradedRevision } from '#src/domain/score.ts'
import type { Thresholds } from '#src/domain/thresholds.ts'
import { ConflictError, NotFoundError } from '#src/errors.ts'
import type { AppealJudge } from '#src/scoring/appeal-judge.ts'
import { type AppealDecision, decideAppeal } from '#src/scoring/decide-appeal.ts'
import type { Store } from '#src/store/store.ts'
import type { ReadInterview } from './scoring-queue.ts'
import type { TokenBudget } from './token-budget.ts'

export interface AppealsOptions {
  store: Store
  clock: Clock
  /** The questions that there are. */
  bank: readonly Question[]
  lexicon: Lexicon
  thresholds: Thresholds
  /** The model's is null when none is configured. */
  judges: { 'rule-based': AppealJudge; model: AppealJudge | null }
  /** Once it is reached a model judges nothing. */
  budget: TokenBudget
  readInterview: ReadInterview
}

export interface Appeals {
  /** Judges one appeal and stores it. Rejects with NotFoundError, ConflictError or StoreError. */
  appeal(
    interviewId: string,
    request: AppealRequest,
  ): Promise<{ kind: 'judged'; appeal: Appeal } | { kind: 'unjudged'; reason: string }>
  /** Stops what is being judged; nothing of it is stored. */
  stop(): Promise<void>
}

/** Judges appeals one after another, each against the newest scorecard, by what made that one: the rules or a model. */
export function appealsOn(options: AppealsOptions): Appeals {
  const { store, clock, bank, lexicon, thresholds, judges } = options
  const stopping = new AbortController()
  let last: Promise<unknown> = Promise.resolve()

  async function judged(interviewId: string, request: AppealRequest): ReturnType<Appeals['appeal']> {
    const standing = await store.findStandingScorecard(interviewId)
    if (standing === null) throw new NotFoundError('This interview has no scorecard yet.')
    const newest = await store.latestScoringJob(interviewId)
    if (newest?.status === 'queued' || newest?.status === 'running')
      throw new ConflictError('The interview is being scored again. Wait for the new scorecard, then appeal to that.')
    const before = (await store.listAppeals(interviewId)).find((one) => isSame(one, request) && one.outcome.kind === 'refused')
    if (before !== undefined) return { kind: 'judged', appeal: before }

    const scorer = standing.scorecard.scorer.startsWith('model@') ? 'model' : 'rule-based'
    const judge = judges[scorer]
    if (judge === null)
      return {
        kind: 'unjudged',
        reason: 'A model made this scorecard, and none is configured now. Set HOTSEAT_MODEL, or score again by the rules.',
      }
    const limit = scorer === 'model' ? await options.budget.reached(interviewId) : null
    if (limit !== null) return { kind: 'unjudged', reason: limit }
    const { transcript, held, revision } = await options.readInterview(interviewId)
    const { scorecard } = standing
    if (revision !== undefined && revision !== gradedRevision(scorecard))
      throw new ConflictError('The transcript was corrected since this scorecard. Score it again, then appeal to the new one.')
    const given = { scorecard, request, transcript, content: held, bank, lexicon, thresholds, judge, signal: stopping.signal }
    const decision = await decideAppeal(given)
    if (decision.kind === 'unjudged') return decision
    const appeal = appealOf(request, decision)
    const made = decision.kind === 'moved' ? { job: jobFor(interviewId, scorer), scorecard: decision.scorecard } : null
    await store.saveAppeal({ interviewId, against: standing.jobId, appeal, made })
    return { kind: 'judged', appeal }
  }

  const appealOf = (request: AppealRequest, decision: Exclude<AppealDecision, { kind: 'unjudged' }>): Appeal => ({
    id: randomUUID(),
    question: request.question,
    criterion: request.criterion,
    check: request.check,
    claim: request.quote,
    quote: decision.quote,
    outcome:
      decision.kind === 'moved'
        ? { kind: 'moved', from: decision.from, to: decision.to }
        : { kind: 'refused', verdict: decision.verdict },
    reason: decision.reason,
    createdAt: clock.now(),
  })
  const jobFor = (interviewId: string, scorer: 'rule-based' | 'model') => ({
    id: randomUUID(),
    interviewId,
    scorer,
    status: 'done' as const,
    done: 1,
    total: 1,
    finished: [],
    error: null,
    createdAt: clock.now(),
  })

  return {
    appeal: (interviewId, request) => {
      const own = last.then(() => judged(interviewId, request))
      // Its failure is for who asked; the next one is judged all the same.
      last = own.catch(() => undefined)
      return own
    },
    stop: async () => {
      stopping.abort()
      await last
    },
  }
}

const isSame = (appeal: Appeal, request: AppealRequest): boolean =>
  appeal.question === request.question &&
  appeal.criterion === request.criterion &&
  appeal.check === request.check &&
  appeal.claim === request.quote
