import type { Clock } from '#src/domain/clock.ts'
import type { Log } from '#src/domain/log.ts'
import type { Interviewer } from '#src/interviewer/interviewer.ts'
import type { Observer } from '#src/interviewer/observer.ts'
import type { LiveRecord } from './live-record.ts'

/** The most that a candidate may say in one interview. */
export interface SayingLimits {
  turns: number
  /** UTF-16 units, artifacts included. */
  characters: number
}

/** What a session works with. */
export interface SessionOptions {
  record: LiveRecord
  interviewer: Interviewer
  /** Null: nobody observes. */
  observer: Observer | null
  clock: Clock
  log: Log
  limits: SayingLimits
  /** Called once, after the end is stored. */
  onEnded: (interviewId: string) => void
  /** Nobody is connected and nothing runs: the session may be dropped. */
  onIdle: () => void
}
