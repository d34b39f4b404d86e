import type { Page } from 'playwright-core'
import { test } from 'vitest'
import type { ScoringProgress } from '#src/protocol/rest.ts'
import { appealUntilMoved } from '../../support/appeal-until-moved.ts'
import { openPage, withBrowser } from '../../support/browser.ts'
import { startHotseat } from '../../support/hotseat.ts'
import { obedientModel, startModelPeer } from '../../support/model-peer.ts'
import { endedInterview, openScorecard, scored } from '../../support/sit-interview.ts'
import { openCriteria } from '../scored.ts'
import { shoot } from './shoot.ts'
import { paragraphs, sit, withModel } from './sittings.ts'

withBrowser()

test('scorecards by rules', async () => {
  const hotseat = await startHotseat()
  const page = await openPage(hotseat.address)
  const shown = async (id: string) => {
    await page.goto(`${hotseat.origin}/interviews/${id}/scorecard`)
    await page.getByRole('heading', { name: 'Why', exact: true }).waitFor()
  }
  await shown(await sit(hotseat, { track: 'system-design', question: 'url-shortener', minutes: 45 }))
  await shoot(page, 'scorecard')
  await page.locator('[id^=criterion-] button').first().click()
  await shoot(page, 'scorecard-criterion-open')
  const quote = page.locator('a[href^="#quote-"]').first()
  await quote.click()
  await page.waitForTimeout(100)
  await shoot(page, 'scorecard-quote-followed', { isWindowOnly: true })
  await shown(await sit(hotseat, { track: 'system-design', question: 'url-shortener', minutes: 45, quality: 'weak' }))
  await openCriteria(page)
  await shoot(page, 'scorecard-weak-all-open')
  await shown(await sit(hotseat, { track: 'behavioral', question: 'outage-investigated', minutes: 15 }))
  await shoot(page, 'scorecard-several-questions')
})

test('how it was told', async () => {
  const hotseat = await startHotseat()
  const page = await openPage(hotseat.address)
  const id = await sit(hotseat, { track: 'behavioral', question: 'outage-investigated', minutes: 5, quality: 'senior' })
  await page.goto(`${hotseat.origin}/interviews/${id}/scorecard`)
  await page.getByRole('heading', { name: 'How you told it' }).waitFor()
  await page.getByRole('button', { name: 'Sentence by sentence' }).click()
  await page.getByRole('button', { name: 'Turn by turn' }).click()
  await page.getByText('What was looked at').click()
  await shoot(page, 'scorecard-how-told')
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

test('appealing a check', async () => {
  const hotseat = await startHotseat()
  const page = await openPage(hotseat.address)
  const id = await sit(hotseat, { track: 'system-design', question: 'url-shortener', minutes: 45 })
  await page.goto(`${hotseat.origin}/interviews/${id}/scorecard`)
  await page.getByRole('heading', { name: 'Why', exact: true }).waitFor()
  await openCriteria(page)
  await page
    .getByRole('button', { name: /^I did say that/ })
    .first()
    .click()
  await page.getByRole('dialog').waitFor()
  await shoot(page, 'appeal-dialog', { isWindowOnly: true })
  await page.getByRole('textbox', { name: 'Your words' }).fill('vector clocks decide which of the two writers wins')
  await page.getByRole('button', { name: 'Judge this check again' }).click()
  await page.getByText('The check stays as it was').waitFor()
  await shoot(page, 'appeal-refused', { isWindowOnly: true })
  // Speaks of some checks in words that no pattern has.
  const spoken = [
    'The goals collide at times, and of two that collide the lesser gives way; it ranks below the other.',
    'This requirement makes the problem hard, and it is early to name it.',
    'The design meets the goals, and the simplest of them suffices from the start.',
  ].join(' ')
  const sitting = { track: 'system-design', question: 'url-shortener', minutes: 45 }
  const other = await endedInterview(hotseat, [...paragraphs('system-design', 'url-shortener', 'weak'), spoken], sitting)
  await scored(hotseat, other)
  await openScorecard(hotseat, other)
  if ((await appealUntilMoved(hotseat, other)) === null) throw new Error('no appeal was granted')
  await page.goto(`${hotseat.origin}/interviews/${other}/scorecard`)
  await page.getByRole('heading', { name: /^What your appeal/ }).waitFor()
  await openCriteria(page)
  await shoot(page, 'scorecard-appeal-granted')
})

test('answering a part again', async () => {
  const hotseat = await startHotseat()
  const page = await openPage(hotseat.address)
  const id = await sit(hotseat, { track: 'system-design', question: 'url-shortener', minutes: 45 })
  await page.goto(`${hotseat.origin}/interviews/${id}/scorecard`)
  await page.getByRole('link', { name: 'Answer this part again' }).first().click()
  const field = page.getByRole('textbox', { name: 'Your new answer' })
  await field.fill('Each redirect appends an event to a log and answers at once;')
  await shoot(page, 'redo-writing')
  await field.fill(
    'Each redirect appends one event to Kafka and answers at once, because a counter in the row would turn reads into writes. A job sums the ' +
      'events each minute; when a consumer dies some clicks are counted late, and I accept losing one in a thousand.',
  )
  await field.press('Control+Enter')
  await page.getByRole('heading', { name: 'Gained' }).waitFor()
  await shoot(page, 'redo-graded')
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
