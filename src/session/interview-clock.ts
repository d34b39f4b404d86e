import type { Clock } from '#src/domain/clock.ts'

const tickMs = 15_000
/** Ticks fall on whole seconds, so that many interviews are stored together. */
const gridMs = 1000
/** A gap this much longer than a tick is a suspended machine or a changed wall clock, and does not count. */
const longestJumpMs = 60_000

/** Counts the time in which an interview ran. `onTick` is called every 15 s, or a little earlier, while it runs. */
export class InterviewClock {
  readonly #clock: Clock
  readonly #onTick: () => void
  #counted: number
  #mark: number | null = null
  #cancelTick: () => void = () => undefined

  constructor(options: { clock: Clock; elapsedMs: number; onTick: () => void }) {
    this.#clock = options.clock
    this.#counted = options.elapsedMs
    this.#onTick = options.onTick
  }

  get isRunning(): boolean {
    return this.#mark !== null
  }

  /** Milliseconds. */
  elapsed(): number {
    return this.#mark === null ? this.#counted : this.#counted + this.#since(this.#mark)
  }

  start(): void {
    if (this.#mark !== null) return
    this.#mark = this.#clock.now()
    this.#scheduleTick()
  }

  stop(): void {
    this.#counted = this.elapsed()
    this.#mark = null
    this.#cancelTick()
  }

  #since(mark: number): number {
    const gap = this.#clock.now() - mark
    return gap < 0 || gap > tickMs + longestJumpMs ? 0 : gap
  }

  #scheduleTick(): void {
    const delayMs = tickMs - (this.#clock.now() % gridMs)
    this.#cancelTick = this.#clock.after(delayMs, () => {
      this.#counted = this.elapsed()
      this.#mark = this.#clock.now()
      this.#scheduleTick()
      this.#onTick()
    })
  }
}
