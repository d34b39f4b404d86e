import type { Appeal } from '#src/domain/appeal.ts'
import type { GuideReading } from '#src/domain/guide-reading.ts'
import type { Imported } from '#src/domain/imported.ts'
import type { AskedQuestion, HeldContent, Interview } from '#src/domain/interview.ts'
import type { Note } from '#src/domain/note.ts'
import type { Redo } from '#src/domain/redo.ts'
import type { Score, Scorecard } from '#src/domain/score.ts'
import type { SelfRating } from '#src/domain/self-rating.ts'
import type { Turn } from '#src/domain/turn.ts'
import type { TurnNotes } from '#src/domain/turn-notes.ts'
import type { DeletionStore } from './deletion-store.ts'
import type { HistoryStore, PageRequest } from './history-store.ts'
import type { RecordStore } from './record-store.ts'
import type { ShareStore } from './share-store.ts'
import type { SpaceStore } from './space-store.ts'
import type { TokenPlace } from './token-rows.ts'
import type { ImportedBoard, WorkspaceStore } from './workspace-store.ts'

export interface NewTurn extends Omit<Turn, 'turn' | 'createdAt'> {}

/** What changes on an interview as it runs. */
export type InterviewPatch = Partial<Pick<Interview, 'status' | 'elapsedMs' | 'paused' | 'draft' | 'endedAt' | 'questions'>>

/** One row of the history page. */
export interface InterviewSummary {
  id: string
  track: Interview['track']
  level: Interview['level']
  mode: Interview['mode']
  company: Interview['company']
  language: Interview['language']
  minutes: number
  questions: Pick<AskedQuestion, 'id' | 'firstTurn'>[]
  prepared: Interview['prepared']
  title: string
  status: Interview['status']
  elapsedMs: number
  turns: number
  createdAt: number
  endedAt: number | null
  scoring: ScoringJob | null
  recommendation: Scorecard['recommendation']
  /** Null for an interview that was held here. */
  imported: Pick<Imported, 'format' | 'fileName'> | null
  /** Whether a scorecard of it was shown. */
  isOpened: boolean
}

export interface ScoringJob {
  id: string
  interviewId: string
  scorer: 'rule-based' | 'model'
  status: 'queued' | 'running' | 'done' | 'failed' | 'too-short'
  /** Criteria (times questions) decided so far, and in all. */
  done: number
  total: number
  /** Criteria finished, for the progress screen: names only, never ratings. */
  finished: string[]
  error: string | null
  createdAt: number
}

/** The newest scorecard of an interview, and the job that made it. */
export interface StandingScorecard {
  jobId: string
  scorecard: Scorecard
}

export interface JudgedAppeal {
  interviewId: string
  /** The job whose scorecard was appealed. */
  against: string
  appeal: Appeal
  /** What it led to, as a job of its own; null when it was refused. */
  made: { job: ScoringJob; scorecard: Scorecard } | null
}

/** Interviews that one import made, each with its turns. */
export interface NewImport {
  ownerId: string
  /** Given by the client. */
  importId: string
  /** Of the request: the same id with another body is refused. */
  bodyHash: string
  interviews: readonly {
    interview: Interview
    content: HeldContent
    turns: readonly NewTurn[]
    boards: readonly ImportedBoard[]
  }[]
}

/** All turns of an imported interview as they are to be, numbered from 1, and where its questions begin then. */
export interface TranscriptCorrection {
  /** The revision that it was made from. */
  from: number
  turns: readonly Turn[]
  questions: readonly AskedQuestion[]
}

/** A command that was accepted before, so that a repetition does nothing. */
export type CommandClaim = 'new' | 'repeated' | 'id-used-for-another'

/**
 * Everything durable. Asynchronous, so that another database can stand behind it; one call is one transaction, and a promise that resolves
 * means committed. Rejects with StoreError when the database fails or a row in it is damaged, with NotFoundError when what is written belongs to an
 * interview or a job that is not there. `ownerId` is compared wherever one is given.
 */
export interface Store extends ShareStore, HistoryStore, SpaceStore, RecordStore, DeletionStore, WorkspaceStore {
  createInterview(interview: Interview, content: HeldContent): Promise<void>
  /** Null when it does not exist or belongs to another owner. */
  findInterview(id: string, ownerId: string): Promise<Interview | null>
  /** Whose it is, for work in the background; null when it does not exist. Nothing that a person asks for goes by this. */
  findOwner(interviewId: string): Promise<string | null>
  findContent(interviewId: string): Promise<HeldContent>
  /** The newest first; all of them when no page is asked for. A `before` that there is not gives none. */
  listInterviews(ownerId: string, page?: PageRequest): Promise<InterviewSummary[]>
  updateInterview(id: string, patch: InterviewPatch): Promise<void>
  /** How long an interview has run, milliseconds. Stored together with what is saved of others in the same moment. */
  saveElapsed(id: string, elapsedMs: number): Promise<void>
  listTurns(interviewId: string): Promise<Turn[]>
  /**
   * Appends one turn with the next number and updates the interview in the same transaction. A `clientTurnId` stored before gives the turn of
   * then, unchanged. Rejects with ConflictError when that id came with other words, with NotFoundError when it names a board that is not kept; one that it
   * names stays.
   */
  appendTurn(interviewId: string, turn: NewTurn, patch?: InterviewPatch): Promise<Turn>
  /** Stores what an observer noted of a stored turn; what was noted of it before stays. */
  saveTurnNotes(interviewId: string, notes: TurnNotes): Promise<void>
  /** In the order of their turns. */
  listTurnNotes(interviewId: string): Promise<TurnNotes[]>
  /**
   * Stores everything that an import made in one transaction; resolves with the ids of its interviews. Of an import stored before
   * those of then, and anew what was deleted since. Rejects with ConflictError when its id came with another body.
   */
  saveImport(made: NewImport): Promise<string[]>
  /**
   * Keeps the turns of an imported interview as a revision, and puts the corrected ones in their place. Rejects with ConflictError for an
   * interview that was held here, when another revision came in between, and while it is being scored.
   */
  correctTranscript(interviewId: string, correction: TranscriptCorrection): Promise<void>
  /** The turns as a revision of an imported interview had them. Rejects with NotFoundError when it has no such revision. */
  listTurnsOfRevision(interviewId: string, revision: number): Promise<Turn[]>
  /** Remembers a command id, with a hash of its body. */
  claimCommand(interviewId: string, commandId: string, bodyHash: string): Promise<CommandClaim>

  createScoringJob(job: ScoringJob): Promise<void>
  updateScoringJob(
    id: string,
    patch: Partial<Pick<ScoringJob, 'status' | 'done' | 'total' | 'finished' | 'error'>>,
  ): Promise<void>
  /** The newest job of an interview. */
  latestScoringJob(interviewId: string): Promise<ScoringJob | null>
  /** Jobs that a stopped server left queued or running, oldest first. */
  unfinishedScoringJobs(): Promise<ScoringJob[]>
  /** A criterion of a question as decided, so that a restarted job goes on where it was. */
  saveScore(jobId: string, questionIndex: number, score: Score): Promise<void>
  listScores(jobId: string): Promise<{ questionIndex: number; score: Score }[]>
  /** Stores the scorecard and marks its job done, in one transaction. Older scorecards stay. */
  saveScorecard(job: ScoringJob, scorecard: Scorecard): Promise<void>
  /** The newest scorecard of an interview. */
  latestScorecard(interviewId: string): Promise<Scorecard | null>

  findStandingScorecard(interviewId: string): Promise<StandingScorecard | null>
  /**
   * Stores an appeal, and the scorecard it led to, in one transaction. Rejects with ConflictError when the scorecard it was made against is not the
   * newest any more.
   */
  saveAppeal(judged: JudgedAppeal): Promise<void>
  /** Appeals against the newest scoring, oldest first. Those against an earlier one stay in the file. */
  listAppeals(interviewId: string): Promise<Appeal[]>

  /** Stores an answer given again; an id stored before gives what was stored. Rejects with ConflictError when that id came with other words. */
  createRedo(interviewId: string, redo: Redo): Promise<{ redo: Redo; isNew: boolean }>
  setRedoState(id: string, state: Redo['state']): Promise<void>
  /** Oldest first. */
  listRedos(interviewId: string): Promise<Redo[]>
  /** Those that a stopped server left. */
  ungradedRedos(): Promise<{ interviewId: string; redo: Redo }[]>

  /** Stores a note, or changes the one with this id: when it was first made stays. */
  saveNote(interviewId: string, note: Omit<Note, 'createdAt' | 'updatedAt'>): Promise<Note>
  /** In the order of the transcript. */
  listNotes(interviewId: string): Promise<Note[]>
  /** False when there was none. */
  deleteNote(interviewId: string, id: string): Promise<boolean>

  /** Remembers that a scorecard of the interview was shown; the first time counts. */
  markScorecardOpened(interviewId: string): Promise<void>
  isScorecardOpened(interviewId: string): Promise<boolean>
  /** Null while the candidate has neither rated themselves nor skipped it. */
  findSelfRating(interviewId: string): Promise<SelfRating | null>
  /** Written once: rejects with ConflictError when another is stored, or when the scorecard was shown before. */
  saveSelfRating(interviewId: string, selfRating: SelfRating): Promise<void>

  /** Remembers that a person opened a guide for study; the first time counts. */
  saveGuideReading(ownerId: string, question: Omit<GuideReading, 'readAt'>): Promise<void>
  /** Oldest first. */
  listGuideReadings(ownerId: string): Promise<GuideReading[]>

  /** Counts what calls to models took. */
  addTokens(place: TokenPlace, tokens: number): Promise<void>
  /** In this interview in all, and of this owner on this day. */
  tokensUsed(place: TokenPlace): Promise<{ interview: number; day: number }>
  /** Resolves when the file can be read. Rejects with StoreError. */
  ping(): Promise<void>
  close(): void
}
