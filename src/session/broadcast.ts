import type { Clock } from '#src/domain/clock.ts'
import { Alarm } from './alarm.ts'
import { EventLog } from './event-log.ts'
import type { LoggedEvent, Position, SessionEvent, Subscriber } from './session-events.ts'

type Snapshot = Omit<Extract<SessionEvent, { type: 'snapshot' }>, 'type' | keyof Position>

/** After so long without an event, whoever comes back gets a snapshot: who only lost a connection was back long before. */
const quietMs = 60_000

/** Tells what happens to every connection of one session, in one order, and to one that comes back what it missed. */
export class Broadcast {
  readonly #clock: Clock
  readonly #log = new EventLog()
  readonly #subscribers = new Set<Subscriber>()
  readonly #quiet: Alarm
  #isWatched = false
  #lastAt = 0

  constructor(clock: Clock) {
    this.#clock = clock
    this.#quiet = new Alarm(clock)
  }

  get isHeard(): boolean {
    return this.#subscribers.size > 0
  }

  tell(event: LoggedEvent): void {
    const logged = this.#log.append(event)
    for (const subscriber of this.#subscribers) subscriber.send(logged)
    this.#lastAt = this.#clock.now()
    if (!this.#isWatched) this.#watchQuiet(quietMs)
  }

  /** Nothing is told any more: nothing is kept for later. */
  close(): void {
    this.#quiet.clear()
  }

  #watchQuiet(forMs: number): void {
    this.#isWatched = true
    this.#quiet.set(forMs, () => {
      const left = quietMs - (this.#clock.now() - this.#lastAt)
      if (left > 0) return this.#watchQuiet(Math.min(left, quietMs))
      this.#isWatched = false
      this.#log.forget()
    })
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
