/**
 * A queue of a fixed number of slots. It remembers where the oldest entry is and how many there are; the next free slot follows from the two, and
 * behind the last slot comes the first again. Nothing is moved and nothing allocated after the start, so both calls take constant time. The count
 * tells a full queue from an empty one, which two positions alone do not: they are the same in both.
 */
export class BoundedQueue<Entry> {
  readonly #slots: (Entry | undefined)[]
  #oldest = 0
  #held = 0

  /** Throws a RangeError for a capacity that is no whole number above zero. */
  constructor(capacity: number) {
    if (!Number.isInteger(capacity) || capacity < 1)
      throw new RangeError(`capacity must be a whole number above zero, not ${capacity}`)
    this.#slots = Array.from({ length: capacity }, () => undefined)
  }

  /** False when it is full: the entry was not taken in, and nothing has changed. */
  put(entry: Entry): boolean {
    if (this.#held === this.#slots.length) return false
    this.#slots[(this.#oldest + this.#held) % this.#slots.length] = entry
    this.#held++
    return true
  }

  /** The oldest entry, or undefined when there is none. */
  take(): Entry | undefined {
    if (this.#held === 0) return undefined
    const entry = this.#slots[this.#oldest]
    // What was handed out must not be held on to until the slot is written again.
    this.#slots[this.#oldest] = undefined
    this.#oldest = (this.#oldest + 1) % this.#slots.length
    this.#held--
    return entry
  }
}
