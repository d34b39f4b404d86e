import { type AgentOptions, type ClientRequestArgs, Agent as HttpAgent, type IncomingMessage } from 'node:http'
import { Agent as HttpsAgent } from 'node:https'
import type { OnReadOpts, Socket } from 'node:net'
import type { Duplex } from 'node:stream'
import { fewEachTurn } from './few-each-turn.ts'

/** What was read last, of any connection: Node would set 64 KB aside for every token. */
const buffer = Buffer.allocUnsafeSlow(65_536)

type Connect = (
  options: ClientRequestArgs,
  connected?: (error: Error | null, stream: Duplex) => void,
) => Duplex | null | undefined

/**
 * Agents whose connections can rest. Only one that reads into a buffer of its own stops reading when it is told to; any other reads once more, and a
 * second read is what a rest is to save.
 */
export function restingAgents(options: AgentOptions): { http: HttpAgent; https: HttpsAgent } {
  const agents = { http: new HttpAgent(options), https: new HttpsAgent(options) }
  for (const agent of [agents.http, agents.https]) agent.createConnection = intoBuffer(agent.createConnection.bind(agent))
  return agents
}

function intoBuffer(connect: Connect): Connect {
  return (options, connected) => {
    const onread: OnReadOpts = {
      buffer,
      callback: (length) => {
        stream?.emit('data', Buffer.from(buffer.subarray(0, length)))
        return true
      },
    }
    const withBuffer: ClientRequestArgs & { onread: OnReadOpts } = { ...options, onread }
    const stream = connect(withBuffer, connected)
    return stream
  }
}

/** Sockets that were read since the event loop last turned. */
let read: (() => void)[] = []

function restAll(): void {
  const some = read
  read = []
  for (const rest of some) rest()
}

/** Connections that began their rest together end it together: all read at once, whoever speaks meanwhile would wait behind them. */
const wakenings = fewEachTurn(8)

/** Messages that may rest and have not ended. */
let underWay = 0
/** With more under way a rest is twice as long, with twice as many three times: it is the process that readers would wait for then. */
const messagesPerRest = 250
const longestFactor = 3

/** Messages that may rest and have not ended, for who watches. */
export const messagesUnderWay = (): number => underWay

/** How many times the usual rest a connection rests with so many messages under way. */
export const restFactor = (messages: number): number => Math.min(longestFactor, Math.ceil(messages / messagesPerRest))

/**
 * Lets the connection of a message rest when asked to: what comes within `restMs`, or up to three times that with many messages at once, is read at
 * once then, by one call of the system and through one pass of all that lies behind it. The connection is awake again when the message has ended.
 */
export function restsOf(message: IncomingMessage, restMs: number): () => void {
  const socket: Socket = message.socket
  let timer: NodeJS.Timeout | undefined
  let lastFactor = 0
  let isOver = false
  underWay += 1
  const wake = () => {
    socket.resume()
  }
  const rest = () => {
    if (isOver || socket.destroyed) return
    socket.pause()
    const factor = restFactor(underWay)
    if (timer !== undefined && factor === lastFactor) timer.refresh()
    else {
      clearTimeout(timer)
      timer = setTimeout(() => wakenings(wake), restMs * factor)
      lastFactor = factor
    }
  }
  const leave = () => {
    if (isOver) return
    isOver = true
    underWay -= 1
    clearTimeout(timer)
    wake()
  }
  message.once('end', leave)
  message.once('close', leave)
  // The message asks for more as soon as it has handed on what there was; only behind that a connection stays at rest.
  return () => {
    if (read.push(rest) === 1) setImmediate(restAll)
  }
}
