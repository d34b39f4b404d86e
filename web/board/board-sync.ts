import { retryDelay } from '../live/retry-delay.ts'
import type { KeptBoard } from './kept-board.ts'
import type { KeptElement } from './kept-element.ts'
import { type StoredScene, sceneToStore } from './scene-to-store.ts'
import { sceneVersion } from './scene-version.ts'

/** How what is drawn here stands to what the server has. */
export type BoardStatus =
  | { kind: 'loading' }
  /** Nothing is drawn, and nothing ever was. */
  | { kind: 'empty' }
  /** `leftOut`: a sentence on what the server did not keep of it, the first time that it says so. */
  | { kind: 'saved'; revision: number; leftOut?: string }
  /** Drawn and not yet sent: it waits for the hand to rest. */
  | { kind: 'changed' }
  | { kind: 'saving' }
  /** Kept in this browser, and tried again without being asked. */
  | { kind: 'not-saved'; why: string }
  /** Kept in this browser, and tried again when something was removed. */
  | { kind: 'too-large'; why: string }
  /** The interview is over. */
  | { kind: 'closed' }

export type BoardRead = { kind: 'read'; revision: number; elements: KeptElement[] } | { kind: 'none' } | BoardFailure
export type BoardWrite =
  | { kind: 'stored'; revision: number; leftOut: string | null }
  | { kind: 'moved' }
  | { kind: 'closed' }
  | BoardFailure
interface BoardFailure {
  kind: 'failed'
  /** A sentence that can be shown. */
  message: string
}

export interface BoardSyncOptions {
  store: { read(): Promise<BoardRead>; write(board: { base: number | null; scene: StoredScene }): Promise<BoardWrite> }
  drawing: {
    /** With those that were removed. */
    elements(): readonly KeptElement[]
    /** Brings in what was drawn elsewhere; the newer version of each element stays. */
    merge(elements: readonly KeptElement[]): void
  }
  kept: KeptBoard
  timers: { now(): number; after(ms: number, run: () => void): () => void }
  random(): number
  onStatus(status: BoardStatus): void
}

const restMs = 1_000
const longestMs = 5_000
const keepMs = 300
/** How often in a row another tab may have been faster before it is left for later. */
const mostMerges = 5
const outrun = 'Another tab was faster each time.'
const closedBefore = 'The board was closed before it was stored.'

/** Keeps one drawing and the server's newest board of the interview the same. One request at a time; nothing is sent when nothing changed. */
export class BoardSync {
  readonly #options: BoardSyncOptions
  #base: number | null = null
  #isLoaded = false
  /** Version of the drawing that the server is known to have. */
  #stored = sceneVersion([])
  #seen = sceneVersion([])
  #known: ReadonlySet<string> = new Set()
  #status: BoardStatus = { kind: 'loading' }
  #work: Promise<void> = Promise.resolve()
  #cancelSave: (() => void) | null = null
  #cancelKeep: (() => void) | null = null
  #changedAt: number | null = null
  #failures = 0
  /** What was not kept: shown until something is drawn again, and never the same twice. */
  #leftOut: string | null = null
  readonly #saidLeftOut = new Set<string>()
  #isClosed = false
  /** What was drawn when the pad was closed: it is stored once more, and nothing can be merged into it. */
  #left: readonly KeptElement[] | null = null

  constructor(options: BoardSyncOptions) {
    this.#options = options
  }

  /** Loads the newest board, of which `newest` is the revision if there is one, and what this tab had drawn and not saved. */
  start(newest: number | null): Promise<void> {
    return this.#after(() => this.#load(newest === null ? { kind: 'none' } : null))
  }

  /** To be called whenever something may have been drawn. True when something was. */
  changed(): boolean {
    const version = sceneVersion(this.#elements())
    if (this.#isClosed || version === this.#seen) return false
    this.#seen = version
    this.#leftOut = null
    if (this.#status.kind === 'loading') return true
    this.#cancelKeep ??= this.#options.timers.after(keepMs, () => this.keep())
    // While a failed request waits for its next attempt, that attempt takes this change along.
    if (this.#failures > 0) return true
    this.#saveWhenRested()
    if (this.#status.kind !== 'saving') this.#say({ kind: 'changed' })
    return true
  }

  /** Another tab has stored a board. */
  moved(revision: number): void {
    if (this.#isClosed) return
    void this.#after(async () => {
      if (this.#isLoaded && revision > (this.#base ?? 0)) await this.#takeNewest()
    })
  }

  /** Sends what is unsent, once, and gives the revision that stands on the server then; null when there is none. Rejects when not all of it could be stored. */
  async flush(): Promise<number | null> {
    await this.#after(() => this.#save())
    const why = this.#whyUnstored()
    if (why !== null) throw new Error(why)
    return this.#base
  }

  /** The line is back: what failed is tried now. */
  retry(): void {
    if (this.#failures > 0) void this.#after(() => this.#save())
  }

  /** Keeps what is not saved in the browser, at once. */
  keep(): void {
    this.#cancelKeep?.()
    this.#cancelKeep = null
    const elements = this.#elements()
    if (!this.#isClosed && sceneVersion(elements) !== this.#stored) this.#options.kept.keep(elements)
  }

  /** The pad is closed: what is unsent goes once more, and is kept here if it cannot be stored. */
  close(): void {
    this.keep()
    this.#left = this.#elements()
    void this.#after(() => this.#save()).finally(() => {
      this.#isClosed = true
      this.#stopWaiting()
    })
  }

  #whyUnstored(): string | null {
    if (this.#left !== null) return sceneVersion(this.#left) === this.#stored ? null : closedBefore
    return this.#status.kind === 'not-saved' || this.#status.kind === 'too-large' ? this.#status.why : null
  }

  #elements(): readonly KeptElement[] {
    return this.#left ?? this.#options.drawing.elements()
  }

  async #load(known: BoardRead | null = null): Promise<void> {
    const { store, drawing, kept } = this.#options
    // Before anything else: what is kept next takes its place.
    const mine = kept.read()
    if (mine !== null) drawing.merge(mine)
    const read = known ?? (await store.read())
    if (this.#isClosed || this.#left !== null) return
    if (read.kind === 'failed') return this.#failed(read.message)
    if (read.kind === 'read') this.#take(read)
    this.#isLoaded = true
    this.#failures = 0
    this.#settle()
  }

  async #save(): Promise<void> {
    this.#stopWaiting()
    if (!this.#isLoaded && this.#left === null) await this.#load()
    if (!this.#isLoaded) return
    for (let merges = 0; merges < mostMerges; merges++) {
      this.#stopWaiting()
      const elements = this.#elements()
      const version = sceneVersion(elements)
      if (version === this.#stored) return this.#settle()
      const fitting = sceneToStore(elements, this.#known)
      if (fitting.kind === 'too-large') {
        this.keep()
        return this.#say(fitting)
      }
      this.#say({ kind: 'saving' })
      const written = await this.#options.store.write({ base: this.#base, scene: fitting.scene })
      if (written.kind === 'failed') return this.#failed(written.message)
      this.#failures = 0
      if (written.kind === 'closed') return this.#end()
      if (written.kind === 'stored') {
        this.#base = written.revision
        this.#noteLeftOut(written.leftOut)
        this.#stored = version
        this.#known = new Set([...this.#known, ...elements.map(({ id }) => id)])
        return this.#settle()
      }
      if (this.#left !== null || !(await this.#takeNewest())) return
    }
    this.#failed(outrun)
  }

  /** False when the newest board could not be read. */
  async #takeNewest(): Promise<boolean> {
    const read = await this.#options.store.read()
    if (this.#isClosed || this.#left !== null) return false
    if (read.kind === 'failed') {
      this.#failed(read.message)
      return false
    }
    if (read.kind === 'read') this.#take(read)
    this.#settle()
    return true
  }

  #take({ revision, elements }: { revision: number; elements: KeptElement[] }): void {
    const { drawing } = this.#options
    const hadAllStored = sceneVersion(this.#elements()) === this.#stored
    drawing.merge(elements)
    this.#base = revision
    // Putting a scene in order may count versions up; with nothing of one's own in it that is no change.
    this.#stored = sceneVersion(hadAllStored ? this.#elements() : elements)
    this.#known = new Set([...this.#known, ...elements.map(({ id }) => id)])
  }

  /** Says where the drawing stands now, and has it saved when it has moved on. */
  #settle(): void {
    this.#seen = sceneVersion(this.#elements())
    if (this.#seen !== this.#stored) {
      this.#saveWhenRested()
      this.#say({ kind: 'changed' })
      return
    }
    this.#stopWaiting()
    this.#options.kept.clear()
    const leftOut = this.#leftOut === null ? {} : { leftOut: this.#leftOut }
    this.#say(this.#base === null ? { kind: 'empty' } : { kind: 'saved', revision: this.#base, ...leftOut })
  }

  #noteLeftOut(leftOut: string | null): void {
    if (leftOut === null || this.#saidLeftOut.has(leftOut)) return
    this.#saidLeftOut.add(leftOut)
    this.#leftOut = leftOut
  }

  #saveWhenRested(): void {
    const { timers } = this.#options
    const now = timers.now()
    this.#changedAt ??= now
    this.#cancelSave?.()
    const wait = Math.max(0, Math.min(restMs, this.#changedAt + longestMs - now))
    this.#cancelSave = timers.after(wait, () => void this.#after(() => this.#save()))
  }

  #failed(why: string): void {
    this.keep()
    this.#failures += 1
    this.#cancelSave?.()
    const wait = retryDelay(this.#failures, this.#options.random())
    this.#cancelSave = this.#options.timers.after(wait, () => void this.#after(() => this.#save()))
    this.#say({ kind: 'not-saved', why })
  }

  #stopWaiting(): void {
    this.#cancelSave?.()
    this.#cancelSave = null
    this.#changedAt = null
  }

  #end(): void {
    this.#isClosed = true
    this.#stopWaiting()
    this.#say({ kind: 'closed' })
  }

  #say(status: BoardStatus): void {
    if (this.#left !== null || (this.#isClosed && status.kind !== 'closed')) return
    this.#status = status
    this.#options.onStatus(status)
  }

  #after(work: () => Promise<void>): Promise<void> {
    const done = this.#work.then(() => (this.#isClosed ? undefined : work()))
    // What went wrong is told to who waits for it; the next request has its turn all the same.
    this.#work = done.catch(() => undefined)
    return done
  }
}
