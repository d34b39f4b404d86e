import type { Clock } from '#src/domain/clock.ts'
import type { Interview } from '#src/domain/interview.ts'
import type { Log } from '#src/domain/log.ts'
import type { Interviewer } from '#src/interviewer/interviewer.ts'
import type { Observer } from '#src/interviewer/observer.ts'
import type { Store } from '#src/store/store.ts'
import { LiveRecord } from './live-record.ts'
import { Session } from './session.ts'
import type { SayingLimits } from './session-options.ts'

export interface SessionsOptions {
  store: Store
  clock: Clock
  log: Log
  interviewerFor: (interview: Interview) => Interviewer
  /** Who reads along while the candidate thinks; unsaid, or null for an interview: nobody. */
  observerFor?: (interview: Interview) => Observer | null
  /** Unsaid: no limit. */
  limits?: SayingLimits
  /** Called once for each interview that ends here, after the end is stored. */
  onEnded: (interviewId: string) => void
}

const unlimited: SayingLimits = { turns: Number.POSITIVE_INFINITY, characters: Number.POSITIVE_INFINITY }

/** The live interviews of this process: one session for each, loaded when somebody connects. */
export class Sessions {
  readonly #options: SessionsOptions
  readonly #live = new Map<string, Promise<Session>>()

  constructor(options: SessionsOptions) {
    this.#options = options
  }

  /** How many are held in memory. */
  get count(): number {
    return this.#live.size
  }

  /** Null when the interview does not exist or belongs to somebody else. Rejects with StoreError when it cannot be read. */
  async open(interviewId: string, ownerId: string): Promise<Session | null> {
    const { store } = this.#options
    if ((await store.findInterview(interviewId, ownerId)) === null) return null
    const live = this.#live.get(interviewId)
    if (live !== undefined) return await live
    const loading = this.#load(interviewId, ownerId)
    this.#live.set(interviewId, loading)
    loading.catch(() => this.#live.delete(interviewId))
    return await loading
  }

  /** Tells those who are connected to an interview that a board was stored, and that its candidate is not silent. */
  async tellDrawn(interviewId: string, board: { connection: string; revision: number }): Promise<void> {
    // Who opens a session that cannot be loaded is told so.
    await this.#live.get(interviewId)?.then(
      (session) => session.tellDrawn(board),
      () => undefined,
    )
  }

  /** Stops the sessions of interviews that were deleted; one that is put back can be taken up again. */
  async drop(interviewIds: readonly string[]): Promise<void> {
    const live = interviewIds.flatMap((id) => this.#live.get(id) ?? [])
    for (const id of interviewIds) this.#live.delete(id)
    await stopAll(live)
  }

  /** Stops every session; each can be taken up again by the next process. */
  async closeAll(): Promise<void> {
    const live = [...this.#live.values()]
    this.#live.clear()
    await stopAll(live)
  }

  async #load(interviewId: string, ownerId: string): Promise<Session> {
    const { store, clock, log, interviewerFor, observerFor = () => null, onEnded, limits = unlimited } = this.#options
    const record = await LiveRecord.load(store, interviewId, ownerId)
    if (record === null) throw new Error(`interview ${interviewId} vanished while it was opened`)
    return new Session({
      record,
      interviewer: interviewerFor(record.interview),
      observer: observerFor(record.interview),
      limits,
      clock,
      log,
      onEnded,
      onIdle: () => this.#live.delete(interviewId),
    })
  }
}

/** Those that could be loaded at all. */
async function stopAll(live: readonly Promise<Session>[]): Promise<void> {
  const sessions = await Promise.allSettled(live)
  await Promise.all(sessions.map((loaded) => (loaded.status === 'fulfilled' ? loaded.value.close() : undefined)))
}
