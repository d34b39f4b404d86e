import type { Clock } from '#src/domain/clock.ts'

const restMs = 400
/** Somebody who types without a pause is heard at least this often. */
const longestMs = 15_000

/** Calls back once typing rests, and every 15 seconds of typing that never does. */
export class TypingRest {
  private readonly clock: Clock
  private readonly callback: () => void
  private cancel: () => void = () => {}
  /** When the call comes at the latest; null while nothing waits for it. */
  private dueBy: number | null = null

  constructor(clock: Clock, callback: () => void) {
    this.clock = clock
    this.callback = callback
  }

  /** Something was typed. */
  note(): void {
    this.cancel()
    this.dueBy ??= this.clock.now() + longestMs
    const delay = Math.min(restMs, Math.max(0, this.dueBy - this.clock.now()))
    this.cancel = this.clock.after(delay, () => {
      this.stop()
      this.callback()
    })
  }

  stop(): void {
    this.cancel()
    this.dueBy = null
  }
}
