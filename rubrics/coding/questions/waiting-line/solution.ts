/** Where somebody stands in a line: what joining gives back, and what leaving wants. */
export interface Place<Waiter> {
  readonly waiter: Waiter
}

interface Node<Waiter> extends Place<Waiter> {
  /** Undefined once it has left or was served. */
  line: WaitingLine<Waiter> | undefined
  before: Node<Waiter>
  after: Node<Waiter>
}

/**
 * First come, first served, and anybody may leave from anywhere. A doubly linked list, because leaving then means joining two neighbours, however
 * long the line is; and whoever joins is given their own node, because a list in which one has to be searched for first would be no better than
 * an array. All calls take constant time.
 */
export class WaitingLine<Waiter> {
  /** Stands at both ends, so that no node ever lacks a neighbour and the first and the last are as all others. */
  readonly #ends: Node<Waiter>
  #length = 0

  constructor() {
    const ends = { line: undefined } as Node<Waiter>
    ends.before = ends
    ends.after = ends
    this.#ends = ends
  }

  get length(): number {
    return this.#length
  }

  join(waiter: Waiter): Place<Waiter> {
    const last = this.#ends.before
    const node: Node<Waiter> = { waiter, line: this, before: last, after: this.#ends }
    last.after = node
    this.#ends.before = node
    this.#length++
    return node
  }

  /** False for one who was served, or has left before: nothing changes then. */
  leave(place: Place<Waiter>): boolean {
    const node = place as Node<Waiter>
    if (node.line !== this) return false
    node.before.after = node.after
    node.after.before = node.before
    // Out of this line, and holding on to nobody in it: its owner may keep it for long.
    node.line = undefined
    node.before = node
    node.after = node
    this.#length--
    return true
  }

  /** Undefined when nobody waits. */
  next(): Waiter | undefined {
    const first = this.#ends.after
    return this.leave(first) ? first.waiter : undefined
  }
}

/** What a line answers to each of a list of steps: its length to a join, yes or no to a leave, the one served to a next. */
export function answers(
  steps: readonly ({ join: string } | { leave: string } | { next: true })[],
): (number | boolean | string | null)[] {
  const line = new WaitingLine<string>()
  const places = new Map<string, Place<string>>()
  return steps.map((step) => {
    if ('next' in step) return line.next() ?? null
    if ('leave' in step) {
      const place = places.get(step.leave)
      return place !== undefined && line.leave(place)
    }
    places.set(step.join, line.join(step.join))
    return line.length
  })
}
