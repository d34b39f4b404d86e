import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { openPage, withBrowser } from '../support/browser.ts'
import { shippedQuestion } from '../support/content-files.ts'
import { startHotseat } from '../support/hotseat.ts'
import { answer, begin } from './in-the-room.ts'
import { openCriteria, toScorecard } from './scored.ts'

withBrowser()

const wide = { width: 1440, height: 900 }
const phone = { width: 375, height: 740 }
const looks = [
  { size: wide, colorScheme: 'light' },
  { size: phone, colorScheme: 'dark' },
] as const

test('no page has anything that axe finds wrong, or is wider than its window', { timeout: 300_000 }, async () => {
  const hotseat = await startHotseat()
  const page = await openPage(hotseat.address)
  const question = shippedQuestion('concepts', 'indexes-how-when')
  await begin(page, { track: 'concepts', question: question.title, minutes: 5, mode: 'Practice' })
  const words = question.answers.find(({ quality }) => quality !== 'weak')?.parts[0]?.text ?? ''
  await answer(page, words)
  const room = page.url()
  const faults: unknown[] = await faultsOf(page, 'room')
  await page.getByRole('button', { name: 'End', exact: true }).click()
  faults.push(...(await faultsOf(page, 'end dialog')))
  await page.getByRole('button', { name: 'End and score' }).click()
  await toScorecard(page)
  await openCriteria(page)
  faults.push(...(await faultsOf(page, 'scorecard')))
  for (const path of ['/', '/history', '/settings', '/nowhere', new URL(room).pathname]) {
    await page.goto(`${hotseat.origin}${path}`)
    await page.getByRole('heading', { level: 1 }).waitFor()
    faults.push(...(await faultsOf(page, path)))
  }
  expect(faults).toEqual([])
})

async function faultsOf(page: Page, name: string): Promise<unknown[]> {
  const faults: unknown[] = []
  for (const { size, colorScheme } of looks) {
    await page.setViewportSize(size)
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    await page.waitForFunction((scheme) => document.documentElement.dataset.mantineColorScheme === scheme, colorScheme)
    // Colours are measured from what was painted, not from the styles of a frame ago.
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))))
    const { violations } = await new AxeBuilder({ page }).analyze()
    for (const { id, nodes } of violations)
      faults.push({ name, size, colorScheme, id, nodes: nodes.map(({ html, failureSummary }) => [html, failureSummary]) })
    const width = await page.evaluate(() => document.documentElement.scrollWidth)
    if (width > size.width) faults.push({ name, size, width })
  }
  await page.setViewportSize(wide)
  return faults
}
