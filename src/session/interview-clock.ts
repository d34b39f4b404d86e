import type { Clock } from '#src/domain/clock.ts'

const tickMs = 15_000
/** Ticks fall on whole seconds, so that many interviews are stored together. */
const gridMs = 1000
/** A gap this much longer than a tick is a suspended machine or a changed wall clock, and does not count. */
const longestJumpMs = 60_000

/** Counts the time in which an interview ran, of all that it has. `onTick` is called every 15 s, or a little earlier, while it runs. */
export class InterviewClock {
  readonly #clock: Clock
  readonly #onTick: () => void
  readonly totalMs: number
  #counted: number
  #mark: number | null = null
  #cancelTick: () => void = () => undefined

  constructor(options: { clock: Clock; elapsedMs: number; totalMs: number; onTick: () => void }) {
    this.#clock = options.clock
    this.#counted = options.elapsedMs
    this.#onTick = options.onTick
    this.totalMs = options.totalMs
  }

  get isRunning(): boolean {
    return this.#mark !== null
  }

  get isOver(): boolean {
    return this.elapsed() >= this.totalMs
  }

  /** Whole milliseconds. */
  elapsed(): number {
    return Math.round(this.#exactly())
  }

  start(): void {
    if (this.#mark !== null) return
    this.#mark = this.#clock.now()
    this.#scheduleTick()
  }

  stop(): void {
    this.#counted = this.#exactly()
    this.#mark = null
    this.#cancelTick()
  }

  #exactly(): number {
    return this.#mark === null ? this.#counted : this.#counted + this.#since(this.#mark)
  }

  #since(mark: number): number {
    const gap = this.#clock.now() - mark
    return gap < 0 || gap > tickMs + longestJumpMs ? 0 : gap
  }

  #scheduleTick(): void {
    const delayMs = tickMs - (this.#clock.now() % gridMs)
    this.#cancelTick = this.#clock.after(delayMs, () => {
      this.#counted = this.#exactly()
      this.#mark = this.#clock.now()
      this.#scheduleTick()
      this.#onTick()
    })
  }
}
