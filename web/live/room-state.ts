import type { Pad, PadKind } from '#src/domain/workspace.ts'
import type { BoardAt, ShownTurn, Standing } from '#src/protocol/frames.ts'

/** What the interviewer is saying: the words of one attempt so far. */
export interface Utterance {
  turn: number
  attempt: number
  text: string
  /** Why this attempt broke off; null while it goes well. Its words go when the next attempt starts. */
  failed: string | null
}

/** One interview as this tab knows it from the frames it has applied. */
export interface RoomState {
  /** Position in the server's log; null before the first snapshot. */
  position: { epoch: string; seq: number } | null
  turns: readonly ShownTurn[]
  utterance: Utterance | null
  standing: Standing | null
  /** When the standing came, milliseconds of the page's own clock: the interview's clock counts on from here. */
  standingAt: number
  /** The unsent draft as the server has it, and which tab typed it (null: it came with a snapshot). */
  draft: { text: string; connection: string | null }
  /** The pads as the server has them, and which tab wrote each (null: it came with a snapshot). */
  pads: { [Kind in PadKind]?: { pad: Pad; connection: string | null } }
  /** The newest board, and which tab drew it; null while there is none. */
  board: (BoardAt & { connection: string | null }) | null
  /** Something was missed: nothing of the log is applied until a snapshot comes. */
  resync: boolean
}

export const emptyRoom: RoomState = {
  position: null,
  turns: [],
  utterance: null,
  standing: null,
  standingAt: 0,
  draft: { text: '', connection: null },
  pads: {},
  board: null,
  resync: false,
}
