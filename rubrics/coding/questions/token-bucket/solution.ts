/**
 * A token bucket. Nothing runs in the background: at each request the tokens that the time since the last one has earned are added, up to the
 * capacity, and the request takes its own. Constant time and three numbers a customer. The clock is given, so that a test needs no waiting, and
 * should be a monotonic one. Tokens are counted in thousandths: milliseconds times tokens a second is then a whole number, and no fraction is lost
 * between two requests.
 */
export class TokenBucket {
  readonly #full: number
  readonly #perSecond: number
  readonly #now: () => number
  #thousandths: number
  #countedAt: number

  constructor({ capacity, perSecond, now }: { capacity: number; perSecond: number; now: () => number }) {
    if (!(capacity > 0) || !(perSecond > 0)) throw new RangeError('capacity and rate must be above zero')
    this.#full = capacity * 1000
    this.#perSecond = perSecond
    this.#now = now
    this.#thousandths = this.#full
    this.#countedAt = now()
  }

  /** Milliseconds to wait until it may pass; 0 when it passes now. What is refused costs nothing. */
  take(cost = 1): number {
    const price = cost * 1000
    if (price > this.#full) throw new RangeError(`a cost of ${cost} is more than the bucket ever holds`)
    this.#refill()
    const lacking = price - this.#thousandths
    if (lacking > 0) return Math.ceil(lacking / this.#perSecond)
    this.#thousandths -= price
    return 0
  }

  #refill(): void {
    const now = this.#now()
    // A clock that was set back earns nothing, and must not take anything away.
    const elapsed = Math.max(0, now - this.#countedAt)
    this.#thousandths = Math.min(this.#full, this.#thousandths + elapsed * this.#perSecond)
    this.#countedAt = now
  }
}

/** What a bucket says to each of a list of requests: 0 when it may pass, else the milliseconds to wait. */
export function decisions(
  { capacity, perSecond }: { capacity: number; perSecond: number },
  requests: { at: number; cost?: number }[],
): number[] {
  let time = requests[0]?.at ?? 0
  const bucket = new TokenBucket({ capacity, perSecond, now: () => time })
  return requests.map(({ at, cost }) => {
    time = at
    return bucket.take(cost)
  })
}
