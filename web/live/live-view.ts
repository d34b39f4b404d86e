import { type Attachment, attachmentsOf } from './attachments.ts'
import type { KeptWords, UnsentTurn } from './kept-words.ts'
import type { LiveAttachments } from './live-attachments.ts'
import type { ConnectionStatus } from './live-connection.ts'
import type { LivePads, ShownPads } from './live-pads.ts'
import { emptyRoom, type RoomState } from './room-state.ts'

export type CommandKind = 'hint' | 'coach' | 'pause' | 'resume' | 'end' | 'interrupt'

/** Everything the room shows of a live interview. A new object for each change. */
export interface LiveView {
  room: RoomState
  status: ConnectionStatus
  /** Id of this tab, as the standing's `drivenBy` names it. */
  connection: string
  /** What the composer holds. */
  draft: string
  /** The draft is another tab's, shown here as it is typed there. */
  isMirrored: boolean
  /** The server has the draft as it stands. */
  isDraftSaved: boolean
  /** Sent and not yet acknowledged: its words stay in the composer. */
  unsent: UnsentTurn | null
  /** An answer waits for the board that goes with it to be stored. */
  isPreparing: boolean
  pads: ShownPads
  /** What can go with the next answer, and what does. */
  attachments: readonly Attachment[]
  pending: ReadonlySet<CommandKind>
  /** What the server refused last, in its words; null once something else is tried. */
  refusal: string | null
}

/** What shows before anything came: what this browser kept. */
export function firstView({ words, connection }: { words: KeptWords; connection: string }): LiveView {
  const unsent = words.readUnsent()
  return {
    room: emptyRoom,
    status: { kind: 'connecting' },
    connection,
    draft: unsent?.text ?? words.readDraft(),
    isMirrored: false,
    isDraftSaved: false,
    unsent,
    isPreparing: false,
    pads: {},
    attachments: [],
    pending: new Set(),
    refusal: null,
  }
}

/** The view with its pads, and what of the workspace goes with the next answer, as they stand now. */
export function withWorkspace(view: LiveView, workspace: { pads: LivePads; attachments: LiveAttachments }): LiveView {
  const { room, connection, unsent } = view
  const { choices, result, caseRun, isDrawing } = workspace.attachments
  const pads = workspace.pads.shown(room, connection)
  const sent = unsent === null ? null : (unsent.artifacts ?? [])
  return { ...view, pads, attachments: attachmentsOf({ ...room, pads, choices, result, caseRun, isDrawing, sent }) }
}
