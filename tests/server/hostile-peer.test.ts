import { expect, test } from 'vitest'
import { maxFrameBytes } from '#src/protocol/frames.ts'
import { type Hotseat, startHotseat } from '../support/hotseat.ts'
import { ask, beginInterview, connect, say } from '../support/live-client.ts'
import { type ManualClock, manualClock } from '../support/manual-clock.ts'
import { handshake, rawPeer } from '../support/raw-peer.ts'
import { saidRows } from '../support/turn-rows.ts'

async function sit() {
  const clock = manualClock()
  const hotseat = await startHotseat({ clock })
  const { id } = await beginInterview(hotseat)
  const client = await connect(hotseat, id)
  await client.next('utterance-end')
  return { clock, hotseat, id, client }
}

/** Stops the server while somebody on the other end does not hang up. */
async function stop(hotseat: Hotseat, clock: ManualClock): Promise<void> {
  const closing = hotseat.close()
  clock.advance(2000)
  await closing
}
const lines = (headers: Record<string, string>) => Object.entries(headers).map(([name, value]) => `${name}: ${value}`)

test('a request that never ends holds up neither the others nor the end of the server', async () => {
  const clock = manualClock()
  const hotseat = await startHotseat({ clock })
  const slow = await rawPeer(hotseat, 'POST /api/interviews HTTP/1.1', `host: 127.0.0.1:${hotseat.port}`, 'x-slow: a')
  expect((await ask(hotseat, '/api/tracks')).status).toBe(200)
  await stop(hotseat, clock)
  await slow.ended
})

test('a body that never comes holds up neither the others nor the end of the server', async () => {
  const clock = manualClock()
  const hotseat = await startHotseat({ clock })
  const slow = await rawPeer(
    hotseat,
    'POST /api/interviews HTTP/1.1',
    ...lines({ host: `127.0.0.1:${hotseat.port}`, authorization: `Bearer ${hotseat.token}` }),
    'content-type: application/json',
    'content-length: 100',
    '',
    '{',
  )
  expect((await ask(hotseat, '/api/tracks')).status).toBe(200)
  await stop(hotseat, clock)
  await slow.ended
})

test('a refused upgrade whose peer never hangs up does not keep the server from ending', async () => {
  const hotseat = await startHotseat({ clock: manualClock() })
  const headers = handshake(hotseat, { upgrade: 'h2c' })
  const refused = await rawPeer(hotseat, 'GET / HTTP/1.1', ...lines(headers), '', '')
  expect(await refused.ended).toMatch(/^HTTP\/1\.1 400 /)
  await hotseat.close()
})

test('a WebSocket that answers no goodbye does not keep the server from ending', async () => {
  const clock = manualClock()
  const hotseat = await startHotseat({ clock })
  const { id } = await beginInterview(hotseat)
  const mute = await rawPeer(hotseat, `GET /api/interviews/${id}/live HTTP/1.1`, ...lines(handshake(hotseat)), '', '')
  await mute.until((received) => received.startsWith('HTTP/1.1 101 '))
  await stop(hotseat, clock)
  expect(await mute.ended).toContain('The server stops or restarts.')
})

test('a tab that vanishes without a goodbye in mid-sentence leaves what was stored', async () => {
  const { hotseat, id, client } = await sit()
  client.send({ type: 'say', clientTurnId: 'turn-0001', text: 'I led the migration.' })
  await client.next('turn-stored')
  client.socket.terminate()
  const back = await connect(hotseat, id)
  await say(back, 'It took two weeks.')
  expect(saidRows(hotseat, id)).toEqual(['I led the migration.', 'It took two weeks.'])
})

test('a frame in a thousand pieces is cut off, and the others go on', async () => {
  const { hotseat, id, client } = await sit()
  const hostile = await connect(hotseat, id)
  await hostile.next('snapshot')
  for (let piece = 0; piece < 1000; piece++) hostile.socket.send('x', { fin: false })
  expect(await hostile.closed).toBe(1008)
  await say(client, 'I am still here.')
})

test('a frame far beyond the limit is cut off before it is held, and the others go on', async () => {
  const { hotseat, id, client } = await sit()
  const hostile = await connect(hotseat, id)
  await hostile.next('snapshot')
  hostile.socket.on('error', () => undefined)
  hostile.sendRaw('x'.repeat(16 * maxFrameBytes))
  expect([1006, 1009]).toContain(await hostile.closed)
  await say(client, 'I am still here.')
})

test('a flood of pings is a flood', async () => {
  const { hotseat, id, client } = await sit()
  const hostile = await connect(hotseat, id)
  await hostile.next('snapshot')
  for (let sent = 0; sent < 60; sent++) hostile.socket.ping()
  expect(await hostile.closed).toBe(4429)
  await say(client, 'I am still here.')
})

test('text that is not UTF-8 closes its socket, and the others go on', async () => {
  const { hotseat, id, client } = await sit()
  const hostile = await connect(hotseat, id)
  await hostile.next('snapshot')
  hostile.socket.send(Buffer.from([0x22, 0xff, 0x22]), { binary: false })
  expect(await hostile.closed).toBe(1007)
  await say(client, 'I am still here.')
})

test.each([
  { what: 'text from right to left', text: 'קודם \u202eeman\u202c ואחר כך' },
  { what: 'characters that nobody sees', text: 'pass\u200bword\u2060 \ufeffand so on' },
  { what: 'NUL', text: 'before\u0000after' },
  { what: 'emoji and their joiners', text: '👩‍💻 said 👍🏽' },
  { what: 'SQL and markup', text: `'); drop table turns; -- <script>alert(1)</script> {{question}}` },
  { what: 'the longest turn', text: '語'.repeat(16_000) },
])('$what is kept and sent back letter by letter', async ({ text }) => {
  const { hotseat, id, client } = await sit()
  client.send({ type: 'say', clientTurnId: 'turn-0001', text })
  expect((await client.next('turn-stored')).turn.text).toBe(text)
  expect(saidRows(hotseat, id)).toEqual([text])
})

test('half a character is stored as the sign for one, and a repetition is known again', async () => {
  const { hotseat, id, client } = await sit()
  const sent = '{"type":"say","clientTurnId":"turn-0001","text":"A lone \\ud83d half."}'
  client.sendRaw(sent)
  expect((await client.next('turn-stored')).turn.text).toBe('A lone \ufffd half.')
  client.sendRaw(sent)
  expect((await client.next('turn-stored')).turn.text).toBe('A lone \ufffd half.')
  expect(saidRows(hotseat, id)).toEqual(['A lone \ufffd half.'])
})

test.each([
  '{"type":"say","clientTurnId":"turn-0001","text":"Hello.","__proto__":{"polluted":true}}',
  '{"type":"say","clientTurnId":"turn-0001","text":"Hello.","constructor":{"prototype":{"polluted":true}}}',
  '{"__proto__":{"type":"say"},"polluted":true}',
  '{"type":"say","clientTurnId":"turn-0001","text":"Hello.","artifacts":[{"id":"a","kind":"board","text":"","scene":{"__proto__":{"polluted":true}}}]}',
  '{"type":"hello","connection":"__proto__"}',
])('%s changes no other object', async (sent) => {
  const { hotseat, client } = await sit()
  client.sendRaw(sent)
  await say(client, 'I am still here.')
  expect(({} as Record<string, unknown>).polluted).toBeUndefined()
  expect((await ask(hotseat, '/api/status')).status).toBe(200)
})

test.each([
  { what: 'brackets', sent: '['.repeat(60_000) },
  { what: 'arrays', sent: `${'['.repeat(30_000)}${']'.repeat(30_000)}` },
  {
    what: 'a drawing',
    sent: `{"type":"say","clientTurnId":"turn-0001","text":"Look.","artifacts":[{"id":"a","kind":"board","text":"","scene":${'['.repeat(30_000)}${']'.repeat(30_000)}}]}`,
  },
])('$what nested without end are answered with an error, and nothing of them is stored', async ({ sent }) => {
  const { hotseat, id, client } = await sit()
  client.sendRaw(sent)
  expect(['bad-json', 'bad-frame']).toContain((await client.next('error')).code)
  await say(client, 'I am still here.')
  expect(saidRows(hotseat, id)).toEqual(['I am still here.'])
})

test('a snapshot that is longer than what a slow reader may leave is read to its end, and what follows comes too', async () => {
  const clock = manualClock()
  const hotseat = await startHotseat({ clock, env: { HOTSEAT_CHARACTERS_PER_INTERVIEW: '5000000' } })
  const { id } = await beginInterview(hotseat)
  const client = await connect(hotseat, id)
  await client.next('utterance-end')
  for (let at = 0; at < 260; at++) {
    clock.advance(1000)
    client.send({ type: 'say', clientTurnId: `turn-${1000 + at}`, text: '€'.repeat(16_000) })
    await client.next('turn-stored')
  }
  const late = await connect(hotseat, id, { have: null })
  late.socket.pause()
  late.send({ type: 'hello', connection: 'tab-late-0001' })
  for (let at = 0; at < 20; at++) {
    clock.advance(1000)
    client.send({ type: 'draft', text: `draft ${at}` })
    await client.next('draft')
  }
  late.socket.resume()
  await late.next('draft', ({ text }) => text === 'draft 19')
})
