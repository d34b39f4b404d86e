import type { Page } from 'playwright-core'
import { loadContent } from '#src/content/load-content.ts'
import { gradeFile } from '#src/main.ts'
import { packageRoot } from '#src/package-root.ts'
import { createRuleBasedScorer } from '#src/scoring/rule-based-scorer.ts'

/** From the end of an interview to its scorecard; resolves with the interview's id. */
export async function toScorecard(page: Page): Promise<string> {
  await page.getByRole('button', { name: 'See how it went' }).click()
  await page.waitForURL(/\/interviews\/[^/]+\/scorecard/, { timeout: 15_000 })
  await page.getByRole('heading', { name: 'Why' }).waitFor()
  return new URL(page.url()).pathname.split('/')[2] ?? ''
}

/** Every quote that the scorecard shows, each as its link has it, with the words marked where it leads. */
export async function quotesOf(page: Page): Promise<{ quote: string; marked: string; speaker: string }[]> {
  for (const row of await page.locator('[id^=criterion-] button[aria-expanded=false]').all()) await row.click()
  return await page.evaluate(() =>
    [...document.querySelectorAll<HTMLAnchorElement>('a[href^="#quote-"]')].map((link) => {
      const place = document.getElementById(decodeURIComponent(link.hash.slice(1)))
      const turn = place?.closest('li')
      return {
        quote: link.firstChild?.nextSibling?.textContent ?? '',
        marked: turn?.textContent ?? '',
        speaker: turn?.dataset.speaker ?? '',
      }
    }),
  )
}

/** Ratings by criterion as the screen's server has them. */
export async function shownRatings(page: Page, id: string): Promise<Record<string, number | null>> {
  const response = await page.request.get(`/api/interviews/${id}/scorecard`)
  const { scorecard } = await response.json()
  return Object.fromEntries(
    scorecard.scores.map((score: { criterion: string; kind: string; rating?: number }) => [
      score.criterion,
      score.kind === 'rated' ? score.rating : null,
    ]),
  )
}

/** What `hotseat grade` makes of the exported file. */
export async function gradedRatings(page: Page, id: string): Promise<unknown> {
  const response = await page.request.get(`/api/interviews/${id}/export?format=json`)
  const text = await response.text()
  const content = await loadContent(packageRoot())
  const scorer = createRuleBasedScorer({ lexicon: content.lexicon })
  const { line } = await gradeFile({ file: `${id}.json`, read: async () => text, content, scorer })
  return JSON.parse(line).ratings
}
