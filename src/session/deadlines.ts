import type { Clock } from '#src/domain/clock.ts'
import { Alarm } from './alarm.ts'

/** Given for a draft that the end of time found unsent. */
const graceMs = 60_000
/** How long an interview runs on with nobody connected (ruling 9). */
const absenceMs = 120_000

export interface DeadlinesOptions {
  clock: Clock
  totalMs: number
  /** Running interview time, milliseconds. */
  elapsed: () => number
  hasDraft: () => boolean
  onSilence: () => void
  /** Time is up, and a minute is given for the draft. */
  onGrace: () => void
  onTimeUp: () => void
  onAbsence: () => void
}

/** What happens by itself when nothing else does. Silence and the end of time are watched only while the candidate has the floor. */
export class Deadlines {
  readonly #options: DeadlinesOptions
  readonly #silence: Alarm
  readonly #time: Alarm
  readonly #absence: Alarm
  #deadline: number

  constructor(options: DeadlinesOptions) {
    this.#options = options
    this.#deadline = options.totalMs
    this.#silence = new Alarm(options.clock)
    this.#time = new Alarm(options.clock)
    this.#absence = new Alarm(options.clock)
  }

  /** Begins a silence anew; null leaves it alone however long it lasts. */
  watchSilence(lengthMs: number | null): void {
    if (lengthMs === null) this.#silence.clear()
    else this.#silence.set(lengthMs, this.#options.onSilence)
  }

  watchTime(): void {
    this.#time.set(Math.max(0, this.#deadline - this.#options.elapsed()), () => this.#ring())
  }

  /** The end could not be stored: it is tried again in a minute, not at once and without a pause. */
  postpone(): void {
    this.#deadline = this.#options.elapsed() + graceMs
  }

  /** The candidate has the floor no more. */
  rest(): void {
    this.#silence.clear()
    this.#time.clear()
  }

  watchAbsence(): void {
    this.#absence.set(absenceMs, this.#options.onAbsence)
  }

  present(): void {
    this.#absence.clear()
  }

  #ring(): void {
    const { elapsed, totalMs, hasDraft, onGrace, onTimeUp } = this.#options
    // A suspended machine lets an alarm ring before the interview's own time has come.
    if (elapsed() < this.#deadline) this.watchTime()
    else if (this.#deadline > totalMs || !hasDraft()) onTimeUp()
    else {
      this.#deadline = elapsed() + graceMs
      this.#silence.clear()
      this.watchTime()
      onGrace()
    }
  }
}
