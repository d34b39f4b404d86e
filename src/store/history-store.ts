import type { Rating } from '#src/domain/rubric.ts'
import type { Scorecard } from '#src/domain/score.ts'
import type { Level, TrackId } from '#src/domain/track.ts'
import type { Speaker } from '#src/domain/turn.ts'

/** Which interviews; what is unsaid does not narrow. Times are epoch milliseconds, `from` included and `to` not. */
export interface InterviewFilter {
  track?: TrackId
  level?: Level
  status?: 'running' | 'ended'
  question?: string
  from?: number
  to?: number
}

/** `before`: id of the interview that the page follows. */
export interface PageRequest extends InterviewFilter {
  before?: string
  limit: number
}

export interface SearchRequest extends Omit<InterviewFilter, 'status'> {
  /** As typed: words, "phrases", and the beginning of a last word. */
  words: string
  speaker?: Speaker
  order: 'newest' | 'best'
  /** Where a page before ended. One that nobody gave begins anew. */
  cursor?: string
  limit: number
}

/** A turn in which the words were found. */
export interface FoundTurn {
  interview: string
  track: TrackId
  level: Level
  /** Titles of its questions, joined. */
  title: string
  createdAt: number
  turn: number
  speaker: Speaker
  /** A passage of the turn. */
  snippet: string
  /** Where the words are in the snippet: UTF-16 offsets, `end` not included. */
  marks: { start: number; end: number }[]
}

export interface SearchPage {
  turns: FoundTurn[]
  /** Null when there is nothing more. */
  next: string | null
}

/** An interview whose question titles hold the words. */
export type FoundInterview = Omit<FoundTurn, 'turn' | 'speaker' | 'snippet' | 'marks'>

/** A rating of the standing scorecard of an interview. */
export interface RatedCriterion {
  criterion: string
  /** Null: unscored. */
  rating: Rating | null
}

/** An ended interview with what its standing scorecard rates over all questions. Only those whose scorecard was opened. */
export interface RatedInterview {
  id: string
  track: TrackId
  level: Level
  title: string
  createdAt: number
  questions: string[]
  isImported: boolean
  isPrepared: boolean
  scorer: string
  ratings: RatedCriterion[]
}

/** One asking of a question in an ended interview. */
export interface AskedOnce {
  interview: string
  track: TrackId
  question: string
  title: string
  /** Epoch milliseconds. */
  at: number
  /** Empty while the scorecard was not opened, and where nothing could be rated. */
  ratings: Rating[]
}

export interface RedoneOnce {
  interview: string
  track: TrackId
  question: string
  at: number
}

export interface Dismissal {
  track: TrackId
  question: string
  at: number
}

/** What is read over many interviews of one owner. Rejects with StoreError. */
export interface HistoryStore {
  searchTurns(ownerId: string, request: SearchRequest): Promise<SearchPage>
  /** Newest first, `limit` at most. */
  searchTitles(ownerId: string, request: SearchRequest): Promise<FoundInterview[]>
  /** The newest first, `limit` at most. */
  listRated(ownerId: string, filter: { track: TrackId; limit: number }): Promise<RatedInterview[]>
  /** How many interviews of each track have an opened scorecard. */
  countRated(ownerId: string): Promise<{ track: TrackId; count: number }[]>
  /** Standing scorecards, only of interviews whose scorecard was opened; the newest interview first. */
  listOpenedScorecards(
    ownerId: string,
    filter: { track: TrackId; limit: number },
  ): Promise<{ interview: string; title: string; level: Level; createdAt: number; isImported: boolean; scorecard: Scorecard }[]>
  /** Oldest first. `since`: epoch milliseconds. */
  listAsked(ownerId: string, since: number): Promise<AskedOnce[]>
  /** Oldest first. */
  listRedone(ownerId: string, since: number): Promise<RedoneOnce[]>
  /** The newest time counts. */
  dismissReask(ownerId: string, question: { track: TrackId; question: string }): Promise<void>
  listDismissals(ownerId: string): Promise<Dismissal[]>
}
