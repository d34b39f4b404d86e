import type { Clock } from '#src/domain/clock.ts'
import { maxPadLength, type Pad, type PadKind, padKindSchema } from '#src/domain/workspace.ts'
import type { ClientFrame, ServerFrame } from '#src/protocol/frames.ts'
import { fitsFrame, frameBytes } from './frame-size.ts'
import type { KeptWords } from './kept-words.ts'
import type { RoomState } from './room-state.ts'
import { TypingRest } from './typing-rest.ts'

/** A pad as this tab shows it. */
export interface ShownPad {
  pad: Pad
  /** Written in another tab, and shown here as it is written there. */
  isMirrored: boolean
  /** The server is known to have it as it stands. */
  isSaved: boolean
}

export type ShownPads = { [Kind in PadKind]?: ShownPad }

interface LivePadsOptions {
  clock: Clock
  words: Pick<KeptWords, 'readPad' | 'keepPad'>
  send(frame: ClientFrame): boolean
  /** False while nothing can be stored: no line, or the interview is over. */
  isOpen(): boolean
  onChange(): void
}

/** What was written here and has not come back from the server as stored. */
interface Writing {
  pad: Pad
  /** Found in the browser's storage: another tab may have brought it to the server meanwhile. */
  isRestored: boolean
}

const tryAgainMs = 15_000

/**
 * The pads of one interview in this tab. What is written here counts until the server has told it back; only then are other tabs
 * believed. So who wrote last is who everybody shows, and nothing is given up for a frame that was lost or refused.
 */
export class LivePads {
  private readonly options: LivePadsOptions
  private readonly writing = new Map<PadKind, Writing>()
  private readonly rests: Record<PadKind, TypingRest>
  private readonly cancelRetry: Record<PadKind, () => void> = { code: () => {}, sql: () => {} }

  constructor(options: LivePadsOptions) {
    this.options = options
    this.rests = {
      code: new TypingRest(options.clock, () => this.flush('code')),
      sql: new TypingRest(options.clock, () => this.flush('sql')),
    }
    for (const kind of padKindSchema.options) {
      const pad = options.words.readPad(kind)
      if (pad !== null) this.writing.set(kind, { pad, isRestored: true })
    }
  }

  shown(room: RoomState, connection: string): ShownPads {
    const shown: ShownPads = {}
    for (const kind of padKindSchema.options) {
      const here = this.writing.get(kind)
      const stored = room.pads[kind]
      if (here !== undefined) shown[kind] = { pad: here.pad, isMirrored: false, isSaved: false }
      else if (stored !== undefined)
        shown[kind] = {
          pad: stored.pad,
          isMirrored: stored.connection !== null && stored.connection !== connection,
          isSaved: true,
        }
    }
    return shown
  }

  /** A pad changed under the candidate's hands. */
  write(pad: Pad): void {
    this.options.words.keepPad(pad.pad, pad)
    this.writing.set(pad.pad, { pad, isRestored: false })
    this.rests[pad.pad].note()
    this.options.onChange()
  }

  /** The server stored a pad, for this tab or for another. */
  stored(frame: Extract<ServerFrame, { type: 'pad' }>): void {
    const here = this.writing.get(frame.pad)
    if (here !== undefined && isSame(here.pad, frame)) this.settle(frame.pad)
  }

  /** A snapshot came: what it has is stored, what it lacks is sent. */
  compare(pads: readonly Pad[]): void {
    for (const [kind, { pad, isRestored }] of this.writing) {
      const stored = pads.find((one) => one.pad === kind)
      const isStored = stored !== undefined && isSame(pad, stored)
      const wasBrought = isRestored && this.options.words.readPad(kind) === null
      if (isStored || wasBrought) this.settle(kind)
      else this.flush(kind)
    }
  }

  /** Sends whatever the server is not known to have. */
  flushAll(): void {
    for (const kind of [...this.writing.keys()]) this.flush(kind)
  }

  stop(): void {
    for (const kind of padKindSchema.options) this.rest(kind)
  }

  private flush(kind: PadKind): void {
    this.rest(kind)
    const here = this.writing.get(kind)
    if (here === undefined || !this.options.isOpen()) return
    const frame: ClientFrame = { type: 'pad', ...here.pad }
    // Too long to be stored: it stays in this browser until it is shorter, and counts as writing.
    if (here.pad.text.length > maxPadLength || !fitsFrame(frameBytes(frame))) return void this.options.send({ type: 'typing' })
    this.options.send(frame)
    this.cancelRetry[kind] = this.options.clock.after(tryAgainMs, () => this.flush(kind))
  }

  private settle(kind: PadKind): void {
    this.rest(kind)
    this.writing.delete(kind)
    this.options.words.keepPad(kind, null)
    this.options.onChange()
  }

  private rest(kind: PadKind): void {
    this.rests[kind].stop()
    this.cancelRetry[kind]()
  }
}

const isSame = (left: Pick<Pad, 'text' | 'language'>, right: Pick<Pad, 'text' | 'language'>): boolean =>
  left.text === right.text && left.language === right.language
