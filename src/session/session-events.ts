import type { Turn } from '#src/domain/turn.ts'
import type { Pad, PadLanguage } from '#src/domain/workspace.ts'

/** What goes with a turn, as a connection names it: the board by its revision. */
export type SaidArtifact =
  | { kind: 'board'; revision: number }
  | { kind: 'code'; text: string; language: PadLanguage }
  | { kind: 'sql' | 'sql-result' | 'case-results'; text: string }

/** What a connection asks of a session. Ids are made once by the browser and kept through retries. */
export type SessionCommand =
  | { type: 'say'; clientTurnId: string; text: string; artifacts?: SaidArtifact[] | undefined }
  | { type: 'draft'; text: string }
  | ({ type: 'pad' } & Pad)
  /** Something is written that is not told as a draft. */
  | { type: 'typing' }
  | { type: 'hint' | 'coach' | 'pause' | 'resume' | 'end' | 'interrupt'; command: string }

/** What is written and not said yet: kept with the interview, and told to the other connections. */
export type Unsent = Extract<SessionCommand, { type: 'draft' | 'pad' }>

export type SessionErrorCode =
  | 'empty-turn'
  | 'limit-reached'
  | 'id-reused'
  | 'board-unknown'
  | 'not-running'
  | 'not-paused'
  | 'no-hint'
  | 'no-coaching'
  | 'not-stored'
  | 'internal'

/** Where the interview stands, for clocks and phase lines. */
export interface Standing {
  state: 'awaiting-candidate' | 'interviewer-speaking' | 'paused' | 'ended'
  /** Running interview time, milliseconds; in all, milliseconds. */
  elapsedMs: number
  totalMs: number
  /** True while the clock runs. */
  running: boolean
  /** Index into the schedule. */
  phase: number
  /** The connection that sent the last command; null before any. */
  drivenBy: string | null
  /** Something the candidate should know now; null when there is nothing. */
  notice: string | null
  /** Rung given last in this phase, and whether another can be asked for now. */
  hint: { rung: number | null; available: boolean }
  /** Whether coaching on the last answer can be asked for now. */
  coach: boolean
}

/** An utterance being spoken: the number its turn will have, which attempt it is, the words so far. */
export interface Partial {
  turn: number
  attempt: number
  text: string
}

/** What happened, in order: told to every connection, and kept so that one that comes back can be told what it missed. */
export type LoggedEvent =
  | { type: 'turn-stored'; clientTurnId: string; turn: Turn }
  | { type: 'utterance-start'; turn: number; attempt: number }
  /** `offset`: UTF-16 length of the utterance before this piece. */
  | { type: 'utterance-delta'; turn: number; attempt: number; offset: number; text: string }
  | { type: 'utterance-end'; attempt: number; turn: Turn }
  | { type: 'utterance-failed'; turn: number; attempt: number; message: string }
  | { type: 'state'; standing: Standing; command: string | null }
  | { type: 'draft'; connection: string; text: string }
  | ({ type: 'pad'; connection: string } & Pad)
  | { type: 'board'; connection: string; revision: number }

/** A position in the log of one live session. */
export interface Position {
  epoch: string
  seq: number
}

export type SessionEvent =
  | { type: 'welcome'; epoch: string; resumed: boolean }
  | (Position & {
      type: 'snapshot'
      turns: Turn[]
      partial: Partial | null
      standing: Standing
      draft: string
      pads: Pad[]
      board: { revision: number } | null
    })
  | (Position & LoggedEvent)
  | { type: 'error'; code: SessionErrorCode; message: string; clientTurnId?: string; command?: string }

/** One browser socket, as a session sees it. `send` must not throw. */
export interface Subscriber {
  connection: string
  send(event: SessionEvent): void
}

/** A connection's end of a session. */
export interface Attachment {
  /** Carries out a command. Never throws: what is refused is told to this connection alone. */
  handle(command: SessionCommand): void
  detach(): void
}
