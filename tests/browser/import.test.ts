import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { openPage, withBrowser } from '../support/browser.ts'
import { type Hotseat, startHotseat } from '../support/hotseat.ts'
import { ask } from '../support/live-client.ts'
import { faultsOf } from './faults.ts'

withBrowser()

const story =
  'In March our checkout failed for one customer in ten. I read the slow query log and the deploy log first, because the errors began with a release. ' +
  'I found that the pool of connections was half as large as before, so I rolled the release back and the error rate fell from 10 percent to nothing within two minutes. '
const design =
  'I would begin with how many links a day: say a million writes and a hundred million reads, so reads decide. Each code is seven characters of base 62, in one table with the code as primary key. '
const transcript = `Notes of a call
Anna: Hi, this is for a senior engineer role. Tell me about a serious outage that you investigated yourself, one real case.
Ben: ${story}
Anna: What did you look at first?
Ben: ${story.replace('March', 'April')}
Cleo: I only listen.
Anna: Who else was there?
Ben: ${story.replace('March', 'May')}
Cleo: Go on.
Anna: Good. For the second half, design a service that turns a long web address into a short link.
Ben: ${design}
Anna: Where is it stored?
Ben: ${design}
Anna: And when the cache is down?
Ben: ${design.replace('million', 'billion')}
`

async function toImport(hotseat: Hotseat, expected?: RegExp): Promise<Page> {
  const page = await openPage(hotseat.address, expected === undefined ? {} : { expected })
  await page.getByRole('link', { name: 'Import its transcript' }).press('Enter')
  await page.getByLabel('The transcript').waitFor()
  return page
}
const look = (page: Page) => page.getByRole('button', { name: 'See what was read' }).press('Enter')
const take = async (page: Page) => {
  const button = page.getByRole('button', { name: 'Import and score' })
  // It waits while what was chosen is read anew.
  await expect.poll(() => button.isEnabled()).toBe(true)
  await button.press('Enter')
}

describe('an interview that was held elsewhere', { timeout: 120_000 }, () => {
  test('is pasted, told apart and imported by keyboard, and corrected afterwards', async () => {
    const hotseat = await startHotseat()
    const page = await toImport(hotseat, /503|Service Unavailable/)
    const faults = await faultsOf(page, 'empty')
    await page.getByLabel('The transcript').fill(transcript)
    await look(page)
    await page.getByText('100 % of it has a speaker and words').waitFor()
    await page.getByText('One place is left out').press('Enter')
    await page.getByText('Notes of a call').waitFor()
    await expect.poll(() => page.getByRole('group', { name: /^Question \d$/ }).count()).toBe(2)
    faults.push(...(await faultsOf(page, 'preview')))

    const cleo = page.getByRole('radiogroup', { name: 'Cleo is' })
    expect(await cleo.getByLabel('Neither').isChecked()).toBe(true)
    await cleo.getByLabel('Interviewer').press('Space')
    await expect
      .poll(() => page.getByText(/That makes \d+ turns of the interviewer/).textContent())
      .toContain('6 turns of the interviewer')
    await page.getByRole('radiogroup', { name: 'Cleo is' }).getByLabel('Neither').press('Space')

    // The server fails once: what was chosen is still there, and after a reload too.
    await page.getByRole('group', { name: 'Question 2' }).getByLabel('Kind of interview').selectOption('Incident')
    await page.getByLabel('Level').selectOption('Mid')
    await page.route('**/api/imports', (route) =>
      route.fulfill({ status: 503, json: { error: { message: 'The disk is full.' } } }),
    )
    await take(page)
    await page.getByRole('alert').getByText('The disk is full. Nothing you chose is lost.').waitFor()
    await page.unroute('**/api/imports')
    await page.reload()
    await page.getByText('What was read', { exact: true }).waitFor()
    expect(await page.getByLabel('Level').inputValue()).toBe('mid')
    await take(page)
    await page.getByRole('heading', { name: 'Imported as 2 interviews' }).waitFor()
    await page.getByText('Scored', { exact: true }).waitFor()
    await page.getByText('Too short to rate').waitFor()
    faults.push(...(await faultsOf(page, 'several')))

    await page.getByRole('link', { name: 'An outage you investigated' }).press('Enter')
    await page.getByRole('button', { name: 'Skip' }).press('Enter')
    await page.getByRole('link', { name: 'Correct the transcript' }).press('Enter')
    await page.getByRole('button', { name: 'Edit turn 3' }).press('Enter')
    await page.getByLabel('Words of turn 3').fill('What did you look at then?')
    await page.getByLabel('Speaker of turn 5').selectOption('Candidate')
    await page.getByText('2 places are changed.').waitFor()
    faults.push(...(await faultsOf(page, 'correct')))
    await page.reload()
    await page.getByText('2 places are changed.').waitFor()
    await page.getByRole('button', { name: 'Save and score again' }).press('Enter')
    await page.getByRole('heading', { name: 'Transcript' }).waitFor()
    await page.getByText('What did you look at then?', { exact: true }).waitFor()
    expect(faults).toEqual([])
  })

  test('that names nobody is labelled in turns; a file is read in whatever it is written, and one that is none is refused', async () => {
    const hotseat = await startHotseat()
    const page = await toImport(hotseat, /422|Unprocessable/)
    const file = page.locator('input[type=file]')
    await file.setInputFiles({ name: 'photo.png', mimeType: 'image/png', buffer: Buffer.from([0x89, 0x50, 0xff, 0xfe, 0x00]) })
    await page.getByRole('alert').getByText('photo.png is no text that can be read.').waitFor()
    const unnamed = `How would you shorten links?\n\n${design}\n\nAnd then?\n\n${design}\n\nAnd last?\n\n${design}`
    const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(unnamed, 'utf16le')])
    await file.setInputFiles({ name: 'call.txt', mimeType: 'text/plain', buffer: utf16 })
    await page.getByRole('status').getByText('call.txt').waitFor()
    await look(page)
    await page.getByText('The text names nobody').waitFor()
    const faults = await faultsOf(page, 'unnamed')
    await take(page)
    await expect.poll(() => page.getByText('Choose the level.').count()).toBe(1)
    expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-invalid'))).toBe('true')
    await page.getByRole('button', { name: 'The interviewer begins' }).press('Enter')
    expect(await page.getByLabel('The transcript').inputValue()).toMatch(/^Interviewer: How would you/)
    await look(page)
    await page.getByText('100 % of it has a speaker and words').waitFor()
    await page.getByLabel('Level').selectOption('Senior')
    await page.getByLabel('Kind of interview').selectOption('System design')
    await take(page)
    await page.waitForURL(/\/interviews\/[^/]+\/scor/)
    const rows = await (await ask(hotseat, '/api/interviews?limit=5')).json()
    expect(rows).toMatchObject([{ level: 'senior', track: 'system-design' }])

    await page.goto(`${hotseat.origin}/import`)
    await page.getByLabel('The transcript').fill('<!doctype html><p>Hello.</p>')
    await look(page)
    await page.getByRole('alert').getByText('is HTML or XML').waitFor()
    faults.push(...(await faultsOf(page, 'unreadable')))
    await page.getByRole('button', { name: 'Change the text' }).press('Enter')
    expect(await page.getByLabel('The transcript').inputValue()).toContain('doctype')
    expect(faults).toEqual([])
  })

  test('is offered from an empty history', async () => {
    const hotseat = await startHotseat()
    const page = await openPage(hotseat.address)
    await page.getByRole('link', { name: 'History' }).press('Enter')
    await page.getByRole('link', { name: 'Import one that was held elsewhere' }).press('Enter')
    await page.getByRole('heading', { name: 'Import an interview' }).waitFor()
  })
})
