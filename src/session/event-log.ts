import { randomUUID } from 'node:crypto'
import type { LoggedEvent, Position } from './session-events.ts'

const kept = 256
/** Dropping the oldest one by one would move all the others each time. */
const heldAtMost = 2 * kept
/** Words of what is held, UTF-16 units: with more a snapshot is the shorter way to say it, and replayed they would be more than a socket may hold back. */
const mostWords = 250_000

/**
 * The last events of one live session, numbered without gaps: at least 256 of them, unless they have very many words, as pads have that are written
 * for long. The epoch changes whenever a session is loaded anew.
 */
export class EventLog {
  readonly epoch = randomUUID()
  #seq = 0
  #events: (Position & LoggedEvent)[] = []
  #words = 0

  get seq(): number {
    return this.#seq
  }

  append(event: LoggedEvent): Position & LoggedEvent {
    const logged = { epoch: this.epoch, seq: ++this.#seq, ...event }
    this.#events.push(logged)
    this.#words += wordsIn(logged)
    if (this.#events.length > heldAtMost) this.#drop(this.#events.length - kept)
    while (this.#words > mostWords) this.#drop(1)
    return logged
  }

  #drop(count: number): void {
    for (const event of this.#events.splice(0, count)) this.#words -= wordsIn(event)
  }

  /** Who comes back after this gets nothing when nothing was missed, and else a snapshot. */
  forget(): void {
    this.#events = []
    this.#words = 0
  }

  /** Everything after a position; null when that is no longer known, so that a snapshot is needed. */
  after(position: Position): (Position & LoggedEvent)[] | null {
    if (position.epoch !== this.epoch || position.seq > this.#seq) return null
    const oldest = this.#events[0]?.seq ?? this.#seq + 1
    return position.seq + 1 < oldest ? null : this.#events.filter((event) => event.seq > position.seq)
  }
}

function wordsIn(event: LoggedEvent): number {
  if ('text' in event) return event.text.length
  if (!('turn' in event) || typeof event.turn === 'number') return 0
  return event.turn.artifacts.reduce((sum, { text }) => sum + text.length, event.turn.text.length)
}
