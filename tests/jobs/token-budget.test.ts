import { expect, test } from 'vitest'
import { tokenBudget } from '#src/jobs/token-budget.ts'
import { designContent, designInterview } from '../interviewer/fixtures.ts'
import { openStoreWithInterview } from '../store/store-file.ts'

const day = 24 * 60 * 60 * 1000
const log = { info: () => undefined, warn: () => undefined, error: () => undefined }

async function budgetOf(limits: { perInterview: number | null; perDay: number | null }) {
  const { store, clock } = await openStoreWithInterview()
  await store.createInterview({ ...designInterview, id: 'interview-2' }, designContent)
  await store.createInterview({ ...designInterview, id: 'interview-3', ownerId: 'owner-2' }, designContent)
  const budget = tokenBudget({ store, clock, log, limits })
  const reached = async () =>
    await Promise.all(['interview-1', 'interview-2', 'interview-3'].map(async (id) => (await budget.reached(id)) !== null))
  return { store, clock, budget, reached }
}

test('an interview has its tokens for as long as it lasts', async () => {
  const { clock, budget, reached } = await budgetOf({ perInterview: 100, perDay: null })
  budget.spend('interview-1', 60)
  budget.spend('interview-1', 39)
  await expect.poll(reached).toEqual([false, false, false])
  budget.spend('interview-1', 1)
  await expect.poll(reached).toEqual([true, false, false])
  clock.advance(2 * day)
  expect(await reached()).toEqual([true, false, false])
  expect(await budget.reached('interview-1')).toContain('The 100 model tokens that an interview may take')
})

test('a day’s tokens are those of one owner, over all interviews, and come anew at midnight UTC', async () => {
  const { clock, budget, reached } = await budgetOf({ perInterview: null, perDay: 100 })
  clock.advance(day - (clock.now() % day) - 1)
  budget.spend('interview-1', 99)
  budget.spend('interview-2', 1)
  await expect.poll(reached).toEqual([true, true, false])
  clock.advance(1)
  expect(await reached()).toEqual([false, false, false])
})

test('without limits nothing is counted', async () => {
  const { store, budget, reached } = await budgetOf({ perInterview: null, perDay: null })
  budget.spend('interview-1', 1_000_000)
  expect(await reached()).toEqual([false, false, false])
  expect(await store.tokensUsed({ ownerId: 'owner-1', interviewId: 'interview-1', day: '1970-01-01' })).toEqual({
    interview: 0,
    day: 0,
  })
})
