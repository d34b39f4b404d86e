import type { Clock } from '#src/domain/clock.ts'
import type { Cue, Interviewer, SpeakEvent, SpeakRequest } from '#src/interviewer/interviewer.ts'
import type { LoggedEvent, Partial } from './session-events.ts'

/** A reader does not notice it, and words that come quickly go out in fewer frames. */
const gatherMs = 80

/** How an utterance ended, when it was not aborted. */
export type UtteranceEnd =
  | { kind: 'spoken'; event: Extract<SpeakEvent, { type: 'spoken' }> }
  | { kind: 'failed'; message: string; cause?: unknown }

interface UtteranceOptions {
  interviewer: Interviewer
  request: Omit<SpeakRequest, 'signal'>
  /** The number that the interviewer's turn will have. */
  turn: number
  clock: Clock
  emit: (event: LoggedEvent) => void
  onNotice: (notice: string) => void
}

/** One utterance while it is spoken: its words so far, told at once, but in pieces of at most one every 80 ms. */
export class Utterance {
  readonly cue: Cue
  readonly #options: UtteranceOptions
  readonly #abort = new AbortController()
  /** As the signal says, which takes longer to say it: it is asked for every piece. */
  #isCut = false
  #attempt = 1
  #told = ''
  /** Apart from what was told: cut out of the whole, each piece would have kept a copy of the whole alive. */
  #held = ''
  #toldAt = Number.NEGATIVE_INFINITY
  #cancelFlush: (() => void) | null = null

  constructor(options: UtteranceOptions) {
    this.#options = options
    this.cue = options.request.cue
  }

  get partial(): Partial {
    return { turn: this.#options.turn, attempt: this.#attempt, text: this.#told }
  }

  /** Speaks to the end. Null after an abort. */
  async speak(): Promise<UtteranceEnd | null> {
    const { interviewer, request } = this.#options
    this.#tellStart()
    try {
      for await (const event of interviewer.speak({ ...request, signal: this.#abort.signal })) {
        if (this.#isCut) return null
        if (event.type === 'words') this.#add(event.text)
        else if (event.type === 'restart') this.#restart(event.notice)
        else if (event.type === 'failed') return { kind: 'failed', message: event.message }
        else return { kind: 'spoken', event }
      }
    } catch (cause) {
      return { kind: 'failed', message: 'The interviewer could not answer because of an error in the program.', cause }
    }
    if (this.#isCut) return null
    return { kind: 'failed', message: 'The interviewer stopped without an answer.' }
  }

  /** Tells the words that are still held back. */
  flush(): void {
    this.#cancelFlush?.()
    this.#cancelFlush = null
    if (this.#held === '') return
    const { turn, emit, clock } = this.#options
    const offset = this.#told.length
    const text = this.#held
    this.#toldAt = clock.now()
    this.#told += text
    this.#held = ''
    emit({ type: 'utterance-delta', turn, attempt: this.#attempt, offset, text })
  }

  /** Ends it here; returns the words that were told. */
  cut(): string {
    this.#isCut = true
    this.#abort.abort()
    this.#cancelFlush?.()
    return this.#told
  }

  get attempt(): number {
    return this.#attempt
  }

  #add(text: string): void {
    this.#held += text
    // The first words are waited for, and so are those after a pause: they go out at once.
    const left = this.#toldAt + gatherMs - this.#options.clock.now()
    if (left <= 0) this.flush()
    else this.#cancelFlush ??= this.#options.clock.after(Math.min(left, gatherMs), () => this.flush())
  }

  #restart(notice: string | null): void {
    this.#cancelFlush?.()
    this.#cancelFlush = null
    this.#attempt++
    this.#told = ''
    this.#held = ''
    this.#toldAt = Number.NEGATIVE_INFINITY
    if (notice !== null) this.#options.onNotice(notice)
    this.#tellStart()
  }

  #tellStart(): void {
    this.#options.emit({ type: 'utterance-start', turn: this.#options.turn, attempt: this.#attempt })
  }
}
