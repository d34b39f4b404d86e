import { expect, test } from 'vitest'
import { openPage, withBrowser } from '../support/browser.ts'
import { startHotseat } from '../support/hotseat.ts'
import { endedInterview, openScorecard, scored } from '../support/sit-interview.ts'
import { faultsOf } from './faults.ts'

withBrowser()

const story = 'I found the cause of the outage in March because I read the slow query log, and the error rate fell to nothing. '

test('interviews are searched, what they come to is shown, and two of them are compared', { timeout: 90_000 }, async () => {
  const hotseat = await startHotseat()
  for (let sat = 0; sat < 2; sat++) {
    const id = await endedInterview(
      hotseat,
      Array.from({ length: 3 }, () => story.repeat(3)),
      {
        question: 'outage-investigated',
        minutes: 5,
      },
    )
    await scored(hotseat, id)
    await openScorecard(hotseat, id)
  }
  const page = await openPage(hotseat.address)
  await page.getByRole('link', { name: 'History' }).click()
  await page.getByText('of the 3 ratings that make a trend').first().waitFor()
  await page.getByText('due tomorrow').waitFor()
  await page.getByText('The same as a table').press('Enter')
  await page.getByRole('table', { name: 'The oldest first' }).getByText('question asked before').waitFor()
  await page.getByText('The same as a list').press('Enter')
  const faults = await faultsOf(page, 'history')

  await page.getByRole('button', { name: /^Put .* aside$/ }).press('Enter')
  await page.getByText('Nothing is to be asked again.').waitFor()
  await page.getByLabel('Search what was said').fill('"slow query" lo')
  await page.locator('mark', { hasText: 'slow query' }).first().waitFor()
  faults.push(...(await faultsOf(page, 'search')))
  await page.getByLabel('Search what was said').fill('NEAR("nothing of the kind')
  await page.getByText('Nothing found.').waitFor()
  await page.getByLabel('Search what was said').fill('"slow query"')
  await page.getByRole('region', { name: 'Search results' }).getByRole('link').first().press('Enter')

  const found = page.url().split('#')[1] ?? ''
  expect(found).toMatch(/^turn-\d+$/)
  await page.locator(`#${found}`).getByText('slow query').first().waitFor()
  await expect.poll(() => page.locator(`#${found}`).evaluate((turn) => turn.getBoundingClientRect().top < innerHeight)).toBe(true)
  await page.getByText('Compare with another attempt').press('Enter')
  await page.locator('a[href^="/compare/"]').first().press('Enter')
  await page.getByRole('table', { name: 'Ratings and figures' }).getByText('Your words').waitFor()
  faults.push(...(await faultsOf(page, 'compare')))

  await page.goto(`${hotseat.origin}/history`)
  const suggested = page.getByRole('listitem').filter({ hasText: ', which you have not tried' }).getByRole('link').first()
  const title = await suggested.innerText()
  await suggested.press('Enter')
  await expect.poll(() => page.getByRole('button', { name: title, expanded: true }).count()).toBe(1)
  expect(faults).toEqual([])
})
