import type { Clock } from '#src/domain/clock.ts'

/** One thing to do later; setting it again replaces what was set before. */
export class Alarm {
  readonly #clock: Clock
  #cancel: () => void = () => undefined

  constructor(clock: Clock) {
    this.#clock = clock
  }

  set(delayMs: number, ring: () => void): void {
    this.#cancel()
    this.#cancel = this.#clock.after(delayMs, ring)
  }

  clear(): void {
    this.#cancel()
  }
}
