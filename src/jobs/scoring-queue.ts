import { randomUUID } from 'node:crypto'
import type { Clock } from '#src/domain/clock.ts'
import type { Question } from '#src/domain/guide.ts'
import type { HeldContent } from '#src/domain/interview.ts'
import type { Lexicon } from '#src/domain/lexicon.ts'
import type { Log } from '#src/domain/log.ts'
import type { Thresholds } from '#src/domain/thresholds.ts'
import type { Transcript } from '#src/domain/transcript.ts'
import { HotseatError } from '#src/errors.ts'
import { type GradeResult, gradeTranscript, scoresNeeded } from '#src/scoring/grade-transcript.ts'
import type { Scorer } from '#src/scoring/scorer.ts'
import type { ScoringJob, Store } from '#src/store/store.ts'
import { type TokenBudget, tokensOf } from './token-budget.ts'

export interface ScoringQueueOptions {
  store: Store
  clock: Clock
  log: Log
  /** The questions that there are. */
  bank: readonly Question[]
  lexicon: Lexicon
  thresholds: Thresholds
  /** The model's is null when none is configured. */
  scorers: { 'rule-based': Scorer; model: Scorer | null }
  /** Once it is reached the rules score. */
  budget: TokenBudget
  /** What an interview looks like to scoring, with what it was held with. */
  readInterview: ReadInterview
  /** Told of every job that has ended, by itself or by a failure. */
  onFinished?: (job: FinishedScoring) => void
}

export interface FinishedScoring {
  scorer: ScoringJob['scorer']
  outcome: 'scored' | 'too-short' | 'failed'
  milliseconds: number
}

/** Rejects with NotFoundError or StoreError. `revision`: of an imported transcript. */
export type ReadInterview = (
  interviewId: string,
) => Promise<{ transcript: Transcript; held: HeldContent; contentHash: string; revision?: number | undefined }>

export interface ScoringQueue {
  /** The job that scores this interview: the one that waits or runs, else a new one. Rejects with StoreError. */
  enqueue(interviewId: string): Promise<ScoringJob>
  /** Takes up what a stopped server left unfinished; criteria decided then are not asked for again. */
  resume(): Promise<void>
  /** Stops after the criterion in hand; what is unfinished is taken up by `resume`. */
  stop(): Promise<void>
  /** How many jobs wait or run. */
  count(): number
  /** Resolves when nothing waits and nothing runs. */
  idle(): Promise<void>
}

/** Scores interviews one after another. Every score is stored when it is decided. */
export function scoringQueue(options: ScoringQueueOptions): ScoringQueue {
  const { store, clock, log, scorers, budget } = options
  const stopping = new AbortController()
  let last: Promise<void> = Promise.resolve()

  let unfinished = 0

  const add = (job: ScoringJob) => {
    unfinished += 1
    last = last.then(async () => {
      if (!stopping.signal.aborted) await run(job)
      unfinished -= 1
    })
  }

  async function run(job: ScoringJob): Promise<void> {
    const begun = clock.now()
    const finished = (outcome: FinishedScoring['outcome']) =>
      options.onFinished?.({ scorer: job.scorer, outcome, milliseconds: clock.now() - begun })
    try {
      const scorer = scorers[job.scorer]
      if (scorer === null)
        throw new HotseatError('No model is configured for scoring. Set HOTSEAT_SCORER_MODEL, or score again by the rules.')
      finished(await score(job, scorer))
    } catch (error) {
      if (stopping.signal.aborted) return
      log.error({ error, job: job.id, interview: job.interviewId }, 'A scoring job failed.')
      finished('failed')
      const message =
        error instanceof HotseatError
          ? error.message
          : 'Scoring stopped because of an error in the program. The log of the server says what.'
      await store
        .updateScoringJob(job.id, { status: 'failed', error: message })
        .catch((cause: unknown) => log.error({ error: cause, job: job.id }, 'The failure of a scoring job could not be stored.'))
    }
  }

  async function score(job: ScoringJob, scorer: Scorer): Promise<'scored' | 'too-short'> {
    const { transcript, held, contentHash, revision } = await options.readInterview(job.interviewId)
    const done = await store.listScores(job.id)
    const titles = new Map(held.rubric.criteria.map(({ id, title }) => [id, title]))
    const finished = done.map(({ score: { criterion } }) => titles.get(criterion) ?? criterion)
    const total = scoresNeeded(transcript, held)
    await store.updateScoringJob(job.id, { status: 'running', total, done: finished.length, finished: [...finished] })
    const result: GradeResult = await gradeTranscript({
      transcript,
      content: held,
      bank: options.bank,
      lexicon: options.lexicon,
      thresholds: options.thresholds,
      scorer,
      stamp: { content: contentHash, ...(revision !== undefined && { transcript: String(revision) }) },
      done,
      onScore: async (questionIndex, decided) => {
        budget.spend(job.interviewId, tokensOf(decided.usage))
        await store.saveScore(job.id, questionIndex, decided)
        finished.push(titles.get(decided.criterion) ?? decided.criterion)
        await store.updateScoringJob(job.id, { done: finished.length, finished: [...finished] })
      },
      signal: stopping.signal,
    })
    if (result.kind === 'too-short') {
      await store.updateScoringJob(job.id, { status: 'too-short', error: result.reason })
      return 'too-short'
    }
    await store.saveScorecard({ ...job, total }, result.scorecard)
    return 'scored'
  }

  return {
    async enqueue(interviewId) {
      const newest = await store.latestScoringJob(interviewId)
      if (newest?.status === 'queued' || newest?.status === 'running') return newest
      const job: ScoringJob = {
        id: randomUUID(),
        interviewId,
        scorer: scorers.model === null || (await budget.reached(interviewId)) !== null ? 'rule-based' : 'model',
        status: 'queued',
        done: 0,
        total: 0,
        finished: [],
        error: null,
        createdAt: clock.now(),
      }
      await store.createScoringJob(job)
      add(job)
      return job
    },
    async resume() {
      for (const job of await store.unfinishedScoringJobs()) add(job)
    },
    async stop() {
      stopping.abort()
      await last
    },
    count: () => unfinished,
    idle: () => last,
  }
}
