export interface Limit {
  perSecond: number
  burst: number
}
export interface Settings {
  backends: ({ id: string } & Limit)[]
  /** The same for each client. */
  client: Limit
  /** Milliseconds, monotonic; given, so that a test needs no waiting. */
  now: () => number
}
export type Decision = { to: string } | { status: 429 | 503; wait: number }

/** A token bucket that is filled when somebody looks, in thousandths so that no part of a token is lost. */
class Bucket {
  readonly #full: number
  readonly #perSecond: number
  #left: number
  #countedAt: number

  constructor({ perSecond, burst }: Limit, now: number) {
    if (!(perSecond > 0) || !(burst >= 1)) throw new RangeError('a limit lets at least something through')
    this.#full = burst * 1000
    this.#perSecond = perSecond
    this.#left = this.#full
    this.#countedAt = now
  }

  /** Milliseconds until one may pass; 0 when one may now. Takes nothing. */
  wait(now: number): number {
    this.#fill(now)
    return this.#left >= 1000 ? 0 : Math.ceil((1000 - this.#left) / this.#perSecond)
  }
  /** From 0 for an empty one to 1 for a full one. */
  room(now: number): number {
    this.#fill(now)
    return this.#left / this.#full
  }
  take(): void {
    this.#left -= 1000
  }

  #fill(now: number): void {
    this.#left = Math.min(this.#full, this.#left + Math.max(0, now - this.#countedAt) * this.#perSecond)
    this.#countedAt = now
  }
}

const failuresInARow = 3
const pause = 10_000

interface Backend {
  id: string
  bucket: Bucket
  failures: number
  pausedUntil: number
}

/**
 * Decides where a request goes. Two promises are kept apart: a bucket for each client, so that none takes what belongs to the others, and one for each
 * backend, so that none gets more than it bears. The backend with the largest part of its room left is chosen, by which a small one gets its share of
 * the work and no more. Nothing is taken before both have room: what is refused costs neither side anything. A backend that failed three times in a row
 * is left alone for ten seconds; then it gets one request, and is back when that succeeds. One pass over the backends for each request. There is no await
 * in it, so two requests cannot both take the last place.
 */
export class Balancer {
  readonly #settings: Settings
  readonly #backends: Backend[]
  readonly #clients = new Map<string, Bucket>()

  constructor(settings: Settings) {
    this.#settings = settings
    this.#backends = settings.backends.map(({ id, ...limit }) => ({
      id,
      bucket: new Bucket(limit, settings.now()),
      failures: 0,
      pausedUntil: Number.NEGATIVE_INFINITY,
    }))
  }

  decide(client: string): Decision {
    const now = this.#settings.now()
    const own = this.#clients.get(client) ?? new Bucket(this.#settings.client, now)
    this.#clients.set(client, own)
    const ownWait = own.wait(now)
    // Asked first, for it is the client that can do something about it.
    if (ownWait > 0) return { status: 429, wait: ownWait }

    let best: Backend | undefined
    let shortest = Number.POSITIVE_INFINITY
    for (const backend of this.#backends) {
      const wait = Math.max(backend.bucket.wait(now), backend.pausedUntil - now, 0)
      shortest = Math.min(shortest, wait)
      if (wait === 0 && (best === undefined || backend.bucket.room(now) > best.bucket.room(now))) best = backend
    }
    if (best === undefined) return { status: 503, wait: shortest }
    own.take()
    best.bucket.take()
    // The first request after a pause is a trial: until it has succeeded no other follows.
    if (best.failures >= failuresInARow) best.pausedUntil = now + pause
    return { to: best.id }
  }

  /** What became of a request. */
  report(id: string, succeeded: boolean): void {
    const backend = this.#backends.find((one) => one.id === id)
    if (backend === undefined) return
    backend.failures = succeeded ? 0 : backend.failures + 1
    if (succeeded) backend.pausedUntil = Number.NEGATIVE_INFINITY
    else if (backend.failures >= failuresInARow) backend.pausedUntil = this.#settings.now() + pause
  }

  /** Forgets clients that have been quiet for long enough: a new bucket is the same as a full one. To be called now and then. */
  forgetIdle(): void {
    const now = this.#settings.now()
    for (const [client, bucket] of this.#clients) if (bucket.room(now) === 1) this.#clients.delete(client)
  }
}

type Event = { at: number } & ({ client: string } | { failed: string } | { succeeded: string })

/** What a balancer decides for each request of a list of events: the backend's id, or status and milliseconds to wait. */
export function decisions(
  settings: Omit<Settings, 'now'>,
  events: readonly Event[],
): (string | { status: number; wait: number })[] {
  let time = events[0]?.at ?? 0
  const balancer = new Balancer({ ...settings, now: () => time })
  const decided: (string | { status: number; wait: number })[] = []
  for (const event of events) {
    time = event.at
    if ('failed' in event) balancer.report(event.failed, false)
    else if ('succeeded' in event) balancer.report(event.succeeded, true)
    else {
      const decision = balancer.decide(event.client)
      decided.push('to' in decision ? decision.to : decision)
    }
  }
  return decided
}
