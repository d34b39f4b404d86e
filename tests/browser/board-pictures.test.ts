import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { maxPictureSide } from '#src/domain/workspace.ts'
import { pngSize } from '#src/server/png-size.ts'
import { openPage, withBrowser } from '../support/browser.ts'
import { shippedQuestion } from '../support/content-files.ts'
import { startHotseat } from '../support/hotseat.ts'
import { obedientModel, startModelPeer } from '../support/model-peer.ts'
import { answer, begin } from './in-the-room.ts'
import { openBoard, outline, place, saved, storedBoard, toggleOutline } from './on-the-board.ts'

withBrowser()

const question = shippedQuestion('system-design', 'url-shortener')

async function roomWithModel(env: Record<string, string>, options: Parameters<typeof openPage>[1] = {}) {
  const peer = await startModelPeer(obedientModel)
  const model = { OPENAI_BASE_URL: peer.baseUrl, OPENAI_API_KEY: 'peer-key', HOTSEAT_MODEL: 'peer' }
  const hotseat = await startHotseat({ env: { ...model, ...env } })
  const page = await openPage(hotseat.address, options)
  await begin(page, { track: 'system-design', question: question.title, minutes: 45, mode: 'Practice' })
  await openBoard(page)
  const pictures = () => peer.requests.flatMap((request) => request.pictures)
  return { page, peer, pictures }
}

/** Waits until the server has the board with so many parts, and its picture. `kept`: revisions of the pictures that it took. */
async function pictured(page: Page, parts: number, kept: readonly number[]): Promise<void> {
  await saved(page)
  await expect.poll(async () => (await storedBoard(page)).nodes.length, { timeout: 10_000 }).toBe(parts)
  const revision = await page.evaluate(async () => {
    const id = /\/interviews\/([^/]+)/.exec(window.location.pathname)?.[1]
    return ((await (await fetch(`/api/interviews/${id}/board`)).json()) as { revision: number }).revision
  })
  await expect.poll(() => kept, { timeout: 10_000 }).toContain(revision)
}

function keptPictures(page: Page): number[] {
  const kept: number[] = []
  page.on('response', (response) => {
    const revision = /boards\/(\d+)\/picture$/.exec(response.url())?.[1]
    if (revision !== undefined && response.ok()) kept.push(Number(revision))
  })
  return kept
}

/** Another tab puts a part far to the right on the board. */
const drawnFarAway = (page: Page) =>
  page.evaluate(async () => {
    const path = `/api/interviews/${/\/interviews\/([^/]+)/.exec(window.location.pathname)?.[1]}/board`
    const { revision, scene } = (await (await fetch(path)).json()) as { revision: number; scene: { elements: object[] } }
    const look = { version: 1, versionNonce: 1, isDeleted: false }
    const box = { id: 'archive', type: 'rectangle', x: 4000, y: 0, width: 160, height: 80, ...look }
    const text = { text: 'Archive', originalText: 'Archive', fontSize: 20, fontFamily: 6, containerId: 'archive' }
    const label = { id: 'label', type: 'text', x: 4020, y: 28, width: 120, height: 25, ...text, ...look }
    const elements = [...scene.elements, { ...box, boundElements: [{ id: 'label', type: 'text' }] }, label]
    const body = JSON.stringify({ connection: 'another-tab', base: revision, scene: { ...scene, elements } })
    const { ok } = await fetch(path, { method: 'PUT', headers: { 'content-type': 'application/json' }, body })
    if (!ok) throw new Error('the board was not stored')
  })

/** The picture as a browser decodes it: its size, and shares of pixels that are white, and dark. */
const decoded = (page: Page, url: string) =>
  page.evaluate(async (address) => {
    const image = new Image()
    image.src = address
    await image.decode()
    const canvas = new OffscreenCanvas(image.naturalWidth, image.naturalHeight)
    const context = canvas.getContext('2d')
    if (context === null) throw new Error('no canvas')
    context.drawImage(image, 0, 0)
    const { data } = context.getImageData(0, 0, canvas.width, canvas.height)
    const pixels = Array.from({ length: data.length / 4 }, (_, at) => [...data.subarray(at * 4, at * 4 + 4)] as number[])
    const share = (is: (pixel: number[]) => boolean) => pixels.filter(is).length / pixels.length
    return {
      width: canvas.width,
      height: canvas.height,
      white: share((pixel) => pixel.every((value) => value === 255)),
      dark: share(([red = 0, green = 0, blue = 0]) => red + green + blue < 200),
    }
  }, url)

test('what is drawn, and then changed in the outline, goes to a model that sees pictures as a PNG on white, on a dark screen too', {
  timeout: 120_000,
}, async () => {
  const { page, pictures } = await roomWithModel({ HOTSEAT_PICTURES: 'on' }, { colorScheme: 'dark' })
  const kept = keptPictures(page)
  await place(page, 'Service', 'Redirects')
  await pictured(page, 1, kept)
  await answer(page, 'One service answers.')
  const [drawn = '', ...others] = pictures()
  expect(others).toEqual([])
  expect(drawn).toMatch(/^data:image\/png;base64,/)
  const size = pngSize(Buffer.from(drawn.split(',')[1] ?? '', 'base64'))
  const seen = await decoded(page, drawn)
  expect(size).toEqual({ width: seen.width, height: seen.height })
  expect(seen.width).toBeGreaterThan(100)
  expect(seen.height).toBeGreaterThan(60)
  expect(seen.white).toBeGreaterThan(0.5)
  expect(seen.dark).toBeGreaterThan(0.001)

  await toggleOutline(page)
  await drawnFarAway(page)
  await outline(page).getByRole('textbox', { name: 'Name of Archive' }).waitFor()
  await outline(page).getByLabel('Name', { exact: true }).fill('Edge')
  await outline(page).getByRole('button', { name: 'Add part' }).click()
  await pictured(page, 3, kept)
  await answer(page, 'An archive stands far away.')
  const [, grown = '', ...more] = pictures()
  expect(more).toEqual([])
  const larger = await decoded(page, grown)
  expect(Math.max(larger.width, larger.height)).toBe(maxPictureSide)
})

test('where pictures are not wanted none is drawn or sent', { timeout: 60_000 }, async () => {
  const { page, peer, pictures } = await roomWithModel({})
  const asked: string[] = []
  page.on('request', (request) => asked.push(request.url()))
  await page.evaluate(() => {
    const { toBlob } = HTMLCanvasElement.prototype
    HTMLCanvasElement.prototype.toBlob = function (...given) {
      document.body.dataset.drawn = 'yes'
      toBlob.apply(this, given)
    }
  })
  await place(page, 'Service', 'Redirects')
  await saved(page)
  await answer(page, 'One service answers.')
  expect(peer.requests.some(({ lastMessage }) => lastMessage.includes('Redirects'))).toBe(true)
  expect([pictures(), asked.filter((url) => url.endsWith('/picture'))]).toEqual([[], []])
  expect(await page.evaluate(() => document.body.dataset.drawn ?? 'no')).toBe('no')
})

test('an answer goes out while the server takes no picture', { timeout: 60_000 }, async () => {
  const { page, peer, pictures } = await roomWithModel({ HOTSEAT_PICTURES: 'on' })
  let refuse: () => void = () => undefined
  const isTried = new Promise<void>((resolve) => {
    refuse = resolve
  })
  // Never answered: whoever waited for it would wait for good.
  await page.route('**/picture', () => refuse())
  await place(page, 'Service', 'Redirects')
  await saved(page)
  await isTried
  await answer(page, 'One service answers.')
  expect(peer.requests.some(({ lastMessage }) => lastMessage.includes('Redirects'))).toBe(true)
  expect(pictures()).toEqual([])
})
