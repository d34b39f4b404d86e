import { expect, test } from 'vitest'
import { openPage, withBrowser } from '../support/browser.ts'
import { shippedQuestion } from '../support/content-files.ts'
import { startHotseat } from '../support/hotseat.ts'
import { endedInterview } from '../support/sit-interview.ts'
import { faultsOf } from './faults.ts'

withBrowser()

const sample = shippedQuestion('concepts', 'indexes-how-when').answers.find(({ quality }) => quality !== 'weak')
const concepts = { track: 'concepts', question: 'indexes-how-when', minutes: 5 }

test('one rates oneself by keyboard before the scorecard opens, and it shows the difference', { timeout: 60_000 }, async () => {
  const hotseat = await startHotseat()
  const id = await endedInterview(hotseat, [sample?.parts[0]?.text ?? ''], concepts)
  const page = await openPage(hotseat.address)
  await page.getByRole('button', { name: 'Begin' }).waitFor()
  await page.goto(`${hotseat.origin}/interviews/${id}/scorecard`)
  await page.getByRole('heading', { name: 'How did you do?' }).waitFor()
  await page.getByRole('button', { name: 'Show what each rating takes' }).press('Enter')
  expect(await faultsOf(page, 'self-rating')).toEqual([])
  await page.getByRole('radio', { name: /^4/ }).first().focus()
  await page.keyboard.press('Space')
  await page.getByRole('button', { name: 'Keep 1 of 5 ratings' }).press('Enter')
  await page.getByText(/^You said 4/).waitFor()
  expect(await page.getByText(/^You said/).count()).toBe(1)
})
