import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { openPage, withBrowser } from '../support/browser.ts'
import { shippedQuestion } from '../support/content-files.ts'
import { startHotseat } from '../support/hotseat.ts'
import { importedInterview } from '../support/imported-interview.ts'
import { endedInterview, openScorecard, scored } from '../support/sit-interview.ts'
import { faultsOf } from './faults.ts'

withBrowser()

const answers = shippedQuestion('system-design', 'url-shortener').answers.find(({ quality }) => quality === 'mid')?.parts ?? []

/** A scored design interview, its scorecard opened before, shown as a review. */
async function openedReview() {
  const hotseat = await startHotseat()
  const texts = answers.map(({ text }) => text)
  const id = await endedInterview(hotseat, texts, { track: 'system-design', question: 'url-shortener', minutes: 45 })
  await scored(hotseat, id)
  const { scorecard } = await openScorecard(hotseat, id)
  const page = await openPage(hotseat.address)
  await page.getByRole('button', { name: 'Begin' }).waitFor()
  await page.goto(`${hotseat.origin}/interviews/${id}/review`)
  await page.getByRole('heading', { name: 'Line by line' }).waitFor()
  return { hotseat, page, scorecard }
}

/** What is marked as the place one is at. */
const activeWords = (page: Page) =>
  page.evaluate(() => [...document.querySelectorAll('mark[data-active]')].map((mark) => mark.textContent).join(''))

test('one walks from mark to mark and notes upon words by keyboard alone; a note is edited, deleted and put back', {
  timeout: 180_000,
}, async () => {
  const { page } = await openedReview()
  const bar = page.getByRole('toolbar')
  await page.keyboard.press('?')
  await page.getByRole('dialog', { name: 'Keys' }).waitFor()
  await page.keyboard.press('Escape')
  await page.getByRole('dialog').waitFor({ state: 'hidden' })

  await page.keyboard.press('j')
  await bar.getByText(/^1 of \d+$/).waitFor()
  const first = await activeWords(page)
  await page.keyboard.press('ArrowRight')
  await bar.getByText(/^2 of \d+$/).waitFor()
  await page.keyboard.press('k')
  await bar.getByText(/^1 of \d+$/).waitFor()
  expect(first).not.toBe('')
  await expect.poll(() => activeWords(page)).toBe(first)

  await page.keyboard.press('n')
  const field = page.getByRole('textbox', { name: /^Note on/ })
  await field.waitFor()
  await page.keyboard.type('Say n and j here.')
  await page.keyboard.press('Control+Enter')
  const notes = page.getByRole('list', { name: 'Your notes on this turn' })
  await notes.getByText('Say n and j here.').waitFor()
  await page.reload()
  await notes.getByText('Say n and j here.').waitFor()
  await notes.getByRole('button', { name: /^Edit/ }).press('Enter')
  await field.fill('Say the figure.')
  await page.getByRole('button', { name: 'Keep the note' }).press('Enter')
  await notes.getByText('Say the figure.').waitFor()
  await notes.getByRole('button', { name: /^Delete/ }).press('Enter')
  await notes.waitFor({ state: 'hidden' })
  await page.getByRole('button', { name: 'Undo' }).press('Enter')
  await notes.getByText('Say the figure.').waitFor()
  expect(await page.getByText('Note deleted.').count()).toBe(0)
})

test('words that are selected are noted upon, whatever marks they cross', { timeout: 120_000 }, async () => {
  const { page } = await openedReview()
  const text = answers[0]?.text.split('\n')[0] ?? ''
  const wanted = text.slice(5, 60).trim()
  await page.evaluate(
    ([start, end]) => {
      const holder = document.querySelector('[data-words="2"]')
      const walker = document.createTreeWalker(holder as Node, NodeFilter.SHOW_TEXT)
      const range = document.createRange()
      let passed = 0
      for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
        const length = node.textContent?.length ?? 0
        if (start >= passed && start < passed + length) range.setStart(node, start - passed)
        if (end > passed && end <= passed + length) range.setEnd(node, end - passed)
        passed += length
      }
      window.getSelection()?.addRange(range)
    },
    [text.indexOf(wanted), text.indexOf(wanted) + wanted.length] as const,
  )
  await page.keyboard.press('n')
  await page.getByRole('textbox', { name: `Note on “${wanted}”` }).waitFor()
  await page.getByRole('button', { name: 'Highlight', exact: true }).click()
  const noted = page.getByRole('list', { name: 'Your notes on this turn' }).getByRole('link', { name: `“${wanted}”` })
  await noted.click()
  await expect.poll(() => activeWords(page)).toBe(wanted)
})

test('a criterion marks its quotes alone, and each leads to its place and back; folds, paper and phone hold it all', {
  timeout: 180_000,
}, async () => {
  const { page, scorecard } = await openedReview()
  const score = scorecard.scores.find((one) => one.kind === 'rated' && one.evidence.length > 0)
  const all = await page.locator('mark[data-quote]').count()
  await page.locator(`#criterion-${score?.criterion} button`).press('Enter')
  await expect.poll(() => page.locator('mark[data-quote]').count()).toBeLessThan(all)
  const quote = page.locator(`#criterion-${score?.criterion} a`).first()
  const words = /^“([\s\S]*)”/.exec(await quote.innerText())?.[1] ?? ''
  await quote.press('Enter')
  await expect.poll(() => activeWords(page)).toContain(words)
  const turn = page.locator('li[data-speaker=candidate]').filter({ has: page.locator('mark[data-active]') })
  await turn
    .getByRole('link', { name: await page.locator(`#criterion-${score?.criterion} button span`).first().innerText() })
    .press('Enter')
  await expect.poll(() => page.locator('mark[data-active]').count()).toBe(0)
  expect(page.url()).toContain(`#criterion-${score?.criterion}`)

  await page.getByRole('button', { name: 'All criteria' }).press('Enter')
  await page
    .getByRole('button', { name: /stronger version/ })
    .first()
    .press('Enter')
  await page.getByText('An example, out of your own words').first().waitFor()
  await page.keyboard.press('n')
  await page.getByRole('textbox', { name: /^Note on/ }).waitFor()
  expect(await faultsOf(page, 'review')).toEqual([])
  await page.setViewportSize({ width: 320, height: 640 })
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320)

  await page.emulateMedia({ media: 'print' })
  expect(await page.getByRole('button', { name: /^(Previous|Next|Keys|Print|Add a note)$/ }).count()).toBe(0)
  expect(await page.getByRole('navigation').count()).toBe(0)
  await page.getByRole('heading', { name: 'Left open' }).first().waitFor()
  expect(await page.getByRole('heading', { name: 'Showed' }).count()).toBeGreaterThan(2)
})

test('an interview held elsewhere shows no times, and what was asked as a guess', { timeout: 120_000 }, async () => {
  const hotseat = await startHotseat()
  const said = answers.flatMap(({ text }, at) => [
    {
      speaker: 'interviewer' as const,
      text: at === 0 ? 'Design a URL shortener.' : 'And what happens if that database goes down?',
    },
    { speaker: 'candidate' as const, text },
  ])
  const id = await importedInterview(hotseat, { track: 'system-design', question: 'url-shortener', said })
  await openScorecard(hotseat, id)
  const page = await openPage(hotseat.address)
  await page.getByRole('button', { name: 'Begin' }).waitFor()
  await page.goto(`${hotseat.origin}/interviews/${id}/review`)
  await page.getByText('A guess from the words of the question.').first().waitFor()
  expect(
    await page
      .getByRole('list')
      .filter({ has: page.locator('[data-words]') })
      .innerText(),
  ).not.toContain('0:00')
  expect(await page.getByRole('table', { name: /^Time per phase/ }).count()).toBe(0)
})

test('in gentle mode the figures of how it was told stay hidden until they are asked for', { timeout: 120_000 }, async () => {
  const { page } = await openedReview()
  await page.evaluate(() => localStorage.setItem('hotseat.gentle', 'yes'))
  await page.reload()
  await page.getByText('Counted and never rated').waitFor()
  expect(await page.getByRole('table', { name: /^Time per phase/ }).count()).toBe(0)
  await page.getByRole('button', { name: 'Show figures' }).press('Enter')
  await page.getByRole('table', { name: /^Time per phase/ }).waitFor()
  expect(await page.getByText('Counted and never rated').count()).toBe(0)
})
