import type { WebSocket } from 'ws'
import type { Clock } from '#src/domain/clock.ts'
import type { Log } from '#src/domain/log.ts'
import { type ClientFrame, closeCodes, type ServerFrame } from '#src/protocol/frames.ts'
import type { Session } from '#src/session/session.ts'
import type { Attachment } from '#src/session/session-events.ts'
import { frameBudget } from './frame-budget.ts'
import { readClientFrame } from './read-client-frame.ts'
import { shownEvent } from './shown.ts'

const helloMs = 10_000
const pingMs = 25_000
const missesAllowed = 2
/** A reader this far behind is closed; it comes back and gets a snapshot. Bytes, besides those of the snapshot that it was given. */
const mostBuffered = 1_048_576

export interface LiveSocketOptions {
  socket: WebSocket
  /** The session of the interview, loaded when hello comes. Null when it is gone. */
  openSession: () => Promise<Session | null>
  /** Told when a connection names itself, so that an older socket of the same name can be closed. */
  onHello: (connection: string, self: LiveSocket) => void
  clock: Clock
  log: Log
}

/** One browser's socket on a live interview: hello first, then commands one way and what happens the other. */
export class LiveSocket {
  readonly #options: LiveSocketOptions
  readonly #budget: { take(): boolean }
  #attachment: Attachment | null = null
  #greeting: Promise<void> | null = null
  #cancelHello: () => void
  #cancelPing: () => void = () => undefined
  #unanswered = 0
  /** Of the snapshot: long ones would else be cut off by whatever is told next, and be sent again without end. */
  #snapshotBytes = 0
  #isClosed = false

  constructor(options: LiveSocketOptions) {
    const { socket, clock, log } = options
    this.#options = options
    this.#budget = frameBudget(clock)
    this.#cancelHello = clock.after(helloMs, () => this.close(closeCodes.helloTimeout, 'No hello came.'))
    this.#schedulePing()
    // Handlers are called without being waited for: a rejection here would end the process.
    socket.on('message', (data: Buffer, isBinary) => {
      this.#receive(data, isBinary).catch((error: unknown) => {
        log.error({ error }, 'A frame could not be handled.')
        this.#send({ type: 'error', code: 'internal', message: 'Something went wrong in the program. Reload the page.' })
      })
    })
    // Answered by itself, and so a flood like any other.
    socket.on('ping', () => this.#spend())
    socket.on('pong', () => {
      this.#unanswered = 0
    })
    socket.on('close', () => this.#leave())
    socket.on('error', (error) => log.info({ error: error.message }, 'A socket failed.'))
  }

  /** Closes with one of the published codes. */
  close(code: number, reason: string): void {
    this.#send({ type: 'bye', reason })
    this.#leave()
    this.#options.socket.close(code, reason)
  }

  async #receive(data: Buffer, isBinary: boolean): Promise<void> {
    if (this.#isClosed) return
    if (!this.#spend()) return
    const read = readClientFrame(data, isBinary)
    if (!read.ok) return this.#send(read.error)
    const { frame } = read
    if (frame.type === 'ping') return this.#send({ type: 'pong' })
    if (frame.type === 'hello') {
      this.#greeting = this.#greet(frame)
      return await this.#greeting
    }
    // What is sent right behind hello waits until its session is loaded.
    await this.#greeting
    if (this.#isClosed) return
    if (this.#attachment !== null) return this.#attachment.handle(frame)
    this.#send({ type: 'error', code: 'bad-frame', message: 'The first frame is hello.' })
    this.close(closeCodes.badFrame, 'The first frame is hello.')
  }

  async #greet({ connection, epoch, seq }: Extract<ClientFrame, { type: 'hello' }>): Promise<void> {
    this.#cancelHello()
    const session = await this.#options.openSession()
    if (this.#isClosed) return
    if (session === null) return this.close(closeCodes.unknownInterview, 'There is no such interview.')
    const have = epoch === undefined || seq === undefined ? null : { epoch, seq }
    const earlier = this.#attachment
    this.#attachment = session.attach({ connection, send: (event) => this.#send(shownEvent(event)) }, have)
    // Older ends leave last: a paused session that nobody is attached to is dropped, and the next tab would get a second one.
    earlier?.detach()
    this.#options.onHello(connection, this)
  }

  /** False when too much came at once, which ends the connection. */
  #spend(): boolean {
    if (this.#budget.take()) return true
    this.#send({ type: 'error', code: 'rate-limited', message: 'Too many frames at once. Wait a moment.' })
    this.close(closeCodes.rateLimited, 'Too many frames.')
    return false
  }

  #send(frame: ServerFrame): void {
    const { socket } = this.#options
    if (this.#isClosed || socket.readyState !== socket.OPEN) return
    if (socket.bufferedAmount > mostBuffered + this.#snapshotBytes) {
      this.#leave()
      socket.close(closeCodes.slowConsumer, 'Too far behind.')
      return
    }
    const text = JSON.stringify(frame)
    if (frame.type === 'snapshot') this.#snapshotBytes = Buffer.byteLength(text)
    socket.send(text)
  }

  #schedulePing(): void {
    this.#cancelPing = this.#options.clock.after(pingMs, () => {
      if (this.#unanswered >= missesAllowed) return this.#options.socket.terminate()
      this.#unanswered += 1
      this.#options.socket.ping()
      this.#schedulePing()
    })
  }

  #leave(): void {
    if (this.#isClosed) return
    this.#isClosed = true
    this.#cancelHello()
    this.#cancelPing()
    this.#attachment?.detach()
    this.#attachment = null
  }
}
