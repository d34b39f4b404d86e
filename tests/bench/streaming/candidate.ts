import { WebSocket } from 'ws'
import type { Contender } from './served.ts'

/** One candidate: when it spoke, when that was acknowledged, when the first words came, and all of them. */
export class Candidate {
  text = ''
  spokeAt = 0
  acknowledgedAt: number | null = null
  /** Milliseconds since 1970. */
  firstAt: number | null = null
  hasEnded = false
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
    this.text = ''
    this.acknowledgedAt = null
    this.firstAt = null
    this.hasEnded = false
    this.spokeAt = performance.now()
    this.socket.send(turn)
  }

  private receive(data: string, greeted: () => void): void {
    const frame = JSON.parse(data) as { type?: string; stored?: boolean; text?: string }
    if (frame.type === 'snapshot') greeted()
    else if (frame.stored || frame.type === 'turn-stored') this.acknowledgedAt ??= performance.now()
    else if (frame.type === 'utterance-end' || frame.type === 'utterance-failed') this.hasEnded = true
    else if (typeof frame.text === 'string' && (frame.type === undefined || frame.type === 'utterance-delta')) {
      this.firstAt ??= performance.timeOrigin + performance.now()
      this.text += frame.text
    }
  }
}

/** So many candidates, each greeted. */
export async function connected(contender: Contender, count: number): Promise<Candidate[]> {
  const candidates: Candidate[] = []
  for (let n = 0; n < count; n++) {
    const candidate = new Candidate(contender, n)
    candidates.push(candidate)
    if (n % 20 === 19) await Promise.all(candidates.slice(-20).map(({ ready }) => ready))
  }
  await Promise.all(candidates.map(({ ready }) => ready))
  return candidates
}
