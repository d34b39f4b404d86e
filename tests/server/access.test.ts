import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { type Hotseat, startHotseat } from '../support/hotseat.ts'
import { manualClock } from '../support/manual-clock.ts'
import { rawRequest } from '../support/raw-peer.ts'

const day = 24 * 60 * 60 * 1000
const enter = (hotseat: Hotseat, token: string) =>
  fetch(`${hotseat.origin}/api/access`, {
    method: 'POST',
    body: JSON.stringify({ token }),
    headers: { 'content-type': 'application/json' },
  })
async function cookieOf(hotseat: Hotseat): Promise<string> {
  const response = await enter(hotseat, hotseat.token)
  expect([response.status, await response.json()]).toEqual([200, { access: 'granted' }])
  return response.headers.get('set-cookie')?.split(';')[0] ?? ''
}
const look = async (hotseat: Hotseat, headers: Record<string, string>) =>
  (await fetch(`${hotseat.origin}/api/access`, { headers })).status

test('the launch token is exchanged for a cookie that no script reads and no other site sends', async () => {
  const hotseat = await startHotseat()
  const response = await enter(hotseat, hotseat.token)
  const [value, ...attributes] = (response.headers.get('set-cookie') ?? '').split('; ')
  expect(value).toMatch(/^hotseat_access=[\w-]{43}$/)
  expect(attributes.sort()).toEqual(['HttpOnly', 'Max-Age=2592000', 'Path=/', 'SameSite=Strict'])
  expect(await look(hotseat, { cookie: value ?? '' })).toBe(200)
})

test('the cookie outlives a restart, and each browser gets its own', async () => {
  const hotseat = await startHotseat()
  const [one, other] = [await cookieOf(hotseat), await cookieOf(hotseat)]
  expect(one).not.toBe(other)
  await hotseat.restart()
  expect(await look(hotseat, { cookie: one })).toBe(200)
  expect(await look(hotseat, { cookie: `theme=dark; ${other}` })).toBe(200)
})

test('the cookie lasts thirty days', async () => {
  const clock = manualClock()
  const hotseat = await startHotseat({ clock })
  const cookie = await cookieOf(hotseat)
  clock.advance(30 * day - 1)
  expect(await look(hotseat, { cookie })).toBe(200)
  clock.advance(1)
  expect(await look(hotseat, { cookie })).toBe(401)
})

test('neither the token nor the cookie stands in the database', async () => {
  const hotseat = await startHotseat()
  const cookie = (await cookieOf(hotseat)).split('=')[1] ?? ''
  const db = new Database(hotseat.databaseFile, { readonly: true })
  const tables = db.prepare<[], { name: string }>("select name from sqlite_schema where type = 'table'").all()
  const dump = tables.map(({ name }) => JSON.stringify(db.prepare(`select * from "${name}"`).all())).join('\n')
  db.close()
  expect(dump).toContain('"local"')
  expect(dump).not.toContain(cookie)
  expect(dump).not.toContain(hotseat.token)
})

test.each(['', 'a-token-for-the-test', 'a-token-for-the-tests ', 'A-TOKEN-FOR-THE-TESTS'])(
  'the token "%s" is not the launch token, and gives no cookie',
  async (token) => {
    const hotseat = await startHotseat()
    const response = await enter(hotseat, token)
    expect(response.status).toBe(401)
    expect(response.headers.get('set-cookie')).toBeNull()
    expect(await response.json()).toEqual({
      error: { code: 'wrong-token', message: expect.stringContaining('the address it printed last') },
    })
  },
)

test.each<{ what: string; headers: Record<string, string> }>([
  { what: 'nothing', headers: {} },
  { what: 'an empty cookie', headers: { cookie: 'hotseat_access=' } },
  { what: 'a cookie that was never given', headers: { cookie: 'hotseat_access=made-up' } },
  { what: 'the token in the place of the cookie', headers: { cookie: 'hotseat_access=a-token-for-the-tests' } },
  { what: 'another bearer token', headers: { authorization: 'Bearer something-else' } },
  { what: 'another scheme', headers: { authorization: 'Basic a-token-for-the-tests' } },
])('with $what no route of the API answers but the exchange', async ({ headers }) => {
  const hotseat = await startHotseat()
  for (const path of ['access', 'tracks', 'interviews', 'interviews/x/export', 'settings', 'status', 'openapi.json', 'nothing']) {
    const response = await fetch(`${hotseat.origin}/api/${path}`, { headers })
    expect(response.status).toBe(401)
    expect(await response.json()).toEqual({
      error: { code: 'no-access', message: 'This browser has no access yet. Open Hotseat by the address it printed.' },
    })
  }
})

test.each(['127.0.0.1', 'localhost', '[::1]', 'LOCALHOST'])('the host %s is this machine', async (name) => {
  const hotseat = await startHotseat()
  expect(await rawRequest(hotseat, '/api/access', { host: `${name}:${hotseat.port}` })).toMatch(/^HTTP\/1\.1 401 /)
})

test.each([
  'evil.example',
  'localhost.evil.example',
  '127.0.0.1.evil.example',
  '0.0.0.0',
  '192.168.1.10',
  '169.254.169.254',
  '[::2]',
])('the host %s is refused even with the token, since a name can be rebound to this machine', async (name) => {
  const hotseat = await startHotseat()
  for (const target of ['/', '/api/tracks']) {
    const headers = { host: `${name}:${hotseat.port}`, authorization: `Bearer ${hotseat.token}` }
    const answer = await rawRequest(hotseat, target, headers)
    expect(answer).toMatch(/^HTTP\/1\.1 403 /)
    expect(answer).toContain('"code":"unknown-host"')
    expect(answer).toMatch(/x-content-type-options: nosniff/i)
  }
})

test.each<{ what: string; headers: Record<string, string> }>([
  { what: 'another site', headers: { origin: 'https://evil.example' } },
  { what: 'no site that it names', headers: { origin: 'null' } },
  { what: 'another port', headers: { origin: 'http://127.0.0.1:1' } },
  { what: 'the page of an app on this machine', headers: { origin: 'capacitor://127.0.0.1' } },
  { what: 'another site, by the browser’s word', headers: { 'sec-fetch-site': 'cross-site' } },
  { what: 'another port, by the browser’s word', headers: { 'sec-fetch-site': 'same-site' } },
])('a request from $what is refused even with the token', async ({ headers }) => {
  const hotseat = await startHotseat()
  const answer = await rawRequest(hotseat, '/api/tracks', { authorization: `Bearer ${hotseat.token}`, ...headers })
  expect(answer).toMatch(/^HTTP\/1\.1 403 /)
  expect(answer).toContain('"code":"foreign-origin"')
})

test('a request from the page itself is let in, and a link from elsewhere may open the page', async () => {
  const hotseat = await startHotseat()
  const headers = { authorization: `Bearer ${hotseat.token}`, origin: hotseat.origin, 'sec-fetch-site': 'same-origin' }
  expect(await rawRequest(hotseat, '/api/tracks', headers)).toMatch(/^HTTP\/1\.1 200 /)
  expect(await rawRequest(hotseat, '/', { 'sec-fetch-site': 'cross-site' })).toMatch(/^HTTP\/1\.1 200 /)
})
