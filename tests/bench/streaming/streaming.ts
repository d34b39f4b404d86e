// npm run bench [-- --streams 200,500,1000 --seconds 10 --idle 10000 --format json|markdown]: what a streamed token costs, beside a bare relay and
// the usual way. Linux only: CPU and memory are read from /proc. Wants a quiet machine; everything runs on the same one.
import { setTimeout as pass } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { WebSocket } from 'ws'
import { z } from 'zod'
import { isBeginning, readStamp } from './reply.ts'
import { bareRelay, type Contender, hotseat, pacedModel, usualWay } from './served.ts'

const { values } = parseArgs({
  options: {
    streams: { type: 'string', default: '200,500,1000' },
    seconds: { type: 'string', default: '10' },
    idle: { type: 'string', default: '0' },
    format: { type: 'string', default: 'markdown' },
    only: { type: 'string' },
  },
})
const counts = z.array(z.coerce.number().int().min(1)).parse(values.streams.split(',').filter((one) => one !== '0'))
const seconds = z.coerce.number().min(1).parse(values.seconds)
const idleCount = z.coerce.number().int().min(0).parse(values.idle)
const format = z.enum(['json', 'markdown']).parse(values.format)
/** Candidates do not all speak in the same second. */
const turnsPerSecond = 20

interface Line {
  server: string
  streams: number
  microsecondsPerToken: number
  firstToken: { p50: number; p99: number }
  acknowledged: { p50: number; p99: number }
  idleBytes: number
  streamingBytes: number
  /** Interviews whose text is not what the model wrote. */
  garbled: number
}

/** One candidate: when it spoke, when that was acknowledged, when the first words came, and all of them. */
class Candidate {
  text = ''
  spokeAt = 0
  acknowledgedAt: number | null = null
  firstAt: number | null = null
  readonly socket: WebSocket
  readonly ready: Promise<void>

  constructor({ address, greeting }: Contender, n: number) {
    const { url, subprotocols, headers } = address(n)
    this.socket = new WebSocket(url, subprotocols, { headers, perMessageDeflate: false })
    this.ready = new Promise((resolve, reject) => {
      this.socket.on('error', reject)
      this.socket.on('close', (code) => reject(new Error(`closed: ${code}`)))
      this.socket.on('open', () => (greeting === '' ? resolve() : this.socket.send(greeting)))
      this.socket.on('message', (data) => this.receive(String(data), resolve))
    })
    // Asked for by whoever waits; a socket that closes at the end is no failure.
    this.ready.catch(() => undefined)
  }

  speak(turn: string): void {
    this.spokeAt = performance.now()
    this.socket.send(turn)
  }

  private receive(data: string, greeted: () => void): void {
    const frame = JSON.parse(data) as { type?: string; stored?: boolean; text?: string }
    if (frame.type === 'snapshot') greeted()
    else if (frame.stored || frame.type === 'turn-stored') this.acknowledgedAt ??= performance.now()
    else if (typeof frame.text === 'string' && (frame.type === undefined || frame.type === 'utterance-delta')) {
      this.firstAt ??= performance.timeOrigin + performance.now()
      this.text += frame.text
    }
  }
}

const part = (numbers: number[], share: number): number =>
  [...numbers].sort((a, b) => a - b)[Math.min(numbers.length - 1, Math.floor(numbers.length * share))] ?? Number.NaN
const spread = (numbers: number[]) => ({ p50: part(numbers, 0.5), p99: part(numbers, 0.99) })

async function connected(contender: Contender, count: number): Promise<Candidate[]> {
  const candidates: Candidate[] = []
  for (let n = 0; n < count; n++) {
    const candidate = new Candidate(contender, n)
    candidates.push(candidate)
    if (n % 20 === 19) await Promise.all(candidates.slice(-20).map(({ ready }) => ready))
  }
  await Promise.all(candidates.map(({ ready }) => ready))
  return candidates
}

async function measure(server: string, start: (count: number) => Promise<Contender>, count: number): Promise<Line> {
  const contender = await start(count)
  const [warm] = await connected(contender, 1)
  warm?.socket.close()
  await pass(1000)
  const empty = contender.used().memory
  const candidates = await connected(contender, count)
  await pass(2000)
  const idle = contender.used().memory
  for (const [n, candidate] of candidates.entries()) {
    candidate.speak(contender.turn(n))
    await pass(1000 / turnsPerSecond)
  }
  while (candidates.some(({ firstAt }) => firstAt === null)) await pass(100)
  await pass(1000)
  const [sentBefore, before] = [await model.sent(), contender.used()]
  await pass(seconds * 1000)
  const [sentAfter, after] = [await model.sent(), contender.used()]
  const added = candidates.map(({ firstAt, text }) => (firstAt ?? Number.NaN) - (readStamp(text) ?? Number.NaN))
  const line = {
    server,
    streams: count,
    microsecondsPerToken: ((after.cpu - before.cpu) * 1e6) / (sentAfter - sentBefore),
    firstToken: spread(added),
    acknowledged: spread(candidates.map(({ acknowledgedAt, spokeAt }) => (acknowledgedAt ?? Number.NaN) - spokeAt)),
    idleBytes: (idle - empty) / count,
    streamingBytes: (after.memory - empty) / count,
    garbled: candidates.filter(({ text }) => !isBeginning(text) || text.length < 200).length,
  }
  for (const { socket } of candidates) socket.terminate()
  await contender.stop()
  return line
}

async function measureIdle(count: number) {
  const contender = await hotseat(model, count)
  const [warm] = await connected(contender, 1)
  warm?.socket.close()
  await pass(1000)
  const { memory, cpu } = contender.used()
  const from = performance.now()
  const candidates = await connected(contender, count)
  const took = (performance.now() - from) / 1000
  // A minute after the last event a session lets go of its log.
  await pass(70_000)
  const open = candidates.filter(({ socket }) => socket.readyState === WebSocket.OPEN).length
  const after = contender.used()
  const line = {
    asked: count,
    open,
    secondsToConnect: took,
    cpuSeconds: after.cpu - cpu,
    bytesEach: (after.memory - memory) / count,
  }
  for (const { socket } of candidates) socket.terminate()
  await contender.stop()
  return line
}

const model = await pacedModel()
const servers: [string, (count: number) => Promise<Contender>][] = [
  ['bare relay', () => bareRelay(model)],
  ['usual way', () => usualWay(model)],
  ['Hotseat', (count) => hotseat(model, count)],
]
const lines: Line[] = []
for (const count of counts)
  for (const [name, start] of servers) {
    if (values.only !== undefined && values.only !== name) continue
    console.error(`${name}, ${count} interviews…`)
    lines.push(await measure(name, start, count))
  }
const idle = idleCount === 0 ? null : await measureIdle(idleCount)
await model.stop()

const fixed = (value: number, digits = 1) => value.toFixed(digits)
const times = ({ p50, p99 }: { p50: number; p99: number }) => `${fixed(p50)} / ${fixed(p99)}`
const ratio = (line: Line, to: string) => {
  const other = lines.find(({ server, streams }) => server === to && streams === line.streams)
  return other === undefined ? '–' : fixed(line.microsecondsPerToken / other.microsecondsPerToken, 2)
}
if (format === 'json') console.log(JSON.stringify({ seconds, lines, idle }, null, 2))
else {
  console.log(
    [
      '| Server | Streams | CPU a token, µs | × bare relay | × usual way | First words added, ms p50 / p99 | Acknowledged, ms p50 / p99 | Memory idle / streaming, KB | Garbled |',
      '| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |',
      ...lines.map(
        (line) =>
          `| ${line.server} | ${line.streams} | ${fixed(line.microsecondsPerToken)} | ${ratio(line, 'bare relay')} | ${ratio(line, 'usual way')} | ${times(line.firstToken)} | ${times(line.acknowledged)} | ${fixed(line.idleBytes / 1024)} / ${fixed(line.streamingBytes / 1024)} | ${line.garbled} |`,
      ),
    ].join('\n'),
  )
  if (idle !== null)
    console.log(
      `\nIdle: ${idle.open} of ${idle.asked} open, ${fixed(idle.bytesEach / 1024)} KB each, connected in ${fixed(idle.secondsToConnect)} s (${fixed(idle.cpuSeconds)} s of CPU with the minute after).`,
    )
}
