interface Reminder {
  readonly id: string
  /** Milliseconds. */
  readonly due: number
  next: Reminder | null
}

/**
 * Reminders in a singly linked list, the next one due in front. A node that stands before the first and is no reminder saves the special case of an
 * empty list in every operation: each of them looks for the node after which something changes. Equal times keep the order in which they came. Adding
 * and cancelling walk over what is due earlier, O(n); taking off what is due costs only what is taken.
 */
export class Reminders {
  readonly #before: Reminder = { id: '', due: Number.NEGATIVE_INFINITY, next: null }

  add(id: string, due: number): void {
    const previous = this.#lastWhile((next) => next.due <= due)
    previous.next = { id, due, next: previous.next }
  }

  /** Ids of those due at `now` or before, the earliest first; they are off the list afterwards. */
  takeDue(now: number): string[] {
    const last = this.#lastWhile((next) => next.due <= now)
    if (last === this.#before) return []
    const first = this.#before.next
    this.#before.next = last.next
    // What was cut off must not lead back into the list.
    last.next = null
    return idsFrom(first)
  }

  /** False when there is none with this id. */
  cancel(id: string): boolean {
    const previous = this.#lastWhile((next) => next.id !== id)
    if (previous.next === null) return false
    previous.next = previous.next.next
    return true
  }

  ids(): string[] {
    return idsFrom(this.#before.next)
  }

  /** The last node such that all between the front and it, it included, satisfy `goesOn`. */
  #lastWhile(goesOn: (next: Reminder) => boolean): Reminder {
    let node = this.#before
    while (node.next !== null && goesOn(node.next)) node = node.next
    return node
  }
}

function idsFrom(first: Reminder | null): string[] {
  const ids: string[] = []
  for (let node = first; node !== null; node = node.next) ids.push(node.id)
  return ids
}
