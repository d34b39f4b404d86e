import { randomUUID } from 'node:crypto'
import type { LoggedEvent, Position } from './session-events.ts'

const kept = 256
/** Dropping the oldest one by one would move all the others each time. */
const heldAtMost = 2 * kept

/** At least the last 256 events of one live session, numbered without gaps. The epoch changes whenever a session is loaded anew. */
export class EventLog {
  readonly epoch = randomUUID()
  #seq = 0
  #events: (Position & LoggedEvent)[] = []

  get seq(): number {
    return this.#seq
  }

  append(event: LoggedEvent): Position & LoggedEvent {
    const logged = { epoch: this.epoch, seq: ++this.#seq, ...event }
    this.#events.push(logged)
    if (this.#events.length > heldAtMost) this.#events.splice(0, this.#events.length - kept)
    return logged
  }

  /** Who comes back after this gets nothing when nothing was missed, and else a snapshot. */
  forget(): void {
    this.#events = []
  }

  /** Everything after a position; null when that is no longer known, so that a snapshot is needed. */
  after(position: Position): (Position & LoggedEvent)[] | null {
    if (position.epoch !== this.epoch || position.seq > this.#seq) return null
    const oldest = this.#events[0]?.seq ?? this.#seq + 1
    return position.seq + 1 < oldest ? null : this.#events.filter((event) => event.seq > position.seq)
  }
}
