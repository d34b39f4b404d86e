import { test } from 'vitest'
import { openPage, withBrowser } from '../../support/browser.ts'
import { startHotseat } from '../../support/hotseat.ts'
import { beginInterview, connect, say } from '../../support/live-client.ts'
import { obedientModel, startModelPeer } from '../../support/model-peer.ts'
import { shoot } from './shoot.ts'
import { paragraphs, sit, withModel } from './sittings.ts'

withBrowser()

test('without a model, first visit', async () => {
  const hotseat = await startHotseat()
  const page = await openPage(hotseat.address)
  await page.getByRole('button', { name: 'Begin' }).waitFor()
  await shoot(page, 'start-first-visit')
  await page.goto(`${hotseat.origin}/history`)
  await page.getByRole('heading', { level: 1 }).waitFor()
  await shoot(page, 'history-empty')
  await page.goto(`${hotseat.origin}/settings`)
  await page.getByRole('heading', { level: 1 }).waitFor()
  await shoot(page, 'settings-no-model')
  await page.goto(`${hotseat.origin}/nowhere`)
  await page.getByRole('heading', { level: 1 }).waitFor()
  await shoot(page, 'not-found')
  await page.route('**/api/interviews', (route) => new Promise((resolve) => setTimeout(() => resolve(route.abort()), 15_000)))
  await page.goto(`${hotseat.origin}/history`)
  await page.getByText('Loading the history').waitFor()
  await shoot(page, 'loading')
  await page.unroute('**/api/interviews')
  // A profile of its own: being refused is what is shown here, and openPage takes it for a fault.
  const stranger = await page.context().browser()?.newContext()
  const signedOut = await stranger?.newPage()
  if (signedOut === undefined) return
  await signedOut.goto(hotseat.origin)
  await signedOut.getByRole('heading', { level: 1 }).waitFor()
  await shoot(signedOut, 'start-signed-out')
  await stranger?.close()
})

test('the server is gone', async () => {
  const hotseat = await startHotseat()
  const page = await openPage(hotseat.address)
  await page.getByRole('button', { name: 'Begin' }).waitFor()
  await page.route('**/api/**', (route) => route.abort('connectionrefused'))
  await page.getByRole('link', { name: 'History' }).click()
  await page.getByRole('heading', { level: 1 }).waitFor()
  await shoot(page, 'server-unreachable')
})

test('with unfinished interviews and a history', async () => {
  const hotseat = await startHotseat()
  const begun = await beginInterview(hotseat, { track: 'system-design', question: 'rate-limiter', minutes: 45 })
  const client = await connect(hotseat, begun.id)
  await client.next('utterance-end')
  await say(client, paragraphs('system-design', 'rate-limiter', 'mid')[0] ?? '')
  for (let more = 0; more < 2; more++) await beginInterview(hotseat, { track: 'behavioral', minutes: 15 })
  await sit(hotseat, { track: 'system-design', question: 'url-shortener', minutes: 45, quality: 'senior' })
  await sit(hotseat, { track: 'system-design', question: 'url-shortener', minutes: 45, quality: 'weak' })
  await sit(hotseat, { track: 'concepts', question: 'indexes-how-when', minutes: 5 })
  await sit(hotseat, { track: 'sql', question: 'orders-payments-model', minutes: 40, answers: 1 })
  const page = await openPage(hotseat.address)
  await page.getByRole('button', { name: 'Begin' }).waitFor()
  await shoot(page, 'start-unfinished')
  await page.goto(`${hotseat.origin}/history`)
  await page.getByRole('heading', { level: 1 }).waitFor()
  await shoot(page, 'history-filled')
})

test('with a model', async () => {
  const peer = await startModelPeer((request) => (request.text.includes('"ready"') ? '{"ready":true}' : obedientModel(request)))
  const hotseat = await withModel(peer.baseUrl)
  const page = await openPage(hotseat.address)
  await page.getByRole('button', { name: 'Begin' }).waitFor()
  await shoot(page, 'start-model')
  await page.goto(`${hotseat.origin}/settings`)
  await page.getByRole('heading', { level: 1 }).waitFor()
  await shoot(page, 'settings-model')
  await page.getByRole('button', { name: 'Test the connection' }).click()
  await page.getByText('First words after').first().waitFor()
  await shoot(page, 'settings-model-tested')
  await peer.stop()
  await page.reload()
  await page.getByRole('button', { name: 'Test the connection' }).click()
  await page.getByText('First words after').first().waitFor()
  await shoot(page, 'settings-model-unreachable')
})
