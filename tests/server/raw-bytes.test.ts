import { expect, test } from 'vitest'
import { type Hotseat, startHotseat } from '../support/hotseat.ts'
import { ask, beginInterview, connect, say } from '../support/live-client.ts'
import { handshake, rawPeer } from '../support/raw-peer.ts'

const crlf = '\r\n'

/** Requests as bytes on the wire. The first line of what comes back, or '' where the server hangs up without a word. */
const requests: [string, (host: string) => string, RegExp][] = [
  ['a TLS handshake', () => '\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03', /^HTTP\/1\.1 400 /],
  ['the preface of HTTP/2', () => `PRI * HTTP/2.0${crlf}${crlf}SM${crlf}${crlf}`, /^HTTP\/1\.1 (400|505) /],
  ['a request of HTTP/0.9', () => `GET /${crlf}${crlf}`, /^HTTP\/1\.1 400 /],
  ['no host', () => `GET / HTTP/1.1${crlf}${crlf}`, /^HTTP\/1\.1 400 /],
  ['two hosts', (host) => `GET / HTTP/1.1${crlf}host: evil.example${crlf}host: ${host}${crlf}${crlf}`, /^HTTP\/1\.1 (400|403) /],
  ['a version of its own', (host) => `GET / HTTP/9.9${crlf}host: ${host}${crlf}${crlf}`, /^HTTP\/1\.1 (400|505) /],
  ['a method of its own', (host) => `BREW / HTTP/1.1${crlf}host: ${host}${crlf}${crlf}`, /^HTTP\/1\.1 400 /],
  [
    'a body that is both chunked and counted',
    (host) => smuggled(host, 'transfer-encoding: chunked', 'content-length: 4'),
    /^HTTP\/1\.1 400 /,
  ],
  ['two lengths of a body', (host) => smuggled(host, 'content-length: 4', 'content-length: 40'), /^HTTP\/1\.1 400 /],
  ['a length that is negative', (host) => smuggled(host, 'content-length: -1'), /^HTTP\/1\.1 400 /],
  ['a length that is no number', (host) => smuggled(host, 'content-length: 0x10'), /^HTTP\/1\.1 400 /],
  ['an encoding that hides chunks', (host) => smuggled(host, 'transfer-encoding: xchunked'), /^HTTP\/1\.1 (400|411) /],
  ['a space before the colon', (host) => `GET / HTTP/1.1${crlf}host : ${host}${crlf}${crlf}`, /^HTTP\/1\.1 400 /],
  ['NUL in a header', (host) => `GET / HTTP/1.1${crlf}host: ${host}${crlf}x: a\0b${crlf}${crlf}`, /^HTTP\/1\.1 400 /],
  [
    'a bare line feed in a header',
    (host) => `GET / HTTP/1.1${crlf}host: ${host}${crlf}x: a\n\ty: b\r\r\n${crlf}`,
    /^HTTP\/1\.1 400 /,
  ],
  [
    'headers of 20 KB',
    (host) => `GET / HTTP/1.1${crlf}host: ${host}${crlf}x: ${'a'.repeat(20_000)}${crlf}${crlf}`,
    /^HTTP\/1\.1 431 /,
  ],
  [
    'an address of 20 KB',
    (host) => `GET /${'a'.repeat(20_000)} HTTP/1.1${crlf}host: ${host}${crlf}${crlf}`,
    /^HTTP\/1\.1 (414|431) /,
  ],
  [
    'an address of another host',
    (host) => `GET http://evil.example/api/status HTTP/1.1${crlf}host: ${host}${crlf}connection: close${crlf}${crlf}`,
    /^HTTP\/1\.1 (40[0134]) /,
  ],
  ['a proxy’s CONNECT', (host) => `CONNECT evil.example:443 HTTP/1.1${crlf}host: ${host}${crlf}${crlf}`, /^$/],
  [
    'TRACE',
    (host) => `TRACE /api/status HTTP/1.1${crlf}host: ${host}${crlf}connection: close${crlf}${crlf}`,
    /^HTTP\/1\.1 (40[015]) /,
  ],
  [
    'an expectation of its own',
    (host) => `GET / HTTP/1.1${crlf}host: ${host}${crlf}expect: miracles${crlf}connection: close${crlf}${crlf}`,
    /^HTTP\/1\.1 417 /,
  ],
  [
    'a handshake by POST',
    (host) =>
      `POST /api/interviews/a/live HTTP/1.1${crlf}host: ${host}${crlf}upgrade: websocket${crlf}connection: upgrade${crlf}content-length: 0${crlf}${crlf}`,
    /^HTTP\/1\.1 4\d\d /,
  ],
]

function smuggled(host: string, ...headers: string[]): string {
  const head = [
    'POST /api/interviews HTTP/1.1',
    `host: ${host}`,
    'content-type: application/json',
    'connection: close',
    ...headers,
  ]
  return `${head.join(crlf)}${crlf}${crlf}0${crlf}${crlf}GET /api/settings HTTP/1.1${crlf}host: ${host}${crlf}${crlf}`
}

test.each(requests)('%s is refused, and the others are served on', async (_, bytes, expected) => {
  const hotseat = await startHotseat()
  const peer = await rawPeer(hotseat)
  peer.socket.write(bytes(`127.0.0.1:${hotseat.port}`), 'latin1')
  const answered = await peer.ended
  expect(answered.split(crlf)[0]).toMatch(expected)
  // A request that was hidden behind the first one gets no answer of its own.
  expect(answered.match(/^HTTP\/1\.1 /gm)?.length ?? 0).toBeLessThan(2)
  expect((await ask(hotseat, '/api/tracks')).status).toBe(200)
})

/** A frame of a client: opcode and flags as they are given, masked by nothing but noughts unless told otherwise. */
function frame(first: number, payload: Buffer, { masked = true, length = payload.length } = {}): Buffer {
  const head =
    length < 126
      ? Buffer.from([first, length | (masked ? 0x80 : 0)])
      : Buffer.concat([Buffer.from([first, 127 | (masked ? 0x80 : 0)]), longLength(length)])
  return Buffer.concat([head, ...(masked ? [Buffer.alloc(4)] : []), payload])
}

function longLength(length: number): Buffer {
  const bytes = Buffer.alloc(8)
  bytes.writeBigUInt64BE(BigInt(length))
  return bytes
}

const words = Buffer.from('{"type":"ping"}')
const frames: [string, Buffer[]][] = [
  ['a frame without a mask', [frame(0x81, words, { masked: false })]],
  ['a reserved bit', [frame(0xc1, words)]],
  ['a reserved opcode', [frame(0x83, words)]],
  ['a reserved control opcode', [frame(0x8b, words)]],
  ['a ping in pieces', [frame(0x09, words)]],
  ['a ping of 200 bytes', [frame(0x89, Buffer.alloc(200))]],
  ['a continuation of nothing', [frame(0x80, words)]],
  ['a new message inside another', [frame(0x01, words), frame(0x81, words)]],
  ['a goodbye of one byte', [frame(0x88, Buffer.from([3]))]],
  ['a goodbye with a code that nobody may send', [frame(0x88, Buffer.from([0x03, 0xed]))]],
  ['a goodbye that is not UTF-8', [frame(0x88, Buffer.from([0x03, 0xe8, 0xff, 0xfe]))]],
  ['a length of eight exabytes', [frame(0x81, words, { length: Number.MAX_SAFE_INTEGER })]],
]

test.each(frames)('%s closes its own socket, and the interview goes on in another', async (_, bytes) => {
  const hotseat = await startHotseat()
  const { id } = await beginInterview(hotseat)
  const client = await connect(hotseat, id)
  await client.next('utterance-end')
  const peer = await upgraded(hotseat, id)
  for (const one of bytes) peer.socket.write(one)
  await peer.ended
  await say(client, 'I go on.')
})

async function upgraded(hotseat: Hotseat, id: string) {
  const headers = Object.entries(handshake(hotseat)).map(([name, value]) => `${name}: ${value}`)
  const peer = await rawPeer(hotseat, `GET /api/interviews/${id}/live HTTP/1.1`, ...headers, '', '')
  await peer.until((received) => received.startsWith('HTTP/1.1 101 '))
  return peer
}

test.each([
  ['no key', { 'sec-websocket-key': '' }],
  ['a key that is too short', { 'sec-websocket-key': 'AAAA' }],
  ['an older version', { 'sec-websocket-version': '7' }],
])('a handshake with %s is refused', async (_, headers) => {
  const hotseat = await startHotseat()
  const { id } = await beginInterview(hotseat)
  const lines = Object.entries(handshake(hotseat, headers)).map(([name, value]) => `${name}: ${value}`)
  const peer = await rawPeer(hotseat, `GET /api/interviews/${id}/live HTTP/1.1`, ...lines, '', '')
  expect(await peer.ended).toMatch(/^HTTP\/1\.1 4\d\d /)
})
