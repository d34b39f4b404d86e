import type { Locator, Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { openPage, withBrowser } from '../support/browser.ts'
import { boxesInRow } from '../support/full-drawing.ts'
import { startHotseat } from '../support/hotseat.ts'
import { sayWith } from '../support/say-with.ts'
import { sitDesign } from '../support/sit-design.ts'
import { endInterview, openScorecard, scored, sitInterview } from '../support/sit-interview.ts'
import { faultsOf } from './faults.ts'

withBrowser()

/** What stands under this name. */
const side = (within: Page | Locator, name: string): Locator =>
  within.locator('section:has(> h3)').filter({ hasText: new RegExp(`^${name}`) })

/** Words that stand on more than one line. */
const brokenWords = (within: Locator): Promise<string[]> =>
  within.evaluate((root) => {
    const texts = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
    const broken: string[] = []
    for (let text = texts.nextNode(); text !== null; text = texts.nextNode())
      for (const { 0: word, index } of (text.textContent ?? '').matchAll(/\S+/g)) {
        const range = document.createRange()
        range.setStart(text, index)
        range.setEnd(text, index + word.length)
        if (range.getClientRects().length > 1) broken.push(word)
      }
    return broken
  })

const code = 'const digits = 62\n\nexport function shorten(id: number): string {\n  return id.toString(36)\n}\n'
const better = code.replace('id.toString(36)', 'inBase(digits, id)')

test('two attempts are read side by side: their boards, their code, and what was said part by part', {
  timeout: 180_000,
}, async () => {
  const hotseat = await startHotseat()
  const first = await sitDesign(hotseat, { scene: boxesInRow(['Service', 'Database', 'Cron']), code })
  const second = await sitDesign(hotseat, { scene: boxesInRow(['service', 'Database', 'Cache', 'Queue']), code: better })
  for (const id of [first, second]) await openScorecard(hotseat, id)
  const page = await openPage(hotseat.address)
  await page.getByRole('button', { name: 'Begin' }).waitFor()
  const asked: string[] = []
  page.on('request', (request) => asked.push(new URL(request.url()).pathname))
  const askedFor = (end: RegExp) => asked.filter((path) => end.test(path)).length
  await page.goto(`${hotseat.origin}/compare/${first}/${second}`)
  await page.getByRole('table', { name: 'Ratings and figures' }).waitFor()
  expect(askedFor(/\/turns$|\/boards\//)).toBe(0)

  await page.locator('summary', { hasText: /^Boards/ }).press('Enter')
  await page.getByText('2 parts stand on both, going by labels.').waitFor()
  await page.getByText('“Cron”', { exact: true }).waitFor()
  await page.getByText('“Cache”; “Queue”', { exact: true }).waitFor()
  await page.getByText('“Database” to “Cron”', { exact: true }).waitFor()
  await expect.poll(() => page.getByRole('img', { name: /^Board: \d parts/ }).count()).toBe(2)
  expect([askedFor(/\/turns$/), askedFor(/\/boards\/1$/)]).toEqual([1, 2])

  await page.locator('summary', { hasText: /^Code/ }).press('Enter')
  await page.getByText('1 line only in the first (−), 1 line only in the second (+).').waitFor()
  const lines = page.locator('pre').filter({ hasText: 'inBase(digits, id)' }).first()
  expect(await lines.innerText()).toMatch(
    /Only in the first, 1 line:\s+−\s*return id\.toString\(36\)\s+Only in the second, 1 line:/,
  )
  await page.getByText('Both whole').press('Enter')

  const part = page.locator('details').filter({ hasText: 'This is how it hangs together.' })
  const parts = page.locator('section', { has: page.getByRole('heading', { name: 'What was said' }) }).locator('summary')
  for (const summary of await parts.all()) await summary.press('Enter')
  await part.getByText('This is how it hangs together.').first().waitFor()
  expect(askedFor(/\/turns$/)).toBe(1)
  expect(await faultsOf(page, 'compare')).toEqual([])

  const sides = () => Promise.all(['First', 'Second'].map((name) => side(part, name).first().boundingBox()))
  const [left, right] = await sides()
  expect([left?.y === right?.y, (left?.x ?? 0) < (right?.x ?? 0)]).toEqual([true, true])
  await page.setViewportSize({ width: 375, height: 740 })
  expect(await brokenWords(page.getByRole('table', { name: 'Ratings and figures' }))).toEqual([])
  const ratings = page.getByRole('region', { name: /^Ratings and figures/ })
  expect(await ratings.evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth)).toBe(0)
  const [above, below] = await sides()
  expect([above?.x, (above?.y ?? 0) < (below?.y ?? 0)]).toEqual([below?.x, true])

  const turn = part.getByRole('link', { name: /^turn \d+$/ }).first()
  const place = await turn.innerText()
  await turn.press('Enter')
  await page.waitForURL(new RegExp(`/interviews/${first}/scorecard#turn-${place.slice(5)}$`))
})

test('what one attempt lacks is said, and SQL stands with what the database answered', { timeout: 180_000 }, async () => {
  const hotseat = await startHotseat()
  const sql = [
    { kind: 'sql' as const, text: 'select count(*) from orders' },
    { kind: 'sql-result' as const, text: 'count\n3' },
  ]
  const sit = async (artifacts: Parameters<typeof sayWith>[2]) => {
    const long =
      'I would group the orders by customer and take the newest of each, because an index on both columns serves that. '
    const choice = { track: 'sql', question: 'top-n-per-group', minutes: 40 }
    const { id, client } = await sitInterview(hotseat, [long.repeat(3), long.repeat(3)], choice)
    await sayWith(client, long, artifacts)
    await endInterview(client)
    await scored(hotseat, id)
    await openScorecard(hotseat, id)
    return id
  }
  const [first, second] = [await sit(sql), await sit([])]
  const page = await openPage(hotseat.address)
  await page.getByRole('button', { name: 'Begin' }).waitFor()
  await page.goto(`${hotseat.origin}/compare/${first}/${second}`)
  await page.locator('summary', { hasText: /^SQL/ }).press('Enter')
  const shown = page.locator('details').filter({ hasText: 'select count(*) from orders' })
  await shown.getByText('What the database answered, 2 lines').first().waitFor()
  await shown.getByText('No SQL was written.').waitFor()
  expect(await page.locator('summary', { hasText: /^Boards/ }).count()).toBe(0)
  expect(await faultsOf(page, 'compare SQL')).toEqual([])
})

test('who answers again sees what had been drawn and written, and the new answer stands beside the part it belongs to', {
  timeout: 180_000,
}, async () => {
  const hotseat = await startHotseat()
  const id = await sitDesign(hotseat, { scene: boxesInRow(['Service', 'Database']), code })
  await openScorecard(hotseat, id)
  const page = await openPage(hotseat.address)
  await page.getByRole('button', { name: 'Begin' }).waitFor()
  await page.goto(`${hotseat.origin}/interviews/${id}/scorecard`)
  await page.getByRole('link', { name: 'Answer this part again' }).first().press('Enter')
  await page.getByText('Board, 2 parts').press('Enter')
  await page.getByRole('img', { name: /^Board: 2 parts/ }).waitFor()
  await page.getByText('Code, 5 lines of TypeScript').press('Enter')
  await page.getByText('return id.toString(36)').waitFor()
  expect(await faultsOf(page, 'redo with a board')).toEqual([])
  const field = page.getByRole('textbox', { name: 'Your new answer' })
  await field.fill('Reads are a hundred times the writes, so a cache in front of the table takes most of them.')
  await field.press('Control+Enter')
  await page.getByRole('heading', { name: 'Gained' }).waitFor()

  await page.goto(`${hotseat.origin}/interviews/${id}/scorecard`)
  await page.getByText('Compare with another attempt').press('Enter')
  await page.locator('a[href^="/compare/"]').first().press('Enter')
  await page.getByRole('columnheader', { name: /^Answered again/ }).waitFor()
  await page.locator('summary', { hasText: /^Boards/ }).press('Enter')
  await page.getByText('An answer given again is words alone.').waitFor()
  const summaries = page.locator('section', { has: page.getByRole('heading', { name: 'What was said' }) }).locator('summary')
  await expect.poll(() => summaries.count()).toBeGreaterThan(0)
  for (const summary of await summaries.all())
    if (await summary.evaluate((one) => !(one.parentElement as HTMLDetailsElement).open)) await summary.press('Enter')
  const again = side(page, 'Answered again').getByText('Reads are a hundred times the writes')
  await again.waitFor()
  expect(await page.getByRole('link', { name: 'to the answer' }).first().getAttribute('href')).toContain('/redo/')
})
