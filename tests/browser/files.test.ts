import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { openPage, withBrowser } from '../support/browser.ts'
import { boxesInRow } from '../support/full-drawing.ts'
import { type Hotseat, startHotseat } from '../support/hotseat.ts'
import { ask } from '../support/live-client.ts'
import { manualClock } from '../support/manual-clock.ts'
import { sitDesign } from '../support/sit-design.ts'
import { endedInterview, openScorecard, scored } from '../support/sit-interview.ts'
import { faultsOf, violationsOf } from './faults.ts'

withBrowser()

const words = [
  'We kept every message in a ledger of its own, so that a lost one could be told by the gap in its numbers. Before that nobody knew how many went missing, and support heard of it from customers first.',
  'I measured it for two weeks: the queue lost one of ten thousand, and after my change none at all. I wrote the consumer anew so that it stored each message before it acknowledged it, and I ran both side by side for a week.',
  'The team wanted to retry blindly. I showed them on the dashboard that this doubled the load. We agreed on a key for each message, and the second copy was thrown away. Since then the on-call engineer was not woken once by that alert.',
]

async function withInterview(hotseat: Hotseat): Promise<string> {
  const id = await endedInterview(hotseat, words, { question: 'outage-investigated' })
  await scored(hotseat, id)
  await openScorecard(hotseat, id)
  return id
}
const count = async (hotseat: Hotseat) => ((await (await ask(hotseat, '/api/interviews')).json()) as unknown[]).length

test('deleting from a scorecard leads to the history, is said, and is undone by keyboard; after ten seconds it is gone', {
  timeout: 120_000,
}, async () => {
  // Time stands still on both sides, so that a slow machine has its ten seconds too.
  const clock = manualClock()
  const hotseat = await startHotseat({ clock })
  const id = await withInterview(hotseat)
  const page = await openPage(hotseat.address)
  await page.getByRole('button', { name: 'Begin' }).waitFor()
  await page.clock.install()
  await page.goto(`${hotseat.origin}/interviews/${id}/scorecard`)
  await page.getByRole('button', { name: /^Delete: / }).waitFor()
  await page.clock.pauseAt(Date.now() + 3_600_000)
  await page.getByRole('button', { name: /^Delete: / }).focus()
  await page.keyboard.press('Enter')
  const notice = page.getByRole('status').filter({ hasText: /deleted\. For ten seconds/ })
  await notice.waitFor()
  /** What comes after a few milliseconds of the page's own time. */
  const soon = (look: () => Promise<unknown>) =>
    expect.poll(
      async () => {
        await page.clock.runFor(20)
        return await look()
      },
      { timeout: 20_000 },
    )
  await soon(() => page.getByRole('heading', { name: 'No interviews yet' }).count()).toBe(1)
  expect(await count(hotseat)).toBe(0)
  await soon(() => page.evaluate(() => document.activeElement?.textContent)).toBe('Undo')
  await page.keyboard.press('Enter')
  await soon(() => page.getByText(/put back as it was/).count()).toBe(1)
  await soon(() => page.getByRole('link', { name: /Review/ }).count()).toBe(1)
  expect(await count(hotseat)).toBe(1)

  await page.getByRole('button', { name: /^Delete: / }).click()
  await notice.waitFor()
  clock.advance(10_000)
  await page.clock.runFor(10_500)
  await page.getByText(/deleted for good\. Backups/).waitFor()
  await page.clock.runFor(7_000)
  await page.getByText(/deleted for good/).waitFor({ state: 'detached' })
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('main')
  await page.clock.resume()
})

test('settings export everything, delete everything and take it back in', { timeout: 120_000 }, async () => {
  const hotseat = await startHotseat()
  await withInterview(hotseat)
  const page = await openPage(hotseat.address)
  await page.getByRole('button', { name: 'Begin' }).waitFor()
  await page.goto(`${hotseat.origin}/settings`)
  const download = page.waitForEvent('download')
  await page.getByRole('link', { name: 'Export all' }).click()
  const archive = await (await download).path()
  expect(readFileSync(archive).subarray(0, 2).toString()).toBe('PK')
  expect(await faultsOf(page, 'settings')).toEqual([])

  await page.getByRole('button', { name: 'Delete all interviews' }).click()
  await page.getByText(/^One interview deleted/).waitFor()
  await page.getByRole('heading', { name: 'Settings', level: 1 }).waitFor()
  expect(await faultsOf(page, 'a notice')).toEqual([])
  expect(await count(hotseat)).toBe(0)
  const chosen = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: 'Restore from a file' }).click()
  await (await chosen).setFiles({ name: 'all.zip', mimeType: 'application/zip', buffer: readFileSync(archive) })
  await page.getByText('One interview restored.').waitFor()
  expect(await count(hotseat)).toBe(1)
  const again = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: 'Restore from a file' }).click()
  await (await again).setFiles({ name: 'notes.md', mimeType: 'text/markdown', buffer: Buffer.from('# Notes') })
  await page.getByText(/^Not restored: notes\.md holds no record/).waitFor()
})

const evil = '</text><img src=http://evil.test/ onerror=alert(1)>'

test('an exported page runs nothing, asks for nothing, and has no accessibility faults', { timeout: 120_000 }, async () => {
  const hotseat = await startHotseat()
  const id = await sitDesign(hotseat, { scene: boxesInRow(['Service', evil]), code: evil })
  await openScorecard(hotseat, id)
  const text = await (await ask(hotseat, `/api/interviews/${id}/export?format=html`)).text()
  const page = await openPage('about:blank')
  const requests: string[] = []
  page.on('request', (request) => request.url() !== 'http://file.test/' && requests.push(request.url()))
  await page.route('http://file.test/', (route) => route.fulfill({ contentType: 'text/html', body: text }))
  for (const colorScheme of ['light', 'dark'] as const)
    for (const width of [1440, 375]) {
      await page.emulateMedia({ colorScheme })
      await page.setViewportSize({ width, height: 900 })
      await page.goto('http://file.test/')
      await page.getByRole('heading', { name: 'Transcript' }).waitFor()
      await page
        .getByRole('img', { name: /^Board: 2 parts/ })
        .getByText(evil, { exact: true })
        .waitFor()
      expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true)
      expect([colorScheme, width, await violationsOf(page, { scheme: colorScheme })]).toEqual([colorScheme, width, []])
    }
  expect(requests).toEqual([])
})

test('before anything is set up the sample shows a scorecard and a review, with nothing to do to it', {
  timeout: 120_000,
}, async () => {
  const hotseat = await startHotseat()
  const page = await openPage(hotseat.address)
  await page.getByRole('link', { name: 'a sample interview with its scorecard' }).click()
  await page.getByText('This is a sample.').waitFor()
  await page.getByRole('heading', { name: 'Why', exact: true }).waitFor()
  await page.locator('[id^=criterion-] button[aria-expanded=false]').first().click()
  for (const name of [/^Delete/, /^Not useful/, 'Score again', /I did say that/, 'Let somebody else look'])
    expect(await page.getByRole('button', { name }).count()).toBe(0)
  expect(await page.getByRole('link', { name: 'Answer this part again' }).count()).toBe(0)
  expect(await faultsOf(page, 'the sample')).toEqual([])
  await page.getByRole('link', { name: 'Go back over it line by line' }).click()
  await page.getByRole('heading', { name: 'Line by line' }).waitFor()
  expect(await page.getByRole('button', { name: 'Add a note' }).count()).toBe(0)
  expect(await faultsOf(page, 'the sample’s review')).toEqual([])
  await page.getByRole('link', { name: 'History' }).click()
  await page.getByRole('heading', { name: 'No interviews yet' }).waitFor()
})
