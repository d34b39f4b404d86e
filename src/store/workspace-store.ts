import type { InterviewRecord } from '#src/domain/interview-record.ts'
import type { BoardPicture, Pad } from '#src/domain/workspace.ts'

/** A board to be stored: `base` is the revision that it was drawn from, null where there was none. */
export interface NewBoard {
  base: number | null
  /** JSON. */
  scene: string
  /** The same in words. */
  text: string
}

export interface StoredBoard {
  revision: number
  scene: unknown
  text: string
}

/** A board out of a file, with the turn that names it. */
export type ImportedBoard = Omit<InterviewRecord['boards'][number], 'createdAt'>

/** `same`: the newest board is this one already. `moved`: the newest is another than it was drawn from. `over`: the interview has ended. `full`: those that went with a turn would be too large. */
export type BoardOutcome =
  | { kind: 'stored' | 'same'; revision: number }
  | { kind: 'moved'; revision: number | null }
  | { kind: 'over' | 'full' }

/** `no-board`: that board is not kept. `outdated`: the picture of a newer one is. `over`: the interview has ended. */
export type PictureOutcome = 'stored' | 'no-board' | 'outdated' | 'over'

/** The part of the store that is about what a candidate draws and writes beside the conversation. */
export interface WorkspaceStore {
  /** Stores it as the next revision, unless something is in the way. Of those that no turn names, the newest few stay. */
  saveBoard(interviewId: string, board: NewBoard): Promise<BoardOutcome>
  /** Null when nothing was drawn yet. */
  newestBoard(interviewId: string): Promise<number | null>
  /** Null when it is not kept. */
  findBoard(interviewId: string, revision: number): Promise<StoredBoard | null>
  /** In words, however damaged the drawing is. Null when it is not kept. */
  findBoardText(interviewId: string, revision: number): Promise<string | null>
  /** Keeps the picture of a board in the place of those of older ones, unless that of a newer one is there. All go with the end of the interview. */
  saveBoardPicture(interviewId: string, revision: number, picture: BoardPicture): Promise<PictureOutcome>
  /** Null when it is not kept. */
  findBoardPicture(interviewId: string, revision: number): Promise<BoardPicture | null>
  savePad(interviewId: string, pad: Pad): Promise<void>
  listPads(interviewId: string): Promise<Pad[]>
}
