import type { Log } from '#src/domain/log.ts'
import type { Observer } from '#src/interviewer/observer.ts'
import type { LiveRecord } from './live-record.ts'

export interface ObservingOptions {
  record: LiveRecord
  /** Null: nobody observes. */
  observer: Observer | null
  log: Log
  /** Running interview time, milliseconds. */
  elapsed: () => number
  /** Runs work when it is its turn in the session. */
  inTurn: (work: () => Promise<void>) => void
}

/** Has the candidate's last answer observed while nobody speaks: once the interviewer has spoken, and until it speaks again. */
export class Observing {
  readonly #options: ObservingOptions
  #running: AbortController | null = null
  /** The last turn whose observation came to its end, with notes or without. */
  #seen = 0

  constructor(options: ObservingOptions) {
    this.#options = options
  }

  /** The candidate has the floor. What was observed before is not observed again. */
  begin(): void {
    const { record, observer, log, elapsed, inTurn } = this.#options
    const { interview, content, turns, notes } = record
    const turn = turns.findLast(({ speaker }) => speaker === 'candidate')?.turn ?? 0
    const isKnown = turn <= Math.max(this.#seen, notes.at(-1)?.turn ?? 0)
    if (observer === null || isKnown || this.#running !== null || turns.at(-1)?.speaker !== 'interviewer') return
    const running = new AbortController()
    this.#running = running
    observer
      .observe({ interview, content, turns: [...turns], notes: [...notes], elapsedMs: elapsed(), signal: running.signal })
      .then((made) => {
        if (running.signal.aborted) return
        this.#seen = turn
        if (made !== null) inTurn(() => record.note(made))
      })
      .catch((error) => log.error({ error, interview: interview.id, turn }, 'An answer could not be observed.'))
      .finally(() => {
        if (this.#running === running) this.#running = null
      })
  }

  /** Somebody speaks, or the session is left: an observation under way comes to nothing. */
  cut(): void {
    this.#running?.abort()
    this.#running = null
  }
}
