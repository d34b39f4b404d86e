/**
 * A cache of a fixed number of entries that drops the least recently used one. Both calls take constant time: a Map remembers the order in
 * which keys were put, so taking a key out and putting it back makes it the latest, and the first key is the one to drop.
 */
export class LruCache<Key, Value> {
  readonly #capacity: number
  readonly #entries = new Map<Key, Value>()

  /** Throws a RangeError for a capacity that is no whole number above zero. */
  constructor(capacity: number) {
    if (!Number.isInteger(capacity) || capacity < 1)
      throw new RangeError(`capacity must be a whole number above zero, not ${capacity}`)
    this.#capacity = capacity
  }

  get(key: Key): Value | undefined {
    // A stored undefined is a hit too, so presence is asked and not the value.
    if (!this.#entries.has(key)) return undefined
    const value = this.#entries.get(key) as Value
    this.put(key, value)
    return value
  }

  put(key: Key, value: Value): void {
    this.#entries.delete(key)
    this.#entries.set(key, value)
    if (this.#entries.size <= this.#capacity) return
    for (const oldest of this.#entries.keys()) {
      this.#entries.delete(oldest)
      return
    }
  }
}
