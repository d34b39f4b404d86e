import { readFileSync } from 'node:fs'
import { setImmediate } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { systemClock } from '#src/domain/clock.ts'
import { chunk, doneLine, type Reply, rejects, sends, startFaultPeer } from '../support/fault-peer.ts'
import { startHotseat } from '../support/hotseat.ts'
import { beginInterview, connect, say } from '../support/live-client.ts'
import { saidRows } from '../support/turn-rows.ts'

const speed = 30
const begun = Date.now()
/** All time passes thirty times as fast, and with it rests between tries and deadlines. */
const fastClock = {
  now: () => begun + (Date.now() - begun) * speed,
  after: (delayMs: number, callback: () => void) => systemClock.after(delayMs / speed, callback),
}

const marker = 'the-words-of-the-endpoint'
const says = { error: { message: marker } }
const half = chunk({ content: '{"move": "probe", "words": "Half a ' })
const endless: Reply = async ({ open, send, gone }) => {
  open()
  let isThere = true
  void gone.then(() => {
    isThere = false
  })
  while (isThere) {
    await send(chunk({ content: `${marker} ` }))
    await setImmediate()
  }
}

/** What an endpoint does, by its line in docs/faults.md. */
const faults: Record<string, Reply> = {
  'Refuses the key (401)': rejects(401, says),
  'Has no credit left (402)': rejects(402, says),
  'Does not know the model (404)': rejects(404, says),
  'Has no time now (429), three times over': rejects(429, says),
  'Has no time for an hour (429 with a long Retry-After)': rejects(429, says, { 'retry-after': '3600' }),
  'Fails (500), three times over': rejects(500, says),
  'Rejects the request (400)': rejects(400, says),
  'Takes the connection and says nothing': () => undefined,
  'Sends headers and no word': ({ open }) => open(),
  'Stalls in the middle of a reply': async ({ open, send }) => {
    open()
    await send(half)
  },
  'Ends a reply without saying that it is complete': sends(half),
  'Breaks the connection in the middle of a reply': async ({ open, send, reset }) => {
    open()
    await send(half)
    reset()
  },
  'Sends a page of HTML': rejects(200, `<p>${marker}</p>`, { 'content-type': 'text/html' }),
  'Sends a chunk that is no JSON': sends(half, 'data: {"choices": oops\n\n'),
  'Cuts the reply off at its limit (length)': sends(half, chunk({}, 'length'), doneLine),
  'Filters the reply (content_filter)': sends(half, chunk({}, 'content_filter'), doneLine),
  'Sends an empty reply': sends(chunk({ content: '' }, 'stop'), doneLine),
  'Thinks and never speaks': sends(chunk({ content: `<think>${marker}` }, 'stop'), doneLine),
  'Talks without end': endless,
}

/** The first table of the page: what the endpoint does, and what the room says. */
const documented = readFileSync('docs/faults.md', 'utf8')
  .split('\n## ')[1]
  ?.split('\n')
  .flatMap((line) => {
    const [, fault, sentence] = /^\| (.+?) \| (.+?) \|$/.exec(line) ?? []
    return fault === undefined || sentence === undefined || /^(The endpoint|-+)/.test(fault) ? [] : [{ fault, sentence }]
  })

test('each fault stands on the page about faults', () => {
  expect(documented?.map(({ fault }) => fault)).toEqual(Object.keys(faults))
})

test.each(documented ?? [])(
  '$fault: the room says so, the rules take the turn and nothing is lost',
  async ({ fault, sentence }) => {
    const reply = faults[fault]
    if (reply === undefined) throw new Error(`no reply is written for ${fault}`)
    const peer = await startFaultPeer(...Array.from({ length: 20 }, () => reply))
    const env = { OPENAI_BASE_URL: peer.baseUrl, OPENAI_API_KEY: 'k-secret', HOTSEAT_MODEL: 'MODEL', HOTSEAT_OBSERVER: 'off' }
    const hotseat = await startHotseat({ env, clock: fastClock })
    const { id } = await beginInterview(hotseat, { minutes: 45 })
    const client = await connect(hotseat, id)
    await client.next('utterance-end')
    const { turn } = await say(client, 'I found the cause in the logs of the queue.')
    expect(turn.spokenBy).toBe('rule-based@1')
    const told = client.frames.flatMap((frame) => (frame.type === 'state' ? (frame.standing.notice ?? []) : []))
    expect(told.at(-1)?.replaceAll(peer.baseUrl, 'ENDPOINT')).toBe(sentence)
    expect(JSON.stringify(client.frames)).not.toMatch(new RegExp(`${marker}|k-secret`))
    expect(saidRows(hotseat, id)).toEqual(['I found the cause in the logs of the queue.'])
  },
)
