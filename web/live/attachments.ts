import { isBlank } from '#src/domain/turn.ts'
import type { SaidArtifact, ShownTurn } from '#src/protocol/frames.ts'
import { caseRunText, wasTold } from './case-run.ts'
import type { CaseRun } from './kept-words.ts'
import type { ShownPads } from './live-pads.ts'
import type { RoomState } from './room-state.ts'

export type AttachmentKind = SaidArtifact['kind']

/** Something of the workspace that can go with an answer. */
export interface Attachment {
  kind: AttachmentKind
  /** As it would go now; null: a board whose newest strokes are not known to be stored. */
  artifact: SaidArtifact | null
  /** It goes with the next answer. */
  isAttached: boolean
}

/** What the candidate chose, kind by kind; what is unsaid goes by whether it changed. */
export type AttachmentChoices = { readonly [Kind in AttachmentKind]?: boolean }

interface WorkspaceAt {
  turns: readonly ShownTurn[]
  pads: ShownPads
  board: RoomState['board']
  /** Something was drawn that is not stored, or stored and not told yet. */
  isDrawing: boolean
  /** What the database answered last; empty when nothing was asked. */
  result: string
  /** What the question's cases came to last; null when they were not run. */
  caseRun: CaseRun | null
  choices: AttachmentChoices
  /** What went with a turn that is on its way; null while none is. */
  sent: readonly SaidArtifact[] | null
}

/** What can go with the next answer. Chosen by default: what changed since it last went with a turn. */
export function attachmentsOf(at: WorkspaceAt): Attachment[] {
  const { code, sql } = at.pads
  const { caseRun } = at
  const found: Omit<Attachment, 'isAttached'>[] = []
  if (at.isDrawing) found.push({ kind: 'board', artifact: null })
  else if (at.board !== null) found.push({ kind: 'board', artifact: { kind: 'board', revision: at.board.revision } })
  if (code !== undefined && !isBlank(code.pad.text)) {
    const { text, language } = code.pad
    found.push({ kind: 'code', artifact: { kind: 'code', text, language } })
    if (caseRun !== null)
      found.push({ kind: 'case-results', artifact: { kind: 'case-results', text: caseRunText(caseRun, text) } })
  }
  if (sql !== undefined && !isBlank(sql.pad.text)) found.push({ kind: 'sql', artifact: { kind: 'sql', text: sql.pad.text } })
  if (!isBlank(at.result)) found.push({ kind: 'sql-result', artifact: { kind: 'sql-result', text: at.result } })
  return found.map(({ kind, artifact }) => ({
    kind,
    artifact,
    isAttached:
      at.sent === null
        ? (at.choices[kind] ?? (artifact === null || hasChanged(artifact, at)))
        : at.sent.some((one) => one.kind === kind),
  }))
}

/** Whether it differs from what went with the last of the candidate's turns that had one. */
function hasChanged(artifact: SaidArtifact, { turns, caseRun }: WorkspaceAt): boolean {
  const turn = turns.findLast(
    ({ speaker, artifacts }) => speaker === 'candidate' && artifacts.some(({ kind }) => kind === artifact.kind),
  )
  const last = turn?.artifacts.find(({ kind }) => kind === artifact.kind)
  if (turn === undefined || last === undefined) return true
  if (artifact.kind === 'case-results') return caseRun !== null && !wasTold(caseRun, { turn, turns, now: artifact.text })
  if (artifact.kind === 'board') return artifact.revision !== last.revision
  if (artifact.kind === 'code' && artifact.language !== last.language) return true
  return artifact.text !== last.text
}
