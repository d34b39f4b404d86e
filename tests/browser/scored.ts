import type { Page } from 'playwright-core'
import { gradeFile } from '#src/main.ts'
import { createRuleBasedScorer } from '#src/scoring/rule-based-scorer.ts'
import { shippedContent } from '../support/shipped-content.ts'

/** From the end of an interview to where one rates oneself. */
export async function toSelfRating(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'See how it went' }).click()
  await page.getByRole('heading', { name: 'How did you do?' }).waitFor()
}

/** From the end of an interview to its scorecard, without rating oneself; resolves with the interview's id. */
export async function toScorecard(page: Page): Promise<string> {
  await toSelfRating(page)
  return await skipSelfRating(page)
}

/** From where one rates oneself to the scorecard; resolves with the interview's id. */
export async function skipSelfRating(page: Page): Promise<string> {
  await page.getByRole('button', { name: 'Skip', exact: true }).click()
  await page.waitForURL(/\/interviews\/[^/]+\/scorecard/, { timeout: 15_000 })
  await page.getByRole('heading', { name: 'Why', exact: true }).waitFor()
  return new URL(page.url()).pathname.split('/')[2] ?? ''
}

/** Opens what each rating rests on. */
export async function openCriteria(page: Page): Promise<void> {
  const closed = page.locator('[id^=criterion-] button[aria-expanded=false]')
  while ((await closed.count()) > 0) await closed.first().click()
}

/** Every quote that the scorecard shows, each as its link has it, with the words marked where it leads. */
export async function quotesOf(page: Page): Promise<{ quote: string; marked: string; speaker: string }[]> {
  await openCriteria(page)
  return await page.evaluate(() =>
    [...document.querySelectorAll<HTMLAnchorElement>('a[href^="#quote-"]')].map((link) => {
      const place = document.getElementById(decodeURIComponent(link.hash.slice(1)))
      const turn = place?.closest('li')
      return {
        quote: link.firstChild?.nextSibling?.textContent ?? '',
        marked: place?.closest('mark') === null ? '' : (turn?.textContent ?? ''),
        speaker: turn?.dataset.speaker ?? '',
      }
    }),
  )
}

/** Ratings by criterion as they stand on the screen; null for "Unscored". */
export async function shownRatings(page: Page): Promise<Record<string, number | null>> {
  const rows = await page.locator('[id^=criterion-]').all()
  const shown = rows.map(async (row) => {
    const id = (await row.getAttribute('id')) ?? ''
    const rating = /([1-4]) of 4/.exec(await row.getByRole('button').first().innerText())?.[1]
    return [id.replace('criterion-', ''), rating === undefined ? null : Number(rating)]
  })
  return Object.fromEntries(await Promise.all(shown))
}

/** What `hotseat grade` makes of the exported file. */
export async function gradedRatings(page: Page, id: string): Promise<unknown> {
  const response = await page.request.get(new URL(`/api/interviews/${id}/export?format=json`, page.url()).href)
  const text = await response.text()
  const content = await shippedContent()
  const scorer = createRuleBasedScorer({ lexicon: content.lexicon })
  const { line } = await gradeFile({ file: `${id}.json`, read: async () => text, content, scorer })
  return JSON.parse(line).ratings
}
