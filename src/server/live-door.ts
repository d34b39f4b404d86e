import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import { type WebSocket, WebSocketServer } from 'ws'
import { localOwner } from '#src/domain/space.ts'
import { closeCodes, maxFrameBytes, subprotocol } from '#src/protocol/frames.ts'
import type { Access, Holder } from './access.ts'
import { admissionWords, refusalOf } from './admission.ts'
import { addressOf } from './asking-address.ts'
import { LiveSocket } from './live-socket.ts'
import type { ServerOptions } from './server-options.ts'

/** Sockets that one space may have open at once: tabs, and those that a lost connection left behind. */
const mostPerSpace = 20
/** A cookie may have been ended or have expired since its socket came in. */
const recheckMs = 30 * 60_000

const livePath = /^\/api\/interviews\/([\w-]{1,64})\/live(?:\?|$)/

/** A variable and not an argument, since the types of ws know neither `maxFragments` nor `maxBufferedChunks` nor `closeTimeout`. */
const socketOptions = {
  noServer: true,
  // Larger than a frame may be, so that one that is too large is answered and not cut off.
  maxPayload: 4 * maxFrameBytes,
  // A frame in a thousand pieces would hold far more memory than its bytes.
  maxFragments: 64,
  maxBufferedChunks: 1024,
  closeTimeout: 5000,
  perMessageDeflate: false,
  handleProtocols: (offered: Set<string>) => (offered.has(subprotocol) ? subprotocol : (false as const)),
}

/**
 * Where sockets come in. A wrong host, origin, address or protocol version is refused before the handshake; who may not see the interview
 * learns it afterwards, by a published close code, since a browser cannot read the status of a refused handshake.
 */
export class LiveDoor {
  readonly #options: ServerOptions
  readonly #access: Access
  readonly #sockets = new Map<string, LiveSocket>()
  /** Every open socket with who is at its other end; null until that is known. */
  readonly #open = new Map<LiveSocket, Holder | null>()
  readonly #interviews = new Map<LiveSocket, string>()
  readonly #server = new WebSocketServer(socketOptions)

  constructor(options: ServerOptions, access: Access) {
    this.#options = options
    this.#access = access
  }

  /** How many sockets are open. */
  get count(): number {
    return this.#open.size
  }

  /** For the HTTP server's `upgrade`. */
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    socket.on('error', () => socket.destroy())
    const interviewId = livePath.exec(request.url ?? '')?.[1]
    const rejection = rejectionOf(request, this.#options.config.spaces?.origins ?? [])
    if (rejection !== null || interviewId === undefined) {
      reject(
        socket,
        rejection ?? { status: '404 Not Found', code: 'not-found', message: 'There is no WebSocket at this address.' },
      )
    } else
      this.#server.handleUpgrade(request, socket, head, (ws) => {
        this.#admit(request, interviewId, ws).catch((error: unknown) => {
          this.#options.log.error({ error }, 'A socket could not be let in.')
          ws.close(1011, 'Something went wrong in the program.')
        })
      })
  }

  /** Says goodbye to every socket. */
  close(): void {
    for (const socket of this.#open.keys()) socket.close(closeCodes.restarting, 'The server stops or restarts.')
    this.#server.close()
  }

  /** Closes what came in by a cookie that has ended. */
  leave(cookieHash: string): void {
    for (const [socket, holder] of this.#open) if (holder?.cookieHash === cookieHash) socket.close(closeCodes.unauthorized, left)
  }

  /** Closes what is open on interviews that were deleted. */
  leaveInterviews(deleted: readonly string[]): void {
    for (const [socket, interview] of this.#interviews)
      if (deleted.includes(interview)) socket.close(closeCodes.unknownInterview, 'This interview was deleted.')
  }

  /** Ends the sockets whose other end did not say goodbye in turn. */
  terminate(): void {
    for (const socket of this.#server.clients) socket.terminate()
  }

  async #admit(request: IncomingMessage, interviewId: string, socket: WebSocket): Promise<void> {
    const { sessions, clock, log } = this.#options
    const { cookie, authorization } = request.headers
    const forwardedFor = [request.headers['x-forwarded-for']].flat().at(-1)
    const address = addressOf({ peer: request.socket.remoteAddress, forwardedFor }, this.#options.config)
    const find = () => this.#access.holderOf({ cookie, authorization, address })
    let holder: Holder | null = null
    const live = new LiveSocket({
      socket,
      openSession: async () => {
        holder ??= await find()
        return holder === null ? null : await sessions.open(interviewId, holder.owner)
      },
      onHello: (connection, self) => this.#name(`${interviewId}/${connection}`, self),
      clock,
      log,
    })
    this.#open.set(live, null)
    this.#interviews.set(live, interviewId)
    let cancelRecheck: () => void = () => undefined
    const recheck = async () => {
      if ((await find()) === null) live.close(closeCodes.unauthorized, left)
      else watch()
    }
    const watch = () => {
      cancelRecheck = clock.after(recheckMs, () => {
        recheck().catch((error: unknown) => {
          log.error({ error }, 'Whose a socket is could not be read.')
          live.close(1011, 'Something went wrong in the program.')
        })
      })
    }
    watch()
    socket.on('close', () => {
      cancelRecheck()
      this.#open.delete(live)
      this.#interviews.delete(live)
      for (const [name, known] of this.#sockets) if (known === live) this.#sockets.delete(name)
    })
    holder = await find()
    if (holder === null) return live.close(closeCodes.unauthorized, 'This browser has no access.')
    const { owner } = holder
    if (owner !== localOwner && this.#socketsOf(owner) >= mostPerSpace)
      return live.close(closeCodes.rateLimited, `More than ${mostPerSpace} connections. Close other tabs.`)
    if (this.#open.has(live)) this.#open.set(live, holder)
    const interview = await this.#options.store.findInterview(interviewId, owner)
    if (interview === null) live.close(closeCodes.unknownInterview, 'There is no such interview.')
  }

  #socketsOf(owner: string): number {
    return [...this.#open.values()].filter((holder) => holder?.owner === owner).length
  }

  /** A tab that connects anew takes over from its own older socket. */
  #name(name: string, socket: LiveSocket): void {
    const older = this.#sockets.get(name)
    this.#sockets.set(name, socket)
    if (older !== undefined && older !== socket) older.close(closeCodes.superseded, 'This tab connected anew.')
  }
}

const left = 'This browser has left its space.'

interface Rejection {
  status: string
  code: string
  message: string
}

function rejectionOf({ headers }: IncomingMessage, publicOrigins: readonly string[]): Rejection | null {
  const refusal = refusalOf({ host: headers.host, origin: headers.origin }, publicOrigins)
  if (refusal !== null) return { status: '403 Forbidden', code: refusal, message: admissionWords[refusal] }
  if (headers.upgrade?.toLowerCase() !== 'websocket')
    return { status: '400 Bad Request', code: 'no-websocket', message: 'The only upgrade here is to a WebSocket.' }
  const offered = headers['sec-websocket-protocol']?.split(',').map((name) => name.trim()) ?? []
  if (offered.includes(subprotocol)) return null
  const what = offered.length === 0 ? 'none was offered' : `${offered.join(', ')} was offered`
  return {
    status: '400 Bad Request',
    code: 'wrong-version',
    message: `This server speaks the subprotocol ${subprotocol}; ${what}. Reload the page.`,
  }
}

function reject(socket: Duplex, { status, code, message }: Rejection): void {
  const body = JSON.stringify({ error: { code, message } })
  const head = ['content-type: application/json', `content-length: ${Buffer.byteLength(body)}`, 'connection: close']
  // The HTTP server has let go of this socket: a peer that never hangs up would keep it for ever.
  socket.once('finish', () => socket.destroy())
  socket.end(`HTTP/1.1 ${status}\r\n${head.join('\r\n')}\r\n\r\n${body}`)
}
