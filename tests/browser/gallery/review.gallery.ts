import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { test } from 'vitest'
import { openPage, withBrowser } from '../../support/browser.ts'
import { startHotseat } from '../../support/hotseat.ts'
import { importedInterview } from '../../support/imported-interview.ts'
import { ask } from '../../support/live-client.ts'
import { galleryFolder, shoot } from './shoot.ts'
import { paragraphs, sit } from './sittings.ts'

withBrowser()

/** Turns out of view are not painted, and a photograph of the whole page would show them empty. */
const paintAll = (page: Page) =>
  page.evaluate(() => {
    for (const turn of document.querySelectorAll<HTMLElement>('li[id^=turn-]')) turn.style.contentVisibility = 'visible'
  })

test('a mock gone back over', async () => {
  const hotseat = await startHotseat()
  const page = await openPage(hotseat.address)
  const id = await sit(hotseat, { track: 'system-design', question: 'url-shortener', minutes: 45 })
  await page.goto(`${hotseat.origin}/interviews/${id}/review`)
  await page.getByRole('heading', { name: 'Line by line' }).waitFor()
  await paintAll(page)
  await shoot(page, 'review')
  for (let step = 0; step < 4; step++) await page.keyboard.press('j')
  await page.keyboard.press('n')
  await page.getByRole('textbox', { name: /^Note on/ }).fill('Say the figure here, before the table.')
  await shoot(page, 'review-note-writing')
  await page.keyboard.press('Control+Enter')
  await page.getByRole('list', { name: 'Your notes on this turn' }).waitFor()
  for (const fold of await page.getByRole('button', { name: /left open/i }).all()) await fold.click()
  await page.getByRole('button', { name: /^Depth/ }).click()
  await shoot(page, 'review-all-open')
  await page.emulateMedia({ colorScheme: 'light' })
  writeFileSync(
    join(galleryFolder, 'review.pdf'),
    await page.pdf({ format: 'A4', margin: { top: '15mm', bottom: '15mm', left: '15mm', right: '15mm' } }),
  )
})

test('a design, weakly told, with every fold open', async () => {
  const hotseat = await startHotseat()
  const page = await openPage(hotseat.address)
  const id = await sit(hotseat, { track: 'system-design', question: 'url-shortener', minutes: 45, quality: 'weak' })
  await page.goto(`${hotseat.origin}/interviews/${id}/review`)
  await page.getByRole('heading', { name: 'Line by line' }).waitFor()
  await paintAll(page)
  for (const fold of await page.getByRole('button', { name: /left open|showed/i }).all()) await fold.click()
  await shoot(page, 'review-weak')
})

test('a story, weakly told, with habits', async () => {
  const hotseat = await startHotseat()
  const page = await openPage(hotseat.address)
  const id = await sit(hotseat, { track: 'behavioral', question: 'outage-investigated', minutes: 5, quality: 'weak' })
  await page.goto(`${hotseat.origin}/interviews/${id}/review`)
  await page.getByRole('heading', { name: 'Line by line' }).waitFor()
  await paintAll(page)
  await shoot(page, 'review-story')
})

test('an interview held elsewhere, without times', async () => {
  const hotseat = await startHotseat()
  const page = await openPage(hotseat.address)
  const questions = [
    'How many links are made a day?',
    'Why did you choose that?',
    'What happens if that database goes down?',
    'How would you know that it works?',
  ]
  const said = paragraphs('system-design', 'url-shortener', 'mid').flatMap((text, at) => [
    { speaker: 'interviewer' as const, text: at === 0 ? 'Design a URL shortener.' : (questions[at % questions.length] ?? '') },
    { speaker: 'candidate' as const, text },
  ])
  const id = await importedInterview(hotseat, { track: 'system-design', question: 'url-shortener', said })
  await ask(hotseat, `/api/interviews/${id}/scorecard`)
  await page.goto(`${hotseat.origin}/interviews/${id}/review`)
  await page.getByRole('heading', { name: 'Line by line' }).waitFor()
  await paintAll(page)
  await shoot(page, 'review-imported')
})
