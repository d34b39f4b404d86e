import { expect, test } from 'vitest'
import { closeCodes, maxFrameBytes } from '#src/protocol/frames.ts'
import { startHotseat } from '../support/hotseat.ts'
import { beginInterview, connect, say } from '../support/live-client.ts'
import { manualClock } from '../support/manual-clock.ts'
import { saidRows } from '../support/turn-rows.ts'

async function sit() {
  const clock = manualClock()
  const hotseat = await startHotseat({ clock })
  const { id } = await beginInterview(hotseat)
  const client = await connect(hotseat, id)
  await client.next('utterance-end')
  return { clock, hotseat, id, client }
}

test.each([
  { what: 'text that is not JSON', sent: '{"type":', code: 'bad-json' },
  { what: 'JSON that is no object', sent: '[1]', code: 'bad-frame' },
  { what: 'null', sent: 'null', code: 'bad-frame' },
  { what: 'a type that is no text', sent: '{"type":7}', code: 'bad-frame' },
  { what: 'a type that nobody knows', sent: '{"type":"score-me"}', code: 'unknown-type' },
  { what: 'a type that every object has', sent: '{"type":"constructor"}', code: 'unknown-type' },
  { what: 'a frame that only the server sends', sent: '{"type":"utterance-end"}', code: 'unknown-type' },
  { what: 'a missing field', sent: '{"type":"say","clientTurnId":"turn-0001"}', code: 'bad-frame', clientTurnId: 'turn-0001' },
  { what: 'a field too many', sent: '{"type":"pause","command":"command-1","x":1}', code: 'bad-frame', command: 'command-1' },
  {
    what: 'an id that is too short',
    sent: '{"type":"say","clientTurnId":"1","text":"Hi."}',
    code: 'bad-frame',
    clientTurnId: '1',
  },
  {
    what: 'a text longer than a turn may be',
    sent: JSON.stringify({ type: 'say', clientTurnId: 'turn-0001', text: 'x'.repeat(16_001) }),
    code: 'bad-frame',
    clientTurnId: 'turn-0001',
  },
  {
    what: 'a frame over 64 KiB',
    sent: JSON.stringify({ type: 'say', clientTurnId: 'turn-0001', text: 'x'.repeat(maxFrameBytes) }),
    code: 'too-large',
    clientTurnId: 'turn-0001',
  },
  {
    what: 'a position that is no number of this world',
    sent: '{"type":"hello","connection":"tab-0001","seq":1e400}',
    code: 'bad-frame',
  },
])('answers $what with a typed error, and the interview goes on', async ({ sent, what: _, ...expected }) => {
  const { hotseat, id, client } = await sit()
  client.sendRaw(sent)
  const { type, message, ...answer } = await client.next('error')
  expect(answer).toEqual(expected)
  expect(message).not.toBe('')
  await say(client, 'I led the migration.')
  expect(saidRows(hotseat, id)).toEqual(['I led the migration.'])
})

test('answers a binary frame with a typed error, and the interview goes on', async () => {
  const { hotseat, id, client } = await sit()
  client.sendRaw(Buffer.from('{"type":"ping"}'))
  expect(await client.next('error')).toMatchObject({ code: 'bad-frame', message: expect.stringContaining('binary') })
  await say(client, 'I led the migration.')
  expect(saidRows(hotseat, id)).toEqual(['I led the migration.'])
})

test('a frame of exactly 64 KiB is read', async () => {
  const { client } = await sit()
  const ping = '{"type":"ping"}'
  client.sendRaw(ping + ' '.repeat(maxFrameBytes - ping.length))
  await client.next('pong')
  expect(client.frames.filter(({ type }) => type === 'error')).toEqual([])
})

test('what is said without anything to read in it is not stored', async () => {
  const { hotseat, id, client } = await sit()
  client.send({ type: 'say', clientTurnId: 'turn-0001', text: ' \n\u200b\u2060\ufeff\u202e' })
  expect(await client.next('error')).toMatchObject({ code: 'empty-turn', clientTurnId: 'turn-0001' })
  expect(saidRows(hotseat, id)).toEqual([])
})

test('a command before hello closes the socket, and stores nothing', async () => {
  const hotseat = await startHotseat()
  const { id } = await beginInterview(hotseat)
  const client = await connect(hotseat, id, { have: null })
  client.send({ type: 'say', clientTurnId: 'turn-0001', text: 'Hello there.' })
  expect(await client.next('error')).toMatchObject({ code: 'bad-frame', message: 'The first frame is hello.' })
  expect(await client.closed).toBe(closeCodes.badFrame)
  expect(saidRows(hotseat, id)).toEqual([])
})

test('what is sent right behind hello is carried out, not refused', async () => {
  const hotseat = await startHotseat()
  const { id } = await beginInterview(hotseat)
  const client = await connect(hotseat, id, { have: null })
  client.send({ type: 'hello', connection: 'tab-0001' })
  client.send({ type: 'say', clientTurnId: 'turn-0001', text: 'First.' })
  client.send({ type: 'say', clientTurnId: 'turn-0002', text: 'Second.' })
  await client.next('turn-stored', ({ clientTurnId }) => clientTurnId === 'turn-0002')
  expect(saidRows(hotseat, id)).toEqual(['First.', 'Second.'])
})

test('a socket that says no hello for ten seconds is closed, one that said it stays', async () => {
  const clock = manualClock()
  const hotseat = await startHotseat({ clock })
  const { id } = await beginInterview(hotseat)
  const silent = await connect(hotseat, id, { have: null })
  const polite = await connect(hotseat, id)
  await polite.next('utterance-end')
  clock.advance(9999)
  silent.send({ type: 'ping' })
  await silent.next('pong')
  clock.advance(1)
  expect(await silent.closed).toBe(closeCodes.helloTimeout)
  expect(silent.frames.at(-1)).toEqual({ type: 'bye', reason: 'No hello came.' })
  await say(polite, 'I am still here.')
})

test('a flood is closed with 4429 after the burst; what was stored stays, and coming back works', async () => {
  const { hotseat, id, client } = await sit()
  await say(client, 'Before the flood.')
  for (let sent = 0; sent < 60; sent++) client.send({ type: 'ping' })
  expect(await client.closed).toBe(closeCodes.rateLimited)
  expect(client.frames.findLast(({ type }) => type === 'error')).toMatchObject({ code: 'rate-limited' })
  // 40 at once, less hello and the turn.
  expect(client.frames.filter(({ type }) => type === 'pong').length).toBe(38)
  const back = await connect(hotseat, id)
  expect((await back.next('snapshot')).turns.map(({ text }) => text)).toContain('Before the flood.')
  await say(back, 'After the flood.')
  expect(saidRows(hotseat, id)).toEqual(['Before the flood.', 'After the flood.'])
})

test('frames at ten a second are let through for as long as they come', async () => {
  const { clock, client } = await sit()
  for (let sent = 1; sent <= 120; sent++) {
    clock.advance(100)
    client.send({ type: 'ping' })
    await client.next('pong')
  }
  expect(client.frames.filter(({ type }) => type === 'error')).toEqual([])
})

test('a browser that answers no ping is cut off, one that answers stays', async () => {
  const { clock, hotseat, id, client } = await sit()
  const deaf = await connect(hotseat, id)
  await deaf.next('welcome')
  deaf.socket.removeAllListeners('message')
  deaf.socket.pause()
  for (let round = 0; round < 3; round++) {
    const pinged = new Promise((resolve) => client.socket.once('ping', resolve))
    clock.advance(25_000)
    if (round < 2) await pinged
    // Whatever was sent before this answer, the pong among it, has arrived.
    client.send({ type: 'ping' })
    await client.next('pong')
  }
  deaf.socket.resume()
  expect(await deaf.closed).toBe(1006)
  await say(client, 'I am still here.')
})
