import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { onTestFinished } from 'vitest'
import type { Score, Scorecard } from '#src/domain/score.ts'
import { openSqliteStore } from '#src/store/sqlite-store.ts'
import type { NewTurn, ScoringJob, Store } from '#src/store/store.ts'
import { designContent, designInterview } from '../interviewer/fixtures.ts'
import { type ManualClock, manualClock } from '../support/manual-clock.ts'

/** A folder that is gone when the test is over. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'hotseat-store-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  return folder
}

export interface OpenedStore {
  file: string
  clock: ManualClock
  store: Store
  /** Closes it and opens the file again. */
  reopen(): Store
  /** Runs SQL on the file by another connection, as somebody with a database browser would. */
  byHand(sql: string): void
}

/** A store on a database file of its own, closed when the test is over. */
export function openStore(): OpenedStore {
  const file = join(temporaryFolder(), 'hotseat.db')
  const clock = manualClock()
  let store = openSqliteStore({ file, clock })
  onTestFinished(() => store.close())
  return {
    file,
    clock,
    store,
    reopen: () => {
      store.close()
      store = openSqliteStore({ file, clock })
      return store
    },
    byHand: (sql) => {
      const database = new Database(file)
      database.exec(sql)
      database.close()
    },
  }
}

/** The same with `interview-1` of `owner-1` in it. */
export async function openStoreWithInterview(): Promise<OpenedStore> {
  const opened = openStore()
  await opened.store.createInterview(designInterview, designContent)
  return opened
}

export const answer = (text: string, over: Partial<NewTurn> = {}): NewTurn => ({
  speaker: 'candidate',
  text,
  artifacts: [],
  phase: 0,
  elapsedMs: 1000,
  clientTurnId: null,
  move: null,
  spokenBy: null,
  interrupted: false,
  ...over,
})

export const job = (over: Partial<ScoringJob> = {}): ScoringJob => ({
  id: 'job-1',
  interviewId: 'interview-1',
  scorer: 'rule-based',
  status: 'queued',
  done: 0,
  total: 5,
  finished: [],
  error: null,
  createdAt: 1,
  ...over,
})

const evidence = [{ turn: 2, start: 0, end: 5, quote: 'Scans' }]
export const rated: Score = {
  kind: 'rated',
  criterion: 'framing',
  rating: 3,
  rationale: 'Puts figures on what is asked.',
  evidence,
  checks: [{ check: 'names-goals', source: 'key-point', means: 'Names goals.', verdict: 'yes', evidence, cappedBy: null }],
  byLevel: { junior: 4, mid: 3, senior: 3, lead: 2 },
}
export const unscored: Score = { kind: 'unscored', criterion: 'depth', reason: 'It never came up.', checks: [] }
export const scorecard: Scorecard = {
  scorer: 'rule-based@1',
  stamp: { content: 'hash' },
  scores: [rated, unscored],
  perQuestion: [{ question: 'parcel-tracker', scores: [rated, unscored] }],
  mean: 3,
  recommendation: 'lean-hire',
  note: null,
  setAside: [],
  debrief: { carried: [], fixes: [], nextLevel: { level: 'lead', lacks: ['Names what breaks first.'] }, meets: 'senior' },
}

/** What a query finds in the file. */
export function rowsOf(file: string, sql: string): unknown[] {
  const database = new Database(file, { readonly: true })
  try {
    return database.prepare(sql).all()
  } finally {
    database.close()
  }
}
