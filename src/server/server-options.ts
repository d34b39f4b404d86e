import type { Content } from '#src/content/content.ts'
import type { Clock } from '#src/domain/clock.ts'
import type { ConductReport } from '#src/domain/conduct.ts'
import type { DeliveryReport } from '#src/domain/delivery.ts'
import type { Log } from '#src/domain/log.ts'
import type { Review } from '#src/domain/review.ts'
import type { Scorecard } from '#src/domain/score.ts'
import type { Appeals } from '#src/jobs/appeals.ts'
import type { Deletions } from '#src/jobs/deletions.ts'
import type { Imports } from '#src/jobs/imports.ts'
import type { Redos } from '#src/jobs/redos.ts'
import type { ScoringQueue } from '#src/jobs/scoring-queue.ts'
import type { ExportFormat, RestoredFile, SampleInterview } from '#src/protocol/rest.ts'
import type { Sessions } from '#src/session/sessions.ts'
import type { Store } from '#src/store/store.ts'
import type { AnsweredRequest } from './note-request.ts'

/** What a test of a model found; model/ has the same shape, and main hands it in. */
export interface CheckedModel {
  readonly name: string
  checkHealth(signal?: AbortSignal): Promise<{
    reachable: boolean
    streams: boolean
    structured: string | null
    millisecondsToFirstToken: number | null
    problem: string | null
  }>
}

/** The part of the configuration that the server has to know. The key is only ever looked at for whether it is set. */
export interface ServerConfig {
  host: string
  port: number
  launchToken: string
  /** Null: there is one owner, who has the launch token. */
  spaces: { accessSecret: string; origins: readonly string[] } | null
  model: {
    baseUrl: string
    apiKey: string
    interviewer: string
    scorer: string
    seesPictures: boolean
    scorerRepeats: number
    contextTokens: number
    prices: { in: number; out: number } | null
  } | null
  notices: readonly string[]
}

/** What the server serves, and with what. */
export interface ServerOptions {
  config: ServerConfig
  store: Store
  content: Content
  sessions: Sessions
  scoring: Pick<ScoringQueue, 'enqueue'>
  appeals: Pick<Appeals, 'appeal'>
  redos: Pick<Redos, 'find' | 'submit'>
  imports: Imports
  deletions: Pick<Deletions, 'delete' | 'undo'>
  /** Null: written rules interview and score. */
  models: { interviewer: CheckedModel | null; scorer: CheckedModel | null }
  clock: Clock
  log: Log
  /** Told of every request once it is answered. */
  onRequest?: (request: AnsweredRequest) => void
  /** The built web client. */
  webRoot: string
  /** An interview gone back over, computed when it is asked for; of an imported one, by one revision. Without a scorecard nothing of the guide is in it. */
  reviewOf: (
    id: string,
    by: { revision: number | null; scorecard: Scorecard | null },
  ) => Promise<{ review: Review; delivery: DeliveryReport }>
  /** The interview that ships as a sample, scored by the rules. Rejects with HotseatError. */
  sample: () => Promise<SampleInterview>
  exportInterview: (which: { id: string; owner: string }, format: ExportFormat) => Promise<string>
  /** All interviews of an owner as one zip archive, made as it is read. */
  exportAll: (owner: string) => ReadableStream<Uint8Array>
  /** Takes exported interviews back in. Rejects with TranscriptError for an archive that is none. */
  restoreFile: (owner: string, file: { bytes: Uint8Array; name: string; asCopy: boolean }) => Promise<RestoredFile[]>
  /** How an interview was told and how its interviewer behaved, counted when it is asked for; of an imported one, by one revision. */
  countedOf: (id: string, revision: number | null) => Promise<{ delivery: DeliveryReport; conduct: ConductReport }>
}
