import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { onTestFinished } from 'vitest'
import { WebSocket } from 'ws'
import { type ClientFrame, type ServerFrame, serverFrameSchema, subprotocol } from '#src/protocol/frames.ts'
import type { ShownInterview } from '#src/protocol/rest.ts'
import type { Hotseat } from './hotseat.ts'

/** A server to talk to, in this process or in another. */
export type Served = Pick<Hotseat, 'origin' | 'token' | 'cookie'>

/** By the cookie of a space where there is one, else with the launch token as a script does. */
const credentials = ({ cookie, token }: Served): Record<string, string> =>
  cookie === undefined ? { authorization: `Bearer ${token}` } : { cookie }

type FrameOf<Type extends ServerFrame['type']> = Extract<ServerFrame, { type: Type }>

/** A browser's end of a live interview, over a real socket. */
export interface LiveClient {
  /** Everything that came, in order. */
  frames: ServerFrame[]
  send(frame: ClientFrame): void
  sendRaw(data: string | Buffer): void
  /** The first frame of a type that has not been waited for yet, and passes. Rejects when the socket closes before it comes. */
  next<Type extends ServerFrame['type']>(type: Type, passes?: (frame: FrameOf<Type>) => boolean): Promise<FrameOf<Type>>
  /** Resolves with the close code. */
  closed: Promise<number>
  close(): void
  /** For what no browser does. */
  socket: WebSocket
}

export interface LiveOptions {
  headers?: Record<string, string>
  subprotocols?: string[]
  /** The tab's id; a new one when unsaid. */
  connection?: string
  /** Where the client stands, as `hello` says it; `null` sends no hello. */
  have?: { epoch: string; seq: number } | null
}

/** Asks the server for something. */
export const ask = (hotseat: Served, path: string, init: RequestInit = {}): Promise<Response> =>
  fetch(`${hotseat.origin}${path}`, {
    ...init,
    headers: { ...credentials(hotseat), 'content-type': 'application/json', ...init.headers },
  })

/** Begins an interview over HTTP. */
export async function beginInterview(hotseat: Served, choice: Record<string, unknown> = {}): Promise<ShownInterview> {
  const body = { track: 'behavioral', level: 'senior', minutes: 15, mode: 'practice', persona: 'neutral', ...choice }
  const response = await ask(hotseat, '/api/interviews', { method: 'POST', body: JSON.stringify(body) })
  if (response.status !== 201) throw new Error(`${response.status}: ${await response.text()}`)
  return (await response.json()) as ShownInterview
}

export async function connect(hotseat: Served, interview: string, options: LiveOptions = {}): Promise<LiveClient> {
  const { subprotocols = [subprotocol], connection = `tab-${randomUUID()}`, have } = options
  const headers = options.headers ?? credentials(hotseat)
  const address = `${hotseat.origin.replace('http', 'ws')}/api/interviews/${interview}/live`
  const socket = new WebSocket(address, subprotocols, { headers })
  const frames: ServerFrame[] = []
  const used = new Set<ServerFrame>()
  let check: () => void = () => undefined
  socket.on('message', (data) => {
    frames.push(serverFrameSchema.parse(JSON.parse(String(data))))
    check()
  })
  const closed = new Promise<number>((resolve) => {
    socket.on('close', (code) => {
      resolve(code)
      check()
    })
  })
  await once(socket, 'open')
  onTestFinished(() => socket.terminate())
  const client: LiveClient = {
    socket,
    frames,
    closed,
    send: (frame) => socket.send(JSON.stringify(frame)),
    sendRaw: (data) => socket.send(data),
    close: () => socket.close(),
    next: (type, passes = () => true) =>
      new Promise((resolve, reject) => {
        const look = () => {
          const found = frames.find(
            (frame): frame is FrameOf<typeof type> =>
              frame.type === type && !used.has(frame) && passes(frame as FrameOf<typeof type>),
          )
          if (found !== undefined) {
            used.add(found)
            resolve(found)
          } else if (socket.readyState === WebSocket.CLOSED) {
            reject(new Error(`closed before a frame "${type}" came; there were: ${frames.map((frame) => frame.type).join(' ')}`))
          } else check = look
        }
        look()
      }),
  }
  if (have !== null) client.send({ type: 'hello', connection, ...have })
  return client
}

/** Says one turn and waits for what the interviewer answers. */
export async function say(client: LiveClient, text: string): Promise<FrameOf<'utterance-end'>> {
  const clientTurnId = randomUUID()
  client.send({ type: 'say', clientTurnId, text })
  const { turn } = await client.next('turn-stored', (frame) => frame.clientTurnId === clientTurnId)
  return await client.next('utterance-end', (frame) => frame.turn.turn > turn.turn)
}
