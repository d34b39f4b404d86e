import type { Clock } from '#src/domain/clock.ts'
import { type ClientFrame, type ServerFrame, serverFrameSchema } from '#src/protocol/frames.ts'
import { type CloseOutcome, closeOutcome } from './close-outcome.ts'
import { retryDelay } from './retry-delay.ts'

export type ConnectionStatus =
  | { kind: 'connecting' }
  | { kind: 'live' }
  | { kind: 'reconnecting' }
  | { kind: 'offline' }
  | { kind: 'stopped'; why: Extract<CloseOutcome, { kind: 'stay-away' }>['why'] }

/** The part of a browser's WebSocket that is used here. */
export type Socket = Pick<WebSocket, 'send' | 'close' | 'readyState' | 'onopen' | 'onmessage' | 'onclose'>

/** What the page around it offers; a test gives its own. */
export interface Surroundings {
  clock: Clock
  random(): number
  isOnline(): boolean
  /** Calls back when the network returns or goes, or the page is looked at again. The returned function stops that. */
  onReturn(callback: () => void): () => void
}

export interface LiveConnectionOptions {
  openSocket(): Socket
  surroundings: Surroundings
  /** What hello says: this tab's id, and the position it has or nothing for a snapshot. */
  hello(): Extract<ClientFrame, { type: 'hello' }>
  onFrame(frame: ServerFrame): void
  onStatus(status: ConnectionStatus): void
}

const pingEveryMs = 25_000
const missesAllowed = 2
const openState = 1

/** Keeps one socket open to a live interview: hello, heartbeat, and coming back after every close that allows it. */
export class LiveConnection {
  private readonly options: LiveConnectionOptions
  private readonly stopListening: () => void
  private socket: Socket | null = null
  private attempt = 0
  private unanswered = 0
  private cancelTimer: () => void = () => {}
  private isOver = false

  constructor(options: LiveConnectionOptions) {
    this.options = options
    this.stopListening = options.surroundings.onReturn(() => this.lookAgain())
    options.onStatus({ kind: 'connecting' })
    this.open()
  }

  /** False when there is no open socket: the frame was not sent and is not kept. */
  send(frame: ClientFrame): boolean {
    if (this.socket?.readyState !== openState) return false
    this.socket.send(JSON.stringify(frame))
    return true
  }

  /** Asks for a snapshot on the socket that is open. `hello` must leave the position out by then. */
  resync(): void {
    this.send(this.options.hello())
  }

  close(): void {
    this.isOver = true
    this.stopListening()
    this.drop(1000)
  }

  private open(): void {
    const socket = this.options.openSocket()
    this.socket = socket
    socket.onopen = () => {
      this.unanswered = 0
      this.send(this.options.hello())
      this.schedulePing()
    }
    socket.onmessage = (event) => this.receive(event.data)
    socket.onclose = (event) => this.closed(event.code)
  }

  private receive(data: unknown): void {
    const frame = readFrame(data)
    if (frame === null) {
      this.retire(4400)
      return
    }
    this.unanswered = 0
    if (frame.type === 'welcome') this.options.onStatus({ kind: 'live' })
    // Not the welcome alone: a snapshot that cannot be read would otherwise be asked for twice a second.
    if (frame.type === 'snapshot' || (frame.type === 'welcome' && frame.resumed)) this.attempt = 0
    this.options.onFrame(frame)
  }

  private schedulePing(): void {
    this.cancelTimer()
    this.cancelTimer = this.options.surroundings.clock.after(pingEveryMs, () => {
      if (this.unanswered < missesAllowed) {
        this.ping()
        this.schedulePing()
      } else this.retire(4408)
    })
  }

  private ping(): void {
    this.unanswered += 1
    this.send({ type: 'ping' })
  }

  /** Gives a socket up without waiting for its close, which may take a minute on a dead network. */
  private retire(code: number): void {
    this.drop(code)
    this.closed(code)
  }

  private drop(code: number): void {
    this.cancelTimer()
    if (this.socket === null) return
    this.socket.onopen = this.socket.onmessage = this.socket.onclose = null
    this.socket.close(code)
    this.socket = null
  }

  private closed(code: number): void {
    this.cancelTimer()
    this.socket = null
    if (this.isOver) return
    const outcome = closeOutcome(code)
    if (outcome.kind === 'stay-away') {
      this.isOver = true
      this.stopListening()
      this.options.onStatus({ kind: 'stopped', why: outcome.why })
    } else {
      if (outcome.how === 'backing-off' || this.attempt > 0) this.attempt += 1
      this.comeBack()
    }
  }

  private comeBack(): void {
    const { clock, random, isOnline } = this.options.surroundings
    this.options.onStatus({ kind: isOnline() ? 'reconnecting' : 'offline' })
    this.cancelTimer = clock.after(retryDelay(Math.max(1, this.attempt), random()), () => this.open())
  }

  /** The network or the reader's eye is back: do not wait out the delay, and do not trust a socket that was asleep. */
  private lookAgain(): void {
    if (this.isOver) return
    if (this.socket !== null) {
      this.ping()
    } else if (this.options.surroundings.isOnline()) {
      this.cancelTimer()
      this.options.onStatus({ kind: 'reconnecting' })
      this.open()
    } else {
      this.options.onStatus({ kind: 'offline' })
    }
  }
}

function readFrame(data: unknown): ServerFrame | null {
  if (typeof data !== 'string') return null
  try {
    return serverFrameSchema.parse(JSON.parse(data))
  } catch {
    return null
  }
}
