import { expect, test } from 'vitest'
import { openPage, withBrowser } from '../support/browser.ts'
import { shippedQuestion } from '../support/content-files.ts'
import { startHotseat } from '../support/hotseat.ts'
import { endedInterview } from '../support/sit-interview.ts'
import { faultsOf } from './faults.ts'

withBrowser()

const outage = shippedQuestion('behavioral', 'outage-investigated')

test('the library is searched, a guide opens for study only after a word of warning, and the question is practised', {
  timeout: 120_000,
}, async () => {
  const hotseat = await startHotseat()
  const page = await openPage(hotseat.address)
  await page.getByRole('link', { name: 'Library' }).click()
  await page.getByRole('heading', { level: 1, name: 'Library' }).waitFor()
  const faults = await faultsOf(page, 'library')

  await page.getByLabel('Search').fill('outage investigated')
  await page.getByLabel('Track').selectOption({ label: 'Behavioral' })
  await page.getByRole('status').getByText('One question').waitFor()
  await page.getByRole('button', { name: outage.title }).press('Enter')
  await page.getByText(outage.opening).waitFor()
  await page.getByRole('button', { name: 'Show what is listened for' }).press('Enter')
  await page.getByText('You have not tried this question').waitFor()
  const point = outage.guide.keyPoints[0]?.point ?? ''
  expect(await page.getByText(point).count()).toBe(0)
  await page.getByRole('button', { name: 'Open it for study' }).press('Enter')
  await page.getByText(point).waitFor()
  faults.push(...(await faultsOf(page, 'guide')))

  await page.getByRole('button', { name: 'Practise it' }).press('Enter')
  await expect.poll(() => page.getByLabel('Question').inputValue()).toBe(outage.id)
  await page.getByText('How to go about it').click()
  await page.getByText('A story in four parts').waitFor()
  faults.push(...(await faultsOf(page, 'start with ways to go about it')))
  expect(faults).toEqual([])
})

test('what was tried is marked and can be left out, and its guide opens at once', { timeout: 60_000 }, async () => {
  const hotseat = await startHotseat()
  await endedInterview(hotseat, ['It was in March, and I was on call.'], { minutes: 5, question: outage.id })
  const page = await openPage(hotseat.address)
  await page.goto(`${hotseat.origin}/library`)

  await page.getByRole('button', { name: outage.title }).click()
  await page.getByText(/^Tried once, last on/).waitFor()
  await page.getByRole('button', { name: 'Show what is listened for' }).click()
  await page.getByText(outage.guide.keyPoints[0]?.point ?? '').waitFor()
  await page.getByLabel('Not tried yet').check()
  await expect.poll(() => page.getByRole('button', { name: outage.title }).count()).toBe(0)
})
