import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { openPage, withBrowser } from '../support/browser.ts'
import { shippedQuestion } from '../support/content-files.ts'
import { draw } from '../support/drawing.ts'
import { startHotseat } from '../support/hotseat.ts'
import { beginInterview, connect as connectLive } from '../support/live-client.ts'
import { endInterview } from '../support/sit-interview.ts'
import { faultsOf } from './faults.ts'
import { answer, begin, candidateTurns, composer } from './in-the-room.ts'
import { arrowsOf, canvas, connect, drag, openBoard, outline, place, saved, storedBoard, toggleOutline } from './on-the-board.ts'

withBrowser()

const question = shippedQuestion('system-design', 'url-shortener')

/** A room with its board open. Chromium's word for what a test keeps from the server is part of that test. */
async function roomWithBoard(options: { expected?: RegExp } = {}): Promise<Page> {
  const hotseat = await startHotseat()
  const page = await openPage(hotseat.address, options)
  await begin(page, { track: 'system-design', question: question.title, minutes: 45, mode: 'Practice' })
  await openBoard(page)
  return page
}

/** Addresses that were asked for on other servers than ours. */
function outsideRequests(page: Page): string[] {
  const outside: string[] = []
  const { origin } = new URL(page.url())
  page.context().on('request', (request) => {
    const address = new URL(request.url())
    if (/^(http|ws)s?:$/.test(address.protocol) && address.host !== new URL(origin).host) outside.push(request.url())
  })
  return outside
}

/** A tab stores a second after the last stroke. */
const inOtherTab = { timeout: 10_000 }

const activeName = (page: Page) =>
  page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent ?? '')

/** The value of every field of the outline whose name begins so. */
const fields = (page: Page, name: string) =>
  outline(page)
    .getByRole('textbox', { name: new RegExp(`^${name} of `) })
    .evaluateAll((inputs) => inputs.map((input) => (input as HTMLInputElement).value))

test('a URL shortener of nine parts is drawn by mouse, palette and outline, survives a reload and is there in another tab', {
  timeout: 120_000,
}, async () => {
  const page = await roomWithBoard()
  const outside = outsideRequests(page)

  await canvas(page).click({ position: { x: 200, y: 500 } })
  await page.keyboard.press('r')
  await drag(page, [80, 120], [240, 200])
  await page.keyboard.press('Enter')
  await page.keyboard.type('Browser')
  await page.keyboard.press('Escape')
  await page.keyboard.press('r')
  await drag(page, [400, 120], [560, 200])
  await page.keyboard.press('Enter')
  await page.keyboard.type('Balancer')
  await page.keyboard.press('Escape')
  await page.keyboard.press('a')
  await drag(page, [244, 160], [396, 160])
  await saved(page)
  expect(arrowsOf(await storedBoard(page))).toEqual(['Browser -> Balancer, bound, bound'])

  for (const [part, name] of [
    ['Service', 'Shortener'],
    ['Service', 'Redirects'],
    ['Cache', 'Redis'],
    ['Database', 'Links'],
    ['Queue', 'Clicks'],
    ['Worker', 'Counter'],
    ['CDN', 'Edge'],
  ] as const)
    await place(page, part, name)
  await toggleOutline(page)
  await outline(page).getByRole('button', { name: 'Add arrow' }).waitFor()
  await expect.poll(() => fields(page, 'Name').then(({ length }) => length)).toBe(9)
  await connect(page, 'Balancer', 'Redirects', 'GET')
  await connect(page, 'Redirects', 'Redis')
  await connect(page, 'Clicks', 'Counter')
  await saved(page)

  const drawn = await storedBoard(page)
  const names = ['Balancer', 'Browser', 'Clicks', 'Counter', 'Edge', 'Links', 'Redirects', 'Redis', 'Shortener']
  expect(drawn.nodes.map(({ label }) => label).toSorted()).toEqual(names)
  expect(arrowsOf(drawn).toSorted()).toEqual([
    'Balancer -> Redirects, bound, bound',
    'Browser -> Balancer, bound, bound',
    'Clicks -> Counter, bound, bound',
    'Redirects -> Redis, bound, bound',
  ])
  expect(drawn.nodes.every(({ inside }) => inside === null)).toBe(true)

  await page.reload()
  await canvas(page).waitFor()
  await expect.poll(() => fields(page, 'Name').then((labels) => labels.toSorted())).toEqual(names)
  expect(await activeName(page)).toBe('Your answer')

  const second = await page.context().newPage()
  await second.goto(page.url())
  await canvas(second).waitFor()
  await expect.poll(() => fields(second, 'Name').then((labels) => labels.toSorted())).toEqual(names)
  await composer(page).fill('I start with the estimate.')
  await outline(second).getByRole('textbox', { name: 'Note', exact: true }).fill('100 reads for a write')
  await outline(second).getByRole('button', { name: 'Add note' }).click()
  await expect.poll(() => fields(page, 'Text'), inOtherTab).toEqual(['100 reads for a write'])
  expect(await activeName(page)).toBe('Your answer')

  await outline(page).getByRole('button', { name: 'Remove Edge' }).click()
  await expect.poll(() => fields(second, 'Name').then((labels) => labels.includes('Edge')), inOtherTab).toBe(false)
  await saved(page)
  await saved(second)
  expect((await storedBoard(page)).nodes).toHaveLength(8)

  await page.bringToFront()
  await answer(page, 'This is the board so far.')
  await candidateTurns(page).last().locator('summary').first().click()
  const picture = candidateTurns(page)
    .last()
    .getByRole('img', { name: /Redirects/ })
  await picture.locator('svg text', { hasText: 'Redirects' }).waitFor()
  expect(outside).toEqual([])
})

test('by keyboard alone a board is drawn in the outline, the focus never lost, each change said', {
  timeout: 60_000,
}, async () => {
  const page = await roomWithBoard()
  await page.getByRole('button', { name: 'Outline', exact: true }).focus()
  await page.keyboard.press('Enter')
  const lists = outline(page)
  await lists.getByLabel('Kind').focus()
  await page.keyboard.type('Client')
  await page.keyboard.press('Tab')
  await page.keyboard.type('Phone')
  await page.keyboard.press('Enter')
  await lists.getByRole('status').filter({ hasText: 'Added Phone.' }).waitFor()
  await page.keyboard.type('Tablet')
  await page.keyboard.press('Enter')
  await lists.getByRole('button', { name: 'Remove Tablet' }).waitFor()

  for (const [end, part] of [
    ['From', 'Phone'],
    ['To', 'Tablet'],
  ] as const) {
    const choice = lists.getByLabel(end, { exact: true })
    await choice.focus()
    await page.keyboard.press(part.charAt(0))
    await expect.poll(() => choice.locator('option:checked').textContent()).toBe(part)
  }
  const name = lists.getByLabel('Label, if any')
  await name.focus()
  await page.keyboard.type('syncs')
  await expect.poll(() => name.inputValue()).toBe('syncs')
  await page.keyboard.press('Enter')
  const label = lists.getByRole('textbox', { name: 'Label of the arrow from Phone to Tablet' })
  await label.waitFor()
  expect(await label.inputValue()).toBe('syncs')

  await lists.getByRole('textbox', { name: 'Name of Phone' }).focus()
  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.type('Handset')
  await page.keyboard.press('Enter')
  await lists.getByRole('button', { name: 'Remove Handset' }).waitFor()
  await saved(page)
  expect(arrowsOf(await storedBoard(page))).toEqual(['Handset -> Tablet, bound, bound'])

  await lists.getByRole('button', { name: 'Remove Handset' }).focus()
  await page.keyboard.press('Enter')
  await lists.getByRole('button', { name: 'Remove Handset' }).waitFor({ state: 'hidden' })
  expect(await activeName(page)).toBe('Remove Tablet')
  await page.keyboard.press('Enter')
  await lists.getByText('No parts yet.').waitFor()
  await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).toBe('SELECT')
  await saved(page)
  expect(await storedBoard(page)).toMatchObject({ nodes: [], edges: [] })
})

test('Escape leaves the drawing and Tab goes on from there; the room’s keys work in it', { timeout: 60_000 }, async () => {
  const page = await roomWithBoard()
  await place(page, 'Service', 'Redirects')
  const drawing = page.getByRole('application', { name: 'Drawing area' })
  await drawing.focus()
  await page.keyboard.press('Escape')
  expect(await activeName(page)).toMatch(/Escape leaves the drawing/)
  await page.keyboard.press('Tab')
  expect(await drawing.evaluate((element) => element.contains(document.activeElement))).toBe(false)

  await drawing.focus()
  await page.keyboard.press('Alt+c')
  expect(await activeName(page)).toBe('Your answer')
  await drawing.focus()
  await page.keyboard.press('Alt+e')
  await page.getByRole('dialog', { name: 'End the interview?' }).waitFor()
})

test('the palette is one stop of the Tab key, and gives the focus back when a part has its name', {
  timeout: 60_000,
}, async () => {
  const page = await roomWithBoard()
  const palette = page.getByRole('toolbar', { name: 'Add a part' })
  await palette.getByRole('button', { name: 'Client' }).focus()
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Enter')
  await page.getByRole('textbox', { name: 'Label', exact: true }).waitFor()
  await page.keyboard.type('Redirects')
  await page.keyboard.press('Escape')
  await expect.poll(() => activeName(page)).toBe('Service')
  await page.keyboard.press('Tab')
  expect(await activeName(page)).toBe('Outline')
  await saved(page)
  expect((await storedBoard(page)).nodes.map(({ label, kind }) => [label, kind])).toEqual([['Redirects', 'service']])
})

test('what the server does not take is said to be kept here, survives a reload and is stored when the server is back', {
  timeout: 60_000,
}, async () => {
  const page = await roomWithBoard({ expected: /ERR_FAILED/ })
  const address = '**/api/interviews/*/board'
  await page.route(address, (route) => (route.request().method() === 'PUT' ? route.abort() : route.continue()))
  await place(page, 'Cache', 'Redis')
  const notSaved = page.getByRole('status').filter({ hasText: /^Not saved, kept in this browser/ })
  await notSaved.waitFor()
  await page.reload()
  await canvas(page).waitFor()
  await notSaved.waitFor()
  await page.unroute(address)
  await saved(page)
  expect((await storedBoard(page)).nodes.map(({ label }) => label)).toEqual(['Redis'])
})

test('a part is put on the board where its typeface cannot be fetched', { timeout: 60_000 }, async () => {
  const page = await roomWithBoard({ expected: /ERR_FAILED/ })
  await page.route('**/*.woff2', (route) => route.abort())
  await place(page, 'Cache', 'Redis')
  await saved(page)
  expect((await storedBoard(page)).nodes.map(({ label }) => label)).toEqual(['Redis'])
})

test('a board of two thousand elements opens, and one more is said to be too many', { timeout: 60_000 }, async () => {
  const page = await roomWithBoard()
  await page.evaluate(async () => {
    const id = /\/interviews\/([^/]+)/.exec(window.location.pathname)?.[1]
    const elements = Array.from({ length: 2_000 }, (_, at) => ({
      id: `element-${at}`,
      type: 'rectangle',
      x: (at % 50) * 200,
      y: Math.floor(at / 50) * 120,
      width: 160,
      height: 80,
      version: 1,
      versionNonce: at,
    }))
    const body = JSON.stringify({ connection: 'another-tab', base: null, scene: { type: 'excalidraw', version: 2, elements } })
    const headers = { 'content-type': 'application/json' }
    const { ok } = await fetch(`/api/interviews/${id}/board`, { method: 'PUT', headers, body })
    if (!ok) throw new Error('the board was not stored')
  })
  await toggleOutline(page)
  await outline(page).getByText('And 1,800 more on the drawing.').waitFor()
  await saved(page)
  await place(page, 'Queue', 'Clicks')
  await page.getByRole('status').filter({ hasText: 'The board has 2,002 elements; at most 2,000 can be saved.' }).waitFor()
})

test('when the interview is over the board can be looked at and no longer drawn on', { timeout: 60_000 }, async () => {
  const page = await roomWithBoard()
  await place(page, 'Service', 'Redirects')
  await toggleOutline(page)
  await saved(page)
  await page.getByRole('button', { name: 'End', exact: true }).click()
  await page.getByRole('button', { name: 'End and score' }).click()
  await page.getByRole('status').filter({ hasText: 'The interview is over: the board stays as it was.' }).waitFor()
  expect(await page.getByRole('toolbar', { name: 'Add a part' }).count()).toBe(0)
  expect(await outline(page).getByRole('button').count()).toBe(0)
  expect(await outline(page).getByRole('textbox', { name: 'Name of Redirects' }).getAttribute('readonly')).toBe('')
})

test('a picture of a board leads nowhere and runs nothing, whatever was written on it', { timeout: 60_000 }, async () => {
  const hotseat = await startHotseat()
  const { id } = await beginInterview(hotseat, { track: 'system-design', minutes: 45 })
  const client = await connectLive(hotseat, id)
  await client.next('utterance-end')
  const written = '<img src="x" onerror="window.wasRun = true">'
  const look = {
    version: 1,
    versionNonce: 1,
    isDeleted: false,
    angle: 0,
    fontSize: 20,
    fontFamily: 6,
    lineHeight: 1.25,
    textAlign: 'left',
    verticalAlign: 'top',
  }
  const elements = [written, 'Queue'].map((text, at) => ({
    ...{ id: `text-${at}`, type: 'text', x: 0, y: at * 100, width: 200, height: 25, text, originalText: text, ...look },
    link: 'https://elsewhere.example/',
  }))
  const frame = { id: 'frame', type: 'frame', name: written, x: 0, y: -20, width: 500, height: 200, ...look }
  await draw(hotseat, id, { scene: { type: 'excalidraw', version: 2, elements: [...elements, frame] }, base: null })
  client.send({ type: 'say', clientTurnId: 'turn-0001', text: 'See the board.', artifacts: [{ kind: 'board', revision: 1 }] })
  await client.next('turn-stored')
  await endInterview(client)
  const page = await openPage(hotseat.address)
  await page.goto(`${hotseat.origin}/interviews/${id}/review`)
  const turn = page.locator('#turn-2')
  await turn.scrollIntoViewIfNeeded()
  const picture = turn.getByRole('img')
  await picture.locator('svg text', { hasText: 'Queue' }).waitFor()
  expect(await picture.locator('a').count()).toBe(0)
  expect(await page.evaluate(() => 'wasRun' in window)).toBe(false)
})

test('axe finds nothing wrong with the board, its outline and what opens on it', { timeout: 120_000 }, async () => {
  const page = await roomWithBoard()
  await place(page, 'Service', 'Redirects')
  await page.mouse.move(0, 0)
  // On a phone it is the board that is looked at, too.
  await page.setViewportSize({ width: 375, height: 740 })
  await page.getByRole('tab', { name: 'Board' }).click()
  const faults = await faultsOf(page, 'board', { within: '[data-workspace]' })
  await toggleOutline(page)
  await outline(page).getByRole('button', { name: 'Remove Redirects' }).waitFor()
  faults.push(...(await faultsOf(page, 'outline', { within: '[data-workspace]' })))
  await toggleOutline(page)
  await page.getByRole('button', { name: 'Edit', exact: true }).click()
  await page.getByText('Stroke style').waitFor()
  faults.push(...(await faultsOf(page, 'looks', { within: '[data-workspace]' })))
  await page.getByRole('button', { name: 'Edit', exact: true }).click()
  await canvas(page).click({ button: 'right', position: { x: 60, y: 460 } })
  await page.locator('.context-menu').waitFor()
  faults.push(...(await faultsOf(page, 'menu', { within: '[data-workspace]' })))
  expect(faults).toEqual([])
})
