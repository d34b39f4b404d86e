/** Runs one piece of work at a time, in the order given. A failure is the caller's, and the next piece runs all the same. */
export class TurnQueue {
  #last: Promise<unknown> = Promise.resolve()

  run<T>(work: () => Promise<T>): Promise<T> {
    const result = this.#last.then(work)
    this.#last = result.catch(() => undefined)
    return result
  }

  /** Resolves when all that was given so far is done. */
  idle(): Promise<unknown> {
    return this.#last
  }
}
