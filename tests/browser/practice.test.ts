import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { openPage, withBrowser } from '../support/browser.ts'
import { shippedQuestion, shippedRubric } from '../support/content-files.ts'
import { startHotseat } from '../support/hotseat.ts'
import { obedientModel, startModelPeer } from '../support/model-peer.ts'
import { answer, begin, composer, interviewerTurns, spoken, talkToTheEnd } from './in-the-room.ts'
import { shownRatings, toScorecard } from './scored.ts'

withBrowser()

const story = shippedQuestion('behavioral', 'outage-investigated')
const told =
  'Two years ago I ran the order service of a mail-order shop. At six on a Friday every fifth order failed, and I was on call. I looked at the connection pool first and saw that all forty were taken, so I read the slowest queries and found a report that held a lock.'

const isAsWideAsItsWindow = (page: Page, width: number) =>
  expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth)).toBe(width)

test('in practice one is coached when one asks, once for an answer, with words of the answer; a mock has no such button', {
  timeout: 60_000,
}, async () => {
  const hotseat = await startHotseat()
  const page = await openPage(hotseat.address)
  const coach = page.getByRole('button', { name: 'Coach me' })
  await begin(page, { track: 'behavioral', question: story.title, minutes: 5, mode: 'Practice' })
  expect(await coach.isDisabled()).toBe(true)

  await answer(page, told)
  await expect.poll(() => coach.isEnabled()).toBe(true)
  await coach.click()
  const words = await spoken(page, 3)
  const quoted = /"([^"]+)"/.exec(words)?.[1] ?? 'nothing'
  expect(told).toContain(quoted)
  expect(words).toContain('Still open:')
  expect(shippedRubric('behavioral').criteria.some(({ title }) => words.includes(title))).toBe(true)
  for (const { point } of story.guide.keyPoints) expect(words).not.toContain(point)
  await expect.poll(() => coach.isDisabled()).toBe(true)

  await page.setViewportSize({ width: 320, height: 640 })
  await isAsWideAsItsWindow(page, 320)
  expect(await coach.isVisible()).toBe(true)
  await answer(page, 'I ended the report, and after three minutes the orders went through again.')
  await expect.poll(() => coach.isEnabled()).toBe(true)

  const mock = await openPage(hotseat.address)
  await begin(mock, { track: 'behavioral', question: story.title, minutes: 5, mode: 'Mock' })
  expect(await mock.getByRole('button', { name: 'Coach me' }).count()).toBe(0)
})

test('gentle mode shows neither clock nor figures until they are wanted, at 320 pixels too', { timeout: 60_000 }, async () => {
  const hotseat = await startHotseat()
  const page = await openPage(hotseat.address)
  await page.setViewportSize({ width: 320, height: 640 })
  await page.locator('summary', { hasText: 'More' }).click()
  await page.getByRole('checkbox', { name: /^Gentle/ }).check()
  await isAsWideAsItsWindow(page, 320)
  await page.getByRole('radio', { name: /^Behavioral/ }).click()
  await page.getByLabel('Minutes').selectOption('5')
  await page.getByRole('combobox', { name: 'Question' }).selectOption({ label: story.title })
  await page.getByRole('button', { name: 'Begin' }).click()
  await interviewerTurns(page).first().waitFor()
  await page.getByRole('button', { name: 'Stop the interviewer' }).waitFor({ state: 'hidden' })
  expect(await page.getByRole('timer').count()).toBe(0)
  await isAsWideAsItsWindow(page, 320)

  await page.getByRole('button', { name: 'Show time' }).click()
  await page.getByRole('timer').waitFor()
  await talkToTheEnd(page, { next: () => told })
  await toScorecard(page)
  expect(Object.values(await shownRatings(page)).every((rating) => rating === null)).toBe(true)
  await isAsWideAsItsWindow(page, 320)
  await page.getByRole('button', { name: 'Show figures' }).first().click()
  await expect.poll(async () => Object.values(await shownRatings(page)).some((rating) => rating !== null)).toBe(true)
  await isAsWideAsItsWindow(page, 320)
})

test('the room stays as wide as a narrow window while the interviewer speaks', { timeout: 60_000 }, async () => {
  let letGo: () => void = () => undefined
  const held = new Promise<void>((resolve) => {
    letGo = resolve
  })
  let calls = 0
  const peer = await startModelPeer(async (request) => {
    calls++
    if (calls > 1) await held
    return obedientModel(request)
  })
  const hotseat = await startHotseat({
    env: { OPENAI_BASE_URL: peer.baseUrl, OPENAI_API_KEY: 'peer-key', HOTSEAT_MODEL: 'peer', HOTSEAT_OBSERVER: 'off' },
  })
  const page = await openPage(hotseat.address)
  await begin(page, { track: 'behavioral', question: story.title, minutes: 5, mode: 'Practice' })
  await composer(page).fill(told)
  await composer(page).press('Enter')
  await page.getByRole('button', { name: 'Stop the interviewer' }).waitFor()
  for (const width of [390, 360, 320]) {
    await page.setViewportSize({ width, height: 640 })
    await isAsWideAsItsWindow(page, width)
  }
  letGo()
  await spoken(page, 2)
})
