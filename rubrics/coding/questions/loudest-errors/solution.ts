/**
 * The k most frequent of some messages with their counts, the most frequent first, equally frequent ones by the alphabet. A map counts them in one
 * pass. Of the counted ones only the k best are held, in a heap with the one to drop next on top: what is not better costs one comparison, what is
 * better costs log k. Sorting them all would put in order what nobody looks at.
 */
export function loudest(messages: Iterable<string>, k: number): [message: string, count: number][] {
  if (!Number.isInteger(k) || k < 0) throw new RangeError(`k must be a whole number from zero up, not ${k}`)
  const counts = new Map<string, number>()
  for (const message of messages) if (message !== '') counts.set(message, (counts.get(message) ?? 0) + 1)

  const best = new QuietestFirst()
  for (const [message, count] of counts) {
    const one = { message, count }
    if (best.size < k) best.add(one)
    else if (best.quietest !== undefined && isQuieter(best.quietest, one)) best.replaceQuietest(one)
  }
  return best.fromLoudest().map(({ message, count }) => [message, count])
}

interface Counted {
  message: string
  count: number
}

/** Whether `a` is dropped before `b`. Of two different messages always exactly one is. */
const isQuieter = (a: Counted, b: Counted): boolean => a.count < b.count || (a.count === b.count && a.message > b.message)

/** A binary heap in an array: the children of place i are at 2i + 1 and 2i + 2, and none of them is quieter than it. */
class QuietestFirst {
  readonly #items: Counted[] = []

  get size(): number {
    return this.#items.length
  }

  get quietest(): Counted | undefined {
    return this.#items[0]
  }

  add(item: Counted): void {
    let place = this.#items.push(item) - 1
    while (place > 0) {
      const parent = (place - 1) >> 1
      const above = this.#items[parent]
      if (above === undefined || !isQuieter(item, above)) break
      this.#items[place] = above
      place = parent
    }
    this.#items[place] = item
  }

  replaceQuietest(item: Counted): void {
    let place = 0
    for (;;) {
      const left = this.#items[2 * place + 1]
      const right = this.#items[2 * place + 2]
      const goesRight = left !== undefined && right !== undefined && isQuieter(right, left)
      const below = goesRight ? right : left
      if (below === undefined || !isQuieter(below, item)) break
      this.#items[place] = below
      place = 2 * place + (goesRight ? 2 : 1)
    }
    this.#items[place] = item
  }

  /** A heap is in no order but for its top, so its few items are sorted. */
  fromLoudest(): Counted[] {
    return [...this.#items].sort((a, b) => (isQuieter(a, b) ? 1 : -1))
  }
}
