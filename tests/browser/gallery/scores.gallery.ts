import type { Page } from 'playwright-core'
import { test } from 'vitest'
import type { ScoringProgress } from '#src/protocol/rest.ts'
import { openPage, withBrowser } from '../../support/browser.ts'
import { startHotseat } from '../../support/hotseat.ts'
import { obedientModel, startModelPeer } from '../../support/model-peer.ts'
import { openCriteria } from '../scored.ts'
import { shoot } from './shoot.ts'
import { sit, withModel } from './sittings.ts'

withBrowser()

test('scorecards by rules', async () => {
  const hotseat = await startHotseat()
  const page = await openPage(hotseat.address)
  const scored = async (id: string) => {
    await page.goto(`${hotseat.origin}/interviews/${id}/scorecard`)
    await page.getByRole('heading', { name: 'Why', exact: true }).waitFor()
  }
  await scored(await sit(hotseat, { track: 'system-design', question: 'url-shortener', minutes: 45 }))
  await shoot(page, 'scorecard')
  await page.locator('[id^=criterion-] button').first().click()
  await shoot(page, 'scorecard-criterion-open')
  const quote = page.locator('a[href^="#quote-"]').first()
  await quote.click()
  await page.waitForTimeout(100)
  await shoot(page, 'scorecard-quote-followed', { isWindowOnly: true })
  await scored(await sit(hotseat, { track: 'system-design', question: 'url-shortener', minutes: 45, quality: 'weak' }))
  await openCriteria(page)
  await shoot(page, 'scorecard-weak-all-open')
  await scored(await sit(hotseat, { track: 'behavioral', question: 'outage-investigated', minutes: 15 }))
  await shoot(page, 'scorecard-several-questions')
})

test('rating oneself before the scorecard, and the difference afterwards', async () => {
  const hotseat = await startHotseat()
  const page = await openPage(hotseat.address)
  const sitting = { track: 'system-design', question: 'url-shortener', minutes: 45 } as const
  const unrated = await sit(hotseat, { ...sitting, selfRating: null })
  await page.goto(`${hotseat.origin}/interviews/${unrated}/scorecard`)
  await page.getByRole('radio', { name: /^3/ }).first().check()
  await shoot(page, 'self-rating')
  await page.getByRole('button', { name: 'Show what each rating takes' }).click()
  await shoot(page, 'self-rating-anchors')
  const ratings = { framing: 3, 'core-design': 3, depth: 4, reliability: 2, judgement: 3 } as const
  const rated = await sit(hotseat, { ...sitting, selfRating: { kind: 'rated', ratings } })
  await page.goto(`${hotseat.origin}/interviews/${rated}/scorecard`)
  await page.getByRole('heading', { name: 'Why', exact: true }).waitFor()
  await shoot(page, 'scorecard-self-rated')
  await page.goto(`${hotseat.origin}/history`)
  await page.getByRole('heading', { name: 'How you rated yourself' }).waitFor()
  await shoot(page, 'history-self-ratings')
})

test('scoring under way, failed, and not worth doing', async () => {
  const hotseat = await startHotseat()
  const page = await openPage(hotseat.address)
  const id = await sit(hotseat, { track: 'concepts', question: 'indexes-how-when', minutes: 5, answers: 0 })
  const address = `${hotseat.origin}/interviews/${id}/scoring`
  await page.goto(address)
  await page.getByRole('heading', { level: 1 }).waitFor()
  await shoot(page, 'scoring-too-short')
  const running: ScoringProgress = {
    scorer: 'model',
    status: 'running',
    done: 3,
    total: 5,
    finished: ['Framing', 'Core design', 'Depth'],
    error: null,
  }
  await showing(page, address, running)
  await shoot(page, 'scoring-running')
  await showing(page, address, { ...running, status: 'queued', done: 0, finished: [] })
  await shoot(page, 'scoring-queued')
  const error = 'Nothing answers at http://localhost:11434/v1. Start the model server, or correct OPENAI_BASE_URL.'
  await showing(page, address, { ...running, status: 'failed', error })
  await shoot(page, 'scoring-failed')
})

test('a scorecard without scores, since the model was gone', async () => {
  const peer = await startModelPeer(obedientModel)
  const hotseat = await withModel(peer.baseUrl, { hasty: true })
  await peer.stop()
  const id = await sit(hotseat, { track: 'behavioral', question: 'outage-investigated', minutes: 5 })
  const page = await openPage(hotseat.address)
  await page.goto(`${hotseat.origin}/interviews/${id}/scorecard`)
  await page.getByRole('heading', { name: 'Why', exact: true }).waitFor()
  await shoot(page, 'scorecard-unscored')
})

async function showing(page: Page, address: string, scoring: ScoringProgress): Promise<void> {
  await page.unroute('**/api/interviews/*/scoring')
  await page.route('**/api/interviews/*/scoring', (route) => route.fulfill({ json: scoring }))
  await page.goto(address)
  await page.getByRole('heading', { level: 1 }).waitFor()
}
