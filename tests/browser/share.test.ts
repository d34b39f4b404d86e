import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { openPage, withBrowser } from '../support/browser.ts'
import { shippedQuestion } from '../support/content-files.ts'
import { startHotseat } from '../support/hotseat.ts'
import { ask } from '../support/live-client.ts'
import { endedInterview, scored } from '../support/sit-interview.ts'
import { faultsOf } from './faults.ts'

withBrowser()

const sample = shippedQuestion('concepts', 'indexes-how-when').answers.find(({ quality }) => quality !== 'weak')
const words = sample?.parts[0]?.text ?? ''

/** Selects words of a turn as a mouse would. */
const select = (page: Page, turn: number, chosen: string) =>
  page
    .locator(`#turn-${turn} p`)
    .first()
    .evaluate((element, wanted) => {
      const node = [...element.childNodes].find((child) => child.textContent?.includes(wanted))
      const start = node?.textContent?.indexOf(wanted) ?? 0
      if (node === undefined) throw new Error(`the turn does not say "${wanted}" in one piece`)
      window.getSelection()?.setBaseAndExtent(node, start, node, start + wanted.length)
    }, chosen)

test('somebody else comments and rates blind by a link, and both sides then see where they differ', {
  timeout: 300_000,
}, async () => {
  const hotseat = await startHotseat()
  const id = await endedInterview(hotseat, [words], { track: 'concepts', question: 'indexes-how-when', minutes: 5 })
  await scored(hotseat, id)
  await ask(hotseat, `/api/interviews/${id}/self-rating`, { method: 'POST', body: JSON.stringify({ kind: 'skipped' }) })
  const owner = await openPage(hotseat.address)
  await owner.getByRole('button', { name: 'Begin' }).waitFor()
  await owner.goto(`${hotseat.origin}/interviews/${id}/scorecard`)

  await owner.getByRole('button', { name: 'Let somebody else look' }).click()
  await owner.getByLabel('For whom').fill('Ada')
  const faults: unknown[] = await faultsOf(owner, 'share dialog')
  await owner.getByRole('button', { name: 'Make the link' }).click()
  await owner.getByText('It opens on this machine only').waitFor()
  faults.push(...(await faultsOf(owner, 'new link')))
  const link = await owner.getByLabel('Link', { exact: true }).inputValue()
  expect(link).toMatch(new RegExp(`^${hotseat.origin}/shared#[\\w-]{43}$`))
  await owner.getByRole('button', { name: 'Done' }).click()

  const guest = await openPage(link)
  await guest.getByRole('heading', { level: 1 }).waitFor()
  expect(new URL(guest.url()).hash).toBe('')
  expect(await guest.getByRole('navigation').count()).toBe(0)
  expect(await guest.getByText('of 4', { exact: false }).count()).toBe(0)
  const chosen = words.split(' ').slice(1, 4).join(' ')
  await select(guest, 2, chosen)
  await guest.getByRole('button', { name: 'Comment on turn 2' }).click()
  expect(await guest.getByLabel('On these words').inputValue()).toBe(chosen)
  await guest.getByLabel('Your comment').fill('What would it cost to write?')
  faults.push(...(await faultsOf(guest, 'writing a comment')))
  await guest.reload()
  expect(await guest.getByLabel('Your comment').inputValue()).toBe('What would it cost to write?')
  await guest.getByRole('button', { name: 'Keep comment' }).click()
  const focused = () => guest.evaluate(() => document.activeElement?.textContent)
  await expect.poll(focused).toBe('Comment on turn 2')
  // The rest by keyboard alone.
  await guest.getByRole('button', { name: 'Comment on turn 1' }).focus()
  await guest.keyboard.press('Enter')
  await guest.keyboard.type('A fair question.')
  await guest.keyboard.press('Tab')
  await guest.keyboard.press('Tab')
  await guest.keyboard.press('Enter')
  for (const group of await guest.getByRole('radiogroup').all()) await group.getByRole('radio', { name: /^3 · / }).check()
  await guest.getByRole('radiogroup').first().getByRole('radio', { name: 'Cannot say' }).check()
  await guest.getByLabel('Your name').fill('Ada L.')
  await guest.reload()
  await guest.getByText('What would it cost to write?').waitFor()
  expect(await guest.getByRole('radiogroup').first().getByRole('radio', { name: 'Cannot say' }).isChecked()).toBe(true)
  faults.push(...(await faultsOf(guest, 'reviewing')))
  await guest.getByRole('button', { name: 'Submit the review' }).click()
  await guest.getByRole('button', { name: 'Submit', exact: true }).click()
  await guest.getByRole('heading', { name: 'Your ratings beside the scorer’s' }).waitFor()
  await guest.getByText('is too small for a kappa').waitFor()
  expect(await guest.getByRole('radiogroup').count()).toBe(0)
  faults.push(...(await faultsOf(guest, 'after the review')))

  await owner.goto(`${hotseat.origin}/interviews/${id}/reviews`)
  const table = owner.getByRole('region', { name: 'Ratings side by side' })
  await table.getByText('cannot say').waitFor()
  expect(await table.getByRole('columnheader').allTextContents()).toEqual(['Criterion', 'Scorer', 'Ada L.'])
  expect(await owner.locator('#turn-2 mark').allTextContents()).toEqual([chosen])
  expect(await owner.locator('#turn-1').getByText('A fair question.').count()).toBe(1)
  faults.push(...(await faultsOf(owner, 'reviews')))
  await owner.getByRole('button', { name: 'Withdraw the link for Ada' }).click()
  await owner.getByRole('button', { name: 'Withdraw the link for Ada now' }).click()
  await owner.getByText(/Withdrawn \d/).waitFor()
  expect((await guest.request.get(`${hotseat.origin}/api${new URL(guest.url()).pathname}`)).status()).toBe(410)

  await owner.goto(`${hotseat.origin}/interviews/${id}/scorecard`)
  await owner.getByRole('button', { name: 'Not useful: turn 1' }).click()
  await owner.getByLabel('Why is turn 1 not useful?').fill('It asked two things at once.')
  faults.push(...(await faultsOf(owner, 'not useful')))
  await owner.getByRole('button', { name: 'Keep it' }).click()
  await owner.reload()
  await owner.getByText('You called this not useful: It asked two things at once.').waitFor()
  await owner.getByRole('button', { name: 'Take it back: turn 1' }).click()
  await owner.getByRole('button', { name: 'Not useful: turn 1' }).waitFor()
  expect(faults).toEqual([])
})
