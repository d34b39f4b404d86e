import type { StreamPart } from './model.ts'
import type { ModelClock } from './watch.ts'

/** Two or three tokens of a usual model come in that time, and a reader does not notice it. */
const gatherMs = 80
/** Who listens for whole sentences need not wait for the words behind them. */
const endOfSentence = /[.!?؟।]["'”’»“)]*\s+\S|[。！？\n]/
const perhapsEnd = /[.!?؟।]["'”’»“)]*\s*$/

/** What a stream is made from. */
export interface TextSource {
  /** Called when the first part is asked for; gives the part that ends the stream. Rejects for a fault of ours only. */
  begin(onText: (text: string) => void): Promise<StreamPart>
  /** The listener has stopped listening. */
  stop(): void
}

type Result = IteratorResult<StreamPart, undefined>

/**
 * Parts as they come, for one listener: the first text at once, then text at most every 80 ms, or as soon as it ends a sentence. All that passes from
 * hand to hand between a token and the candidate is passed less often so. Text that comes while the listener is busy is handed on together. Written
 * by hand and not as an async generator, which goes several times through the queue of promises for every token.
 */
export function textStream(source: TextSource, clock: ModelClock): AsyncIterable<StreamPart> {
  return { [Symbol.asyncIterator]: () => partsOf(source, clock) }
}

function partsOf(source: TextSource, clock: ModelClock): AsyncIterator<StreamPart, undefined> {
  let begun: Promise<void> | null = null
  let waiting = ''
  /** How many pieces of the source are waiting. */
  let chunks = 0
  /** What was handed on last, as far as the next words may make a sentence's end of it. */
  let before = ''
  let toldAt = Number.NEGATIVE_INFINITY
  let cancelTimer: (() => void) | null = null
  /** How it ended; `isTold` once the listener knows. */
  let end: { last: StreamPart; isTold: boolean } | { fault: unknown } | null = null
  let listener: { hear(result: Result): void; fail(fault: unknown): void } | null = null

  /** Hands on what there is, if anybody waits for it. */
  const tell = () => {
    if (listener === null || (waiting === '' && end === null)) return
    if (end === null && isGathering()) return
    const { hear, fail } = listener
    listener = null
    if (waiting !== '') hear(textSoFar())
    else if (end === null || 'fault' in end) fail(end?.fault)
    else if (end.isTold) hear({ done: true, value: undefined })
    else {
      end.isTold = true
      hear({ done: false, value: end.last })
    }
  }
  const isGathering = (): boolean => {
    const left = toldAt + gatherMs - clock.now()
    if (left <= 0 || endOfSentence.test(before + waiting)) return false
    cancelTimer ??= clock.after(Math.min(left, gatherMs), () => {
      cancelTimer = null
      toldAt = Number.NEGATIVE_INFINITY
      tell()
    })
    return true
  }
  const textSoFar = (): Result => {
    cancelTimer?.()
    cancelTimer = null
    const value: StreamPart = { type: 'text', text: waiting, ...(chunks > 1 && { chunks }) }
    toldAt = clock.now()
    before = perhapsEnd.exec(waiting)?.[0] ?? ''
    waiting = ''
    chunks = 0
    return { done: false, value }
  }
  const begin = () =>
    source
      .begin((text) => {
        waiting += text
        chunks += 1
        tell()
      })
      .then(
        (last) => {
          end = { last, isTold: false }
          tell()
        },
        (fault: unknown) => {
          end = { fault }
          tell()
        },
      )

  return {
    next: () => {
      begun ??= begin()
      return new Promise((hear, fail) => {
        listener = { hear, fail }
        tell()
      })
    },
    return: async () => {
      cancelTimer?.()
      source.stop()
      await begun
      if (end !== null && 'fault' in end) throw end.fault
      return { done: true, value: undefined }
    },
  }
}
