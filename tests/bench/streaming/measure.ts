import { setTimeout as pass } from 'node:timers/promises'
import { WebSocket } from 'ws'
import { type Candidate, connected } from './candidate.ts'
import { hotseat } from './hotseat.ts'
import { isBeginning, readStamp, tokensIn } from './reply.ts'
import type { Contender, PacedModel } from './served.ts'

/** Candidates do not all speak in the same second. */
const turnsPerSecond = 20
/** Those that are there before anything is measured may come faster. */
const earlyTurnsPerSecond = 40
/** So many of the replies begin while all others stream: their first words and acknowledgements are measured. */
const lateAtMost = 200

export interface Spread {
  p50: number
  p99: number
}

/** What a server takes while so many replies stream at once; times in milliseconds. */
export interface TokenLine {
  server: string
  streams: number
  /** CPU of the server by the tokens that reached the candidates meanwhile. */
  microsecondsPerToken: number
  /** Those tokens as a share of what the endpoint sent meanwhile: under 1, the server falls behind. */
  arrived: number
  /** From the endpoint's first token to the candidate's first words, of those that begin while the others stream. */
  firstWords: Spread
  /** Of the same. */
  acknowledged: Spread
  streamingBytes: number
  /** Interviews whose text is not what the model wrote. */
  garbled: number
  /** Replies that had ended before the measuring had: not 0 means that fewer streamed than is said. */
  ended: number
}

/** What a turn with a reply of usual length takes, its analysis, its prompt and its words together; times in milliseconds. */
export interface TurnLine {
  server: string
  turns: number
  cpuMilliseconds: number
  acknowledged: Spread
  /** From the candidate's turn to the interviewer's first words. */
  firstWords: Spread
  unanswered: number
}

export interface IdleLine {
  asked: number
  open: number
  secondsToConnect: number
  cpuSeconds: number
  bytesEach: number
}

const part = (numbers: number[], share: number): number =>
  [...numbers].sort((a, b) => a - b)[Math.min(numbers.length - 1, Math.floor(numbers.length * share))] ?? Number.NaN
const spread = (numbers: number[]): Spread => ({ p50: part(numbers, 0.5), p99: part(numbers, 0.99) })
const middle = (numbers: number[]): number => part(numbers, 0.5)

/** Of several rounds of one server, each figure by itself as it stands in the middle; what must not be is told of the worst. */
export function inTheMiddle(lines: readonly TokenLine[]): TokenLine {
  const [first] = lines
  if (first === undefined) throw new Error('nothing was measured')
  const of = (figure: (line: TokenLine) => number) => middle(lines.map(figure))
  const spreadOf = (which: (line: TokenLine) => Spread) => ({
    p50: of((line) => which(line).p50),
    p99: of((line) => which(line).p99),
  })
  return {
    server: first.server,
    streams: first.streams,
    microsecondsPerToken: of(({ microsecondsPerToken }) => microsecondsPerToken),
    arrived: of(({ arrived }) => arrived),
    firstWords: spreadOf(({ firstWords }) => firstWords),
    acknowledged: spreadOf(({ acknowledged }) => acknowledged),
    streamingBytes: of(({ streamingBytes }) => streamingBytes),
    garbled: Math.max(...lines.map(({ garbled }) => garbled)),
    ended: Math.max(...lines.map(({ ended }) => ended)),
  }
}

const since = (from: number, to: number | null) => (to ?? Number.NaN) - from

/** One connection before all others, so that what is loaded once counts for nobody. */
async function warmed(contender: Contender): Promise<void> {
  const [warm] = await connected(contender, 1)
  warm?.socket.close()
  await pass(1000)
}

/**
 * Streams for `warmUp` seconds before it measures: a server runs for weeks, and in its first half minute a fifth of its CPU goes into compiling what is
 * run often, which says nothing of a token.
 */
export async function measureTokens(
  server: string,
  options: { contender: Contender; model: PacedModel; streams: number; seconds: number; warmUp: number },
): Promise<TokenLine> {
  const { contender, model, streams, seconds, warmUp } = options
  await warmed(contender)
  const empty = contender.used().memory
  const candidates = await connected(contender, streams)
  await pass(2000)
  const late = candidates.slice(-Math.min(lateAtMost, Math.ceil(streams / 2)))
  const begin = async (from: number, some: readonly Candidate[], perSecond: number) => {
    for (const [n, candidate] of some.entries()) {
      candidate.speak(contender.turn(from + n))
      await pass(1000 / perSecond)
    }
    while (some.some(({ firstAt }) => firstAt === null)) await pass(100)
  }
  await begin(0, candidates.slice(0, -late.length), earlyTurnsPerSecond)
  await pass(warmUp * 1000)
  await begin(streams - late.length, late, turnsPerSecond)
  await pass(1000)
  const state = async () => ({
    ...(await model.state()),
    cpu: contender.used().cpu,
    texts: candidates.map(({ text }) => text),
  })
  const before = await state()
  await pass(seconds * 1000)
  const after = await state()
  const tokens = after.texts.reduce((sum, text, at) => sum + tokensIn(text) - tokensIn(before.texts[at] ?? ''), 0)
  const line = {
    server,
    streams,
    microsecondsPerToken: ((after.cpu - before.cpu) * 1e6) / tokens,
    arrived: tokens / (after.sent - before.sent),
    firstWords: spread(late.map(({ firstAt, text }) => since(readStamp(text) ?? Number.NaN, firstAt))),
    acknowledged: spread(late.map(({ acknowledgedAt, spokeAt }) => since(spokeAt, acknowledgedAt))),
    streamingBytes: (contender.used().memory - empty) / streams,
    garbled: candidates.filter(({ text }) => !isBeginning(text) || text.length < 200).length,
    ended: streams - after.running,
  }
  for (const { socket } of candidates) socket.terminate()
  return line
}

async function spoken(
  candidates: readonly Candidate[],
  sending: { perSecond: number; turn: (n: number) => string },
): Promise<void> {
  for (const [n, candidate] of candidates.entries()) {
    candidate.speak(sending.turn(n))
    await pass(1000 / sending.perSecond)
  }
  for (let waited = 0; waited < 60 && candidates.some(({ hasEnded }) => !hasEnded); waited++) await pass(1000)
}

/** So many interviews, of which `perSecond` candidates speak in a second, each once. `warmUp`: each speaks once before, as after a restart all turns are read anew. */
export async function measureTurns(
  server: string,
  options: { contender: Contender; turns: number; perSecond: number; warmUp: boolean },
): Promise<TurnLine> {
  const { contender, turns, perSecond, warmUp } = options
  await warmed(contender)
  const candidates = await connected(contender, turns)
  await pass(2000)
  if (warmUp) await spoken(candidates, { perSecond: perSecond / 2, turn: (n) => contender.turn(n) })
  const before = contender.used().cpu
  await spoken(candidates, { perSecond, turn: (n) => contender.turn(n, 1) })
  const line = {
    server,
    turns,
    cpuMilliseconds: ((contender.used().cpu - before) * 1000) / turns,
    acknowledged: spread(candidates.map(({ acknowledgedAt, spokeAt }) => since(spokeAt, acknowledgedAt))),
    firstWords: spread(candidates.map(({ firstAt, spokeAt }) => since(performance.timeOrigin + spokeAt, firstAt))),
    unanswered: candidates.filter(({ hasEnded }) => !hasEnded).length,
  }
  for (const { socket } of candidates) socket.terminate()
  return line
}

export async function measureIdle(model: PacedModel, count: number): Promise<IdleLine> {
  const contender = await hotseat(model, { interviews: count, program: 'product', begun: 'just now' })
  await warmed(contender)
  const { memory, cpu } = contender.used()
  const from = performance.now()
  const candidates = await connected(contender, count)
  const took = (performance.now() - from) / 1000
  // A minute after the last event a session lets go of what it can read again.
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
