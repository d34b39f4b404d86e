import type { Artifact } from '#src/domain/turn.ts'
import type { BoardPicture, Pad, PadKind } from '#src/domain/workspace.ts'
import type { Store } from '#src/store/store.ts'
import type { SaidArtifact } from './session-events.ts'

/** What stands beside one conversation, in memory: its pads as they are stored, and which board is the newest. */
export class LiveWorkspace {
  readonly #store: Store
  readonly #interviewId: string
  readonly #pads: Map<PadKind, Pad>
  #board: number | null

  private constructor(store: Store, interviewId: string, stored: { pads: Pad[]; board: number | null }) {
    this.#store = store
    this.#interviewId = interviewId
    this.#pads = new Map(stored.pads.map((pad) => [pad.pad, pad]))
    this.#board = stored.board
  }

  static async load(store: Store, interviewId: string): Promise<LiveWorkspace> {
    const [pads, board] = [await store.listPads(interviewId), await store.newestBoard(interviewId)]
    return new LiveWorkspace(store, interviewId, { pads, board })
  }

  /** As a connection that joins is told of it. */
  get shown(): { pads: Pad[]; board: { revision: number } | null } {
    return { pads: [...this.#pads.values()], board: this.#board === null ? null : { revision: this.#board } }
  }

  /** Stores a pad, unless it stands there already. */
  async keep({ pad, text, language }: Pad): Promise<void> {
    const known = this.#pads.get(pad)
    if (known?.text === text && known.language === language) return
    await this.#store.savePad(this.#interviewId, { pad, text, language })
    this.#pads.set(pad, { pad, text, language })
  }

  /** Told that a board was stored. False when that is known already. */
  noteBoard(revision: number): boolean {
    if (this.#board !== null && revision <= this.#board) return false
    this.#board = revision
    return true
  }

  /** Null when none is kept of that board. */
  async pictureOf(revision: number): Promise<BoardPicture | null> {
    return await this.#store.findBoardPicture(this.#interviewId, revision)
  }

  /** What goes with a turn, as it is stored. Null when it names a board that is not kept. */
  async artifactsOf(said: readonly SaidArtifact[]): Promise<Artifact[] | null> {
    const artifacts: Artifact[] = []
    for (const one of said) {
      if (one.kind !== 'board') {
        const { kind, text } = one
        artifacts.push({ id: kind, kind, text, ...(kind === 'code' ? { language: one.language } : {}) })
        continue
      }
      const text = await this.#store.findBoardText(this.#interviewId, one.revision)
      if (text === null) return null
      artifacts.push({ id: one.kind, kind: one.kind, text, revision: one.revision })
    }
    return artifacts
  }
}
