import { expect, test } from 'vitest'
import { startHotseat } from '../support/hotseat.ts'
import { ask } from '../support/live-client.ts'
import { rawRequest } from '../support/raw-peer.ts'

const always = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'x-frame-options': 'DENY',
}
const only = (headers: Headers, names: string[]) => Object.fromEntries(names.map((name) => [name, headers.get(name)]))

test('the page allows scripts and styles by a nonce of its own and nothing from elsewhere', async () => {
  const hotseat = await startHotseat()
  const response = await fetch(`${hotseat.origin}/`)
  const html = await response.text()
  const policy = response.headers.get('content-security-policy') ?? ''
  const nonce = /'nonce-([^']+)'/.exec(policy)?.[1] ?? ''
  expect(policy.split('; ')).toEqual([
    "default-src 'none'",
    `script-src 'self' 'nonce-${nonce}'`,
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data:",
    "font-src 'self'",
    `connect-src 'self' ws://127.0.0.1:${hotseat.port} wss://127.0.0.1:${hotseat.port}`,
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ])
  const nonces = [...html.matchAll(/nonce="([^"]*)"/g)].map(([, used]) => used)
  expect(new Set(nonces)).toEqual(new Set([nonce]))
  expect(nonce).not.toBe('')
  const next = await fetch(`${hotseat.origin}/`)
  expect(next.headers.get('content-security-policy')).not.toBe(policy)
})

test('the page answers at every address of its own, is never kept, and is the same for HEAD', async () => {
  const hotseat = await startHotseat()
  for (const path of ['/', '/history', '/interviews/some-id', '/%ZZ']) {
    const response = await fetch(`${hotseat.origin}${path}`)
    expect([response.status, response.headers.get('cache-control')]).toEqual([200, 'no-store'])
    expect(await response.text()).toContain('<div id="root">')
  }
  const head = await fetch(`${hotseat.origin}/`, { method: 'HEAD' })
  expect([head.status, await head.text()]).toEqual([200, ''])
})

test('every answer carries the headers that keep other sites out, problems too', async () => {
  const hotseat = await startHotseat()
  for (const path of ['/', '/icon.svg', '/assets/none.js', '/api/tracks', '/api/nothing'])
    expect(only((await ask(hotseat, path)).headers, Object.keys(always))).toEqual(always)
  const tooLarge = await ask(hotseat, '/api/interviews', { method: 'POST', body: 'x'.repeat(70_000) })
  expect(only(tooLarge.headers, Object.keys(always))).toEqual(always)
  const noAccess = await fetch(`${hotseat.origin}/api/tracks`)
  expect(only(noAccess.headers, Object.keys(always))).toEqual(always)
})

test('no answer of the API is kept by a cache', async () => {
  const hotseat = await startHotseat()
  for (const path of ['/api/tracks', '/api/interviews', '/api/nothing', '/api/interviews/none/scorecard'])
    expect((await ask(hotseat, path)).headers.get('cache-control')).toBe('no-store')
  expect((await fetch(`${hotseat.origin}/api/tracks`)).headers.get('cache-control')).toBe('no-store')
})

test('a script of the page is kept for a year, and one that is not there is not found', async () => {
  const hotseat = await startHotseat()
  const html = await (await fetch(`${hotseat.origin}/`)).text()
  const script = await fetch(`${hotseat.origin}${/src="(\/assets\/[^"]+\.js)"/.exec(html)?.[1]}`)
  expect([script.status, script.headers.get('cache-control')]).toEqual([200, 'public, max-age=31536000, immutable'])
  expect(script.headers.get('content-type')).toContain('text/javascript')
  const missing = await fetch(`${hotseat.origin}/assets/none.js`)
  expect([missing.status, missing.headers.get('cache-control')]).toEqual([404, null])
})

test.each([
  '/assets/../../../package.json',
  '/assets/../index.html',
  '/assets/%2e%2e/%2e%2e/%2e%2e/package.json',
  '/assets/..%2f..%2f..%2fpackage.json',
  '/assets/%2e%2e%2f%2e%2e%2f%2e%2e%2fpackage.json',
  '/assets/..%5c..%5c..%5cpackage.json',
  '/assets//../../../package.json',
  '/assets/%252e%252e/%252e%252e/package.json',
  '/assets/%00/../../package.json',
  '/assets//etc/passwd',
  '/icon.svg/../../../package.json',
  '//etc/passwd',
  '/../../../../../../etc/passwd',
])('%s gives no file from outside the page', async (target) => {
  const hotseat = await startHotseat()
  const answer = await rawRequest(hotseat, target)
  expect(answer).toMatch(/^HTTP\/1\.1 (200|400|404) /)
  expect(answer).not.toContain('"hotseat"')
  expect(answer).not.toContain('root:')
  if (answer.startsWith('HTTP/1.1 200')) expect(answer).toContain('<div id="root">')
})

test('a script goes over the wire as small as the browser can read it, and is the same', async () => {
  const hotseat = await startHotseat()
  const page = await (await fetch(hotseat.origin)).text()
  const [, script] = /href="(\/assets\/first-page-[^"]+\.js)"/.exec(page) ?? []
  const read = async (encoding: string) => {
    const response = await fetch(`${hotseat.origin}${script}`, { headers: { 'accept-encoding': encoding } })
    return {
      encoding: response.headers.get('content-encoding'),
      varies: response.headers.get('vary'),
      length: Number(response.headers.get('content-length')),
      text: await response.text(),
    }
  }
  const [plain, gzip, brotli] = [await read('identity'), await read('gzip'), await read('br, gzip')]
  expect([plain.encoding, gzip.encoding, brotli.encoding]).toEqual([null, 'gzip', 'br'])
  expect(gzip.varies).toBe('Accept-Encoding')
  expect(gzip.length).toBeLessThan(plain.length / 2)
  expect(brotli.length).toBeLessThan(gzip.length)
  expect([gzip.text, brotli.text]).toEqual([plain.text, plain.text])
})

test('the scripts of the first page stay within 200 KB, and none of them draws, edits or runs', async () => {
  const hotseat = await startHotseat()
  const html = await (await fetch(`${hotseat.origin}/`)).text()
  const scripts = [...html.matchAll(/(?:src|href)="(\/assets\/[^"]+\.js)"/g)].map(([, script]) => script ?? '')
  expect(scripts.length).toBeGreaterThan(0)
  const read = await Promise.all(
    scripts.map(async (script) => {
      const response = await fetch(`${hotseat.origin}${script}`, { headers: { 'accept-encoding': 'gzip' } })
      return { length: Number(response.headers.get('content-length')), text: await response.text() }
    }),
  )
  expect(read.reduce((sum, { length }) => sum + length, 0)).toBeLessThan(200 * 1024)
  expect(read.filter(({ text }) => /excalidraw-container|cm-content|sql-wasm|sucrase/.test(text))).toEqual([])
})
