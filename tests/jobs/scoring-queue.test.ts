import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import type { Transcript } from '#src/domain/transcript.ts'
import { HotseatError } from '#src/errors.ts'
import { scoringQueue } from '#src/jobs/scoring-queue.ts'
import { withoutLimits } from '#src/jobs/token-budget.ts'
import { createRuleBasedScorer } from '#src/scoring/rule-based-scorer.ts'
import type { Scorer } from '#src/scoring/scorer.ts'
import { openSqliteStore } from '#src/store/sqlite-store.ts'
import { designContent, designInterview } from '../interviewer/fixtures.ts'
import { shippedLexicon, shippedThresholds } from '../support/content-files.ts'
import { manualClock } from '../support/manual-clock.ts'

const words = 'Scans are appended as immutable events, because a row that is overwritten forgets what happened before. '.repeat(4)
const transcript: Transcript = {
  id: 'interview-1',
  track: 'system-design',
  level: 'senior',
  questions: [{ id: 'parcel-tracker', text: 'Design a parcel tracker.' }],
  turns: [1, 2, 3].flatMap((turn) => [
    { speaker: 'interviewer' as const, text: `Question ${turn}?`, artifacts: [] },
    { speaker: 'candidate' as const, text: words, artifacts: [] },
  ]),
}
const silent = { info: () => undefined, warn: () => undefined, error: () => undefined }

async function queueOn(options: { scorer?: Scorer; spoken?: Transcript; read?: () => Promise<never> } = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'hotseat-jobs-'))
  const clock = manualClock()
  const store = openSqliteStore({ file: join(folder, 'hotseat.db'), clock })
  onTestFinished(() => {
    store.close()
    rmSync(folder, { recursive: true })
  })
  await store.createInterview(designInterview, designContent)
  const lexicon = shippedLexicon()
  const make = (scorer: Scorer = createRuleBasedScorer({ lexicon })) =>
    scoringQueue({
      budget: withoutLimits,
      store,
      clock,
      log: silent,
      bank: [],
      lexicon,
      thresholds: shippedThresholds(),
      scorers: { 'rule-based': scorer, model: null },
      readInterview:
        options.read ?? (async () => ({ transcript: options.spoken ?? transcript, held: designContent, contentHash: 'hash-1' })),
    })
  return { store, make, queue: make(options.scorer) }
}

/** Judges by the rules, and tells the test which criterion is asked for. */
function watched(onJudge: (criterion: string) => void): Scorer {
  const scorer = createRuleBasedScorer({ lexicon: shippedLexicon() })
  return {
    ...scorer,
    judge: async (task, criterion, signal) => {
      onJudge(criterion)
      return await scorer.judge(task, criterion, signal)
    },
  }
}

const criteria = ['framing', 'core-design', 'depth', 'reliability', 'judgement']

test('an interview is scored, its scorecard stored, and its job done', async () => {
  const { store, queue } = await queueOn()
  expect(await queue.enqueue('interview-1')).toMatchObject({ scorer: 'rule-based', status: 'queued', done: 0 })
  await queue.idle()
  expect(await store.latestScoringJob('interview-1')).toMatchObject({
    status: 'done',
    done: 5,
    total: 5,
    finished: criteria,
    error: null,
  })
  const card = await store.latestScorecard('interview-1')
  expect(card?.scores.map(({ criterion }) => criterion)).toEqual(criteria)
  expect(card?.stamp).toMatchObject({ scorer: 'rule-based@1', content: 'hash-1', rubric: 'system-design@1' })
})

test('asked twice while it waits, it is one job', async () => {
  const { queue } = await queueOn()
  const first = await queue.enqueue('interview-1')
  expect((await queue.enqueue('interview-1')).id).toBe(first.id)
  await queue.idle()
  expect((await queue.enqueue('interview-1')).id).not.toBe(first.id)
  await queue.idle()
})

test('stopped half-way, it goes on after a restart without asking again for what was decided', async () => {
  const asked: string[] = []
  let stop: () => Promise<void> = async () => undefined
  const { store, queue, make } = await queueOn({
    scorer: watched((criterion) => {
      asked.push(criterion)
      if (criterion === 'depth') void stop()
    }),
  })
  stop = () => queue.stop()
  const { id } = await queue.enqueue('interview-1')
  await queue.idle()
  expect(asked).toEqual(['framing', 'core-design', 'depth'])
  expect(await store.latestScoringJob('interview-1')).toMatchObject({ status: 'running', done: 2 })

  const askedLater: string[] = []
  const restarted = make(watched((criterion) => void askedLater.push(criterion)))
  await restarted.resume()
  await restarted.idle()
  expect(askedLater).toEqual(['depth', 'reliability', 'judgement'])
  expect(await store.latestScoringJob('interview-1')).toMatchObject({ id, status: 'done', finished: criteria })
})

test('too little to rate is said, and there is no scorecard', async () => {
  const { store, queue } = await queueOn({ spoken: { ...transcript, turns: transcript.turns.slice(0, 2) } })
  await queue.enqueue('interview-1')
  await queue.idle()
  const job = await store.latestScoringJob('interview-1')
  expect(job?.status).toBe('too-short')
  expect(job?.error).toMatch(/^Too short to rate: 1 answer/)
  expect(await store.latestScorecard('interview-1')).toBeNull()
})

test('a failure is kept with its reason, and the interview can be scored again', async () => {
  const { store, queue } = await queueOn({
    read: () => Promise.reject(new HotseatError('The turns of this interview cannot be read.')),
  })
  await queue.enqueue('interview-1')
  await queue.idle()
  expect(await store.latestScoringJob('interview-1')).toMatchObject({
    status: 'failed',
    error: 'The turns of this interview cannot be read.',
  })
  expect(await queue.enqueue('interview-1')).toMatchObject({ status: 'queued' })
  await queue.idle()
})
