import { EventLog } from './event-log.ts'
import type { LoggedEvent, Position, SessionEvent, Subscriber } from './session-events.ts'

type Snapshot = Omit<Extract<SessionEvent, { type: 'snapshot' }>, 'type' | keyof Position>

/** Tells what happens to every connection of one session, in one order, and to one that comes back what it missed. */
export class Broadcast {
  readonly #log = new EventLog()
  readonly #subscribers = new Set<Subscriber>()

  get isHeard(): boolean {
    return this.#subscribers.size > 0
  }

  tell(event: LoggedEvent): void {
    const logged = this.#log.append(event)
    for (const subscriber of this.#subscribers) subscriber.send(logged)
  }

  /** Tells one connection again what happened before; takes no place in the log. */
  reply(subscriber: Subscriber, event: LoggedEvent): void {
    subscriber.send({ epoch: this.#log.epoch, seq: this.#log.seq, ...event })
  }

  /** Must run without a break, so that nothing happens between what is replayed and what follows. */
  add(subscriber: Subscriber, have: Position | null, snapshot: () => Snapshot): void {
    const missed = have === null ? null : this.#log.after(have)
    const { epoch, seq } = this.#log
    subscriber.send({ type: 'welcome', epoch, resumed: missed !== null })
    if (missed === null) subscriber.send({ type: 'snapshot', epoch, seq, ...snapshot() })
    else for (const event of missed) subscriber.send(event)
    this.#subscribers.add(subscriber)
  }

  remove(subscriber: Subscriber): void {
    this.#subscribers.delete(subscriber)
  }
}
