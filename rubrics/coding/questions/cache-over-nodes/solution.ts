/** A client for one server. Both calls may fail. */
export interface CacheNode {
  get(key: string): Promise<string | null>
  set(key: string, value: string, ttlMs: number): Promise<void>
}

interface Options {
  /** Servers that hold each key. */
  copies: number
  /** Points on the ring for each server: the more, the more evenly keys are spread, and the longer it takes to add one. */
  pointsPerNode?: number
}

/**
 * One cache over several servers. A key belongs to the first servers clockwise from its hash on a ring (Karger et al. 1997), so that a server that comes
 * or goes moves only the keys next to its points, about one in n, and not nearly all of them as hash modulo n does. Each key is written to `copies`
 * servers; a read goes on to the next when one fails, and counts as a miss when all do, for a cache may forget but must not bring down its caller.
 * Callers that ask for the same missing key at the same time wait for one load. Copies are not kept equal: what is cached may be stale for its time
 * to live anyway.
 */
export class DistributedCache {
  readonly #copies: number
  readonly #points: number
  readonly #nodes = new Map<string, CacheNode>()
  readonly #loading = new Map<string, Promise<string>>()
  /** Sorted by place. */
  #ring: { at: number; node: string }[] = []

  constructor({ copies, pointsPerNode = 128 }: Options) {
    this.#copies = copies
    this.#points = pointsPerNode
  }

  add(name: string, node: CacheNode): void {
    this.remove(name)
    this.#nodes.set(name, node)
    for (let point = 0; point < this.#points; point++) this.#ring.push({ at: hashOf(`${name}#${point}`), node: name })
    this.#ring.sort((one, other) => one.at - other.at)
  }

  remove(name: string): void {
    this.#nodes.delete(name)
    this.#ring = this.#ring.filter(({ node }) => node !== name)
  }

  /** Names of the servers that hold a key, the first to be asked in front; fewer than `copies` when there are no more. */
  ownersOf(key: string): string[] {
    const owners = new Set<string>()
    const from = this.#firstAfter(hashOf(key))
    for (let step = 0; step < this.#ring.length && owners.size < this.#copies; step++) {
      const point = this.#ring[(from + step) % this.#ring.length]
      if (point !== undefined) owners.add(point.node)
    }
    return [...owners]
  }

  async get(key: string): Promise<string | null> {
    for (const name of this.ownersOf(key)) {
      const found = await this.#nodes.get(name)?.get(key).then(foundIn, failed)
      if (found?.value != null) return found.value
    }
    return null
  }

  /** How many copies were written. None is no error: the next read is a miss then. */
  async set(key: string, value: string, ttlMs: number): Promise<number> {
    const written = await Promise.all(
      this.ownersOf(key).map((name) =>
        this.#nodes
          .get(name)
          ?.set(key, value, ttlMs)
          .then(
            () => true,
            () => false,
          ),
      ),
    )
    return written.filter((isWritten) => isWritten === true).length
  }

  /** What is cached, else what `load` gives, loaded once however many ask at the same time. A failed load is not kept. */
  async getOrLoad(key: string, ttlMs: number, load: () => Promise<string>): Promise<string> {
    const cached = await this.get(key)
    if (cached !== null) return cached
    const running = this.#loading.get(key)
    if (running !== undefined) return running
    const loading = load().finally(() => this.#loading.delete(key))
    this.#loading.set(key, loading)
    const value = await loading
    await this.set(key, value, ttlMs)
    return value
  }

  /** Index of the first point at or behind a place, found by halving; the first of all behind the last. */
  #firstAfter(place: number): number {
    let low = 0
    let high = this.#ring.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((this.#ring[middle]?.at ?? 0) < place) low = middle + 1
      else high = middle
    }
    return low === this.#ring.length ? 0 : low
  }
}

const foundIn = (value: string | null) => ({ value })
const failed = () => ({ value: null })

/** FNV-1a over 32 bits with a last mixing, so that names which differ in one character lie far apart. Not for keys that strangers choose. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return (hash ^ (hash >>> 16)) >>> 0
}

type Step =
  | { add: string }
  | { remove: string }
  | { fail: string }
  | { set: string; to: string }
  | { get: string }
  | { load: string; times: number }
  | { oneJoins: number }

/** Runs steps against servers that are maps, and gives what each of them found; for the cases. */
export async function found(copies: number, steps: readonly Step[]): Promise<(string | number | null)[]> {
  const cache = new DistributedCache({ copies })
  const failing = new Set<string>()
  const results: (string | number | null)[] = []
  for (const step of steps) {
    if ('add' in step)
      cache.add(
        step.add,
        mapNode(() => failing.has(step.add)),
      )
    else if ('remove' in step) cache.remove(step.remove)
    else if ('fail' in step) failing.add(step.fail)
    else if ('set' in step) results.push(await cache.set(step.set, step.to, 1000))
    else if ('get' in step) results.push(await cache.get(step.get))
    else if ('oneJoins' in step) results.push(movedWhenOneJoins(step.oneJoins))
    else {
      let loads = 0
      const load = async () => `${step.load} ${++loads}`
      results.push(
        ...new Set(await Promise.all(Array.from({ length: step.times }, () => cache.getOrLoad(step.load, 1000, load)))),
      )
    }
  }
  return results
}

function mapNode(isDown: () => boolean): CacheNode {
  const held = new Map<string, string>()
  const orFail = <T>(result: () => T): Promise<T> =>
    isDown() ? Promise.reject(new Error('no answer')) : Promise.resolve(result())
  return {
    get: (key) => orFail(() => held.get(key) ?? null),
    set: (key, value) => orFail(() => void held.set(key, value)),
  }
}

/** Of a thousand keys, how many change their first server when one more joins so many, in percent. */
function movedWhenOneJoins(nodes: number): number {
  const cache = new DistributedCache({ copies: 1 })
  for (let at = 0; at < nodes; at++)
    cache.add(
      `node-${at}`,
      mapNode(() => false),
    )
  const keys = Array.from({ length: 1000 }, (_, at) => `key-${at}`)
  const before = keys.map((key) => cache.ownersOf(key)[0])
  cache.add(
    'one-more',
    mapNode(() => false),
  )
  return keys.filter((key, at) => cache.ownersOf(key)[0] !== before[at]).length / 10
}
