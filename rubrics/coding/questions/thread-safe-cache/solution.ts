/**
 * A cache that many callers share. What is being loaded is kept as a promise under its key, so the first caller loads and all others wait for
 * the same promise: one load a key, however many ask. Nothing awaits between looking and noting, so on one thread the two are one step; with
 * real threads the same lines stand under a lock that is let go before the load. A failed load is forgotten at once. Constant time a call;
 * memory is bounded by the capacity, and a Map keeps the order of use.
 */
export class SharedCache<Value> {
  readonly #entries = new Map<string, { value: Promise<Value>; expires: number }>()
  readonly #load: (key: string) => Promise<Value>
  readonly #capacity: number
  readonly #ttl: number
  readonly #now: () => number

  constructor(options: { load: (key: string) => Promise<Value>; capacity: number; ttl: number; now: () => number }) {
    if (!Number.isInteger(options.capacity) || options.capacity < 1)
      throw new RangeError(`capacity must be a whole number above zero, not ${options.capacity}`)
    this.#load = options.load
    this.#capacity = options.capacity
    this.#ttl = options.ttl
    this.#now = options.now
  }

  get(key: string): Promise<Value> {
    const known = this.#entries.get(key)
    this.#entries.delete(key)
    if (known !== undefined && known.expires > this.#now()) {
      this.#entries.set(key, known)
      return known.value
    }
    const value = this.#load(key)
    // Until it has arrived it cannot be too old.
    const entry = { value, expires: Number.POSITIVE_INFINITY }
    this.#entries.set(key, entry)
    this.#dropOldest()
    value.then(
      () => {
        entry.expires = this.#now() + this.#ttl
      },
      () => {
        // Only its own entry: a later load may stand there by now.
        if (this.#entries.get(key) === entry) this.#entries.delete(key)
      },
    )
    return value
  }

  /** A load under way is dropped with it, so what was read before the change is not kept after it. */
  invalidate(key: string): void {
    this.#entries.delete(key)
  }

  #dropOldest(): void {
    if (this.#entries.size <= this.#capacity) return
    for (const oldest of this.#entries.keys()) {
      this.#entries.delete(oldest)
      return
    }
  }
}

interface Round {
  at: number
  /** Keys that are asked for at once. */
  ask: string[]
  /** Whether the database is down. */
  down?: boolean
}

/** Asks a cache round by round, and tells which keys it loaded, in order. */
export async function loadsOf({ capacity, ttl }: { capacity: number; ttl: number }, rounds: Round[]): Promise<string[]> {
  const loaded: string[] = []
  let time = 0
  let isDown = false
  const load = async (key: string): Promise<string> => {
    loaded.push(key)
    await Promise.resolve()
    if (isDown) throw new Error('the database is down')
    return key.toUpperCase()
  }
  const cache = new SharedCache({ load, capacity, ttl, now: () => time })
  for (const { at, ask, down = false } of rounds) {
    time = at
    isDown = down
    await Promise.allSettled(ask.map((key) => cache.get(key)))
  }
  return loaded
}
