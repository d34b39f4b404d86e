import { expect, test } from 'vitest'
import { closeCodes, subprotocol } from '#src/protocol/frames.ts'
import { startHotseat } from '../support/hotseat.ts'
import { ask, beginInterview, connect } from '../support/live-client.ts'
import { handshake, rawRequest } from '../support/raw-peer.ts'
import { giveAway } from '../support/turn-rows.ts'

async function prepared() {
  const hotseat = await startHotseat()
  const { id } = await beginInterview(hotseat)
  const address = `/api/interviews/${id}/live`
  return { hotseat, id, shake: (headers: Record<string, string>) => rawRequest(hotseat, address, handshake(hotseat, headers)) }
}

test.each([
  { what: 'another version', offered: 'interview.v2', said: 'interview.v2 was offered' },
  { what: 'several others', offered: 'graphql-ws, interview.v0', said: 'graphql-ws, interview.v0 was offered' },
  { what: 'no subprotocol', offered: '', said: 'none was offered' },
])('a handshake with $what is refused and told which version is spoken', async ({ offered, said }) => {
  const { shake } = await prepared()
  const answer = await shake({ 'sec-websocket-protocol': offered })
  expect(answer).toMatch(/^HTTP\/1\.1 400 /)
  expect(answer).toContain(`"code":"wrong-version"`)
  expect(answer).toContain(`This server speaks the subprotocol ${subprotocol}`)
  if (offered !== '') expect(answer).toContain(said)
})

test('of several subprotocols the one that is spoken is chosen', async () => {
  const { hotseat, id } = await prepared()
  const client = await connect(hotseat, id, { subprotocols: ['interview.v2', subprotocol] })
  expect(client.socket.protocol).toBe(subprotocol)
  await client.next('welcome')
})

test.each<{ what: string; headers: Record<string, string>; code: string }>([
  { what: 'another site', headers: { origin: 'https://evil.example' }, code: 'foreign-origin' },
  { what: 'a page that hides where it comes from', headers: { origin: 'null' }, code: 'foreign-origin' },
  { what: 'another program on this machine', headers: { origin: 'http://127.0.0.1:1' }, code: 'foreign-origin' },
  {
    what: 'a name that was rebound to this machine',
    headers: { host: 'evil.example', origin: 'http://evil.example' },
    code: 'unknown-host',
  },
  { what: 'a name that begins like this machine’s', headers: { host: 'localhost.evil.example' }, code: 'unknown-host' },
])('a handshake from $what is refused', async ({ headers, code }) => {
  const { shake } = await prepared()
  const answer = await shake(headers)
  expect(answer).toMatch(/^HTTP\/1\.1 403 /)
  expect(answer).toContain(`"code":"${code}"`)
})

test('a handshake from the page itself is let in', async () => {
  const { hotseat, id } = await prepared()
  const client = await connect(hotseat, id, {
    headers: { authorization: `Bearer ${hotseat.token}`, origin: hotseat.origin },
  })
  await client.next('welcome')
})

test.each<{ what: string; headers: Record<string, string> }>([
  { what: 'no token', headers: {} },
  { what: 'another token', headers: { authorization: 'Bearer something-else' } },
  { what: 'a cookie that was never given', headers: { cookie: 'hotseat_access=made-up' } },
])('a socket with $what is closed with 4401 and told nothing', async ({ headers }) => {
  const { hotseat, id } = await prepared()
  const client = await connect(hotseat, id, { headers })
  expect(await client.closed).toBe(closeCodes.unauthorized)
  expect(client.frames).toEqual([{ type: 'bye', reason: 'This browser has no access.' }])
})

test('a socket with the cookie of the browser is let in', async () => {
  const { hotseat, id } = await prepared()
  const entered = await ask(hotseat, '/api/access', { method: 'POST', body: JSON.stringify({ token: hotseat.token }) })
  const cookie = entered.headers.get('set-cookie')?.split(';')[0] ?? ''
  const client = await connect(hotseat, id, { headers: { cookie } })
  await client.next('welcome')
})

test('an interview that does not exist and one that is somebody else’s are closed with the same 4404', async () => {
  const { hotseat, id } = await prepared()
  giveAway(hotseat, id)
  for (const asked of ['no-such-interview', id]) {
    const client = await connect(hotseat, asked)
    expect(await client.closed).toBe(closeCodes.unknownInterview)
    expect(client.frames).toEqual([{ type: 'bye', reason: 'There is no such interview.' }])
  }
})

test.each(['/', '/api/interviews', '/api/interviews/%ZZ/live', '/api/interviews/%2e%2e/live', '/api/interviews/a/b/live'])(
  'there is no socket at %s',
  async (target) => {
    const { hotseat } = await prepared()
    const answer = await rawRequest(hotseat, target, handshake(hotseat))
    expect(answer).toMatch(/^HTTP\/1\.1 404 /)
    expect(answer).toContain('There is no WebSocket at this address.')
  },
)

test('an upgrade to anything but a WebSocket is refused', async () => {
  const { shake } = await prepared()
  const answer = await shake({ connection: 'Upgrade, HTTP2-Settings', upgrade: 'h2c', 'http2-settings': 'AAMAAABkAAQAAP__' })
  expect(answer).toMatch(/^HTTP\/1\.1 400 /)
  expect(answer).toContain('"code":"no-websocket"')
})
