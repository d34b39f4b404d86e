import type { SqlAnswer, SqlTask } from './sql-messages.ts'

/** How long statements may run, and how long a database may take to be there, milliseconds. */
export const sqlLimitMs = 5_000
const openLimitMs = 20_000

export type SqlReply =
  | { kind: 'answered'; answer: SqlAnswer }
  /** The worker was given up, and a new one has done again what had changed the database. */
  | { kind: 'remade'; because: Loss; answer: SqlAnswer }
  | { kind: 'broken' }
type Loss = 'timed-out' | 'failed'

/** A database in a worker: asked one thing at a time, made anew when it does not answer. */
export class SqlThread {
  /** The question's schema and rows; empty for an empty database. */
  readonly from: string
  /** What changed the database since it was opened. */
  #since: string[] = []
  #worker: Worker | null = null
  /** What was asked last; the next waits for it. */
  #last: Promise<unknown> = Promise.resolve()
  #isClosed = false

  constructor(from: string) {
    this.from = from
  }

  /** The database as the question gives it; once, before anything is asked. */
  open(): Promise<SqlReply> {
    return this.#inTurn(() => this.#start())
  }

  ask(task: Extract<SqlTask, { type: 'run' | 'plan' }>): Promise<SqlReply> {
    return this.#inTurn(() => this.#ask(task))
  }

  /** Statements that changed the database since it was opened, in their order. */
  get since(): readonly string[] {
    return this.#since
  }

  /** Does again what changed a database like this one before. Where that takes too long, the database is as it was opened. */
  redo(statements: readonly string[]): Promise<SqlReply> {
    return this.#inTurn(() => this.#ask({ type: 'redo', statements }))
  }

  close(): void {
    this.#isClosed = true
    this.#worker?.terminate()
  }

  #inTurn(work: () => Promise<SqlReply>): Promise<SqlReply> {
    const reply = this.#last.then(work)
    this.#last = reply
    return reply
  }

  async #ask(task: Exclude<SqlTask, { type: 'open' }>): Promise<SqlReply> {
    const answer = await this.#post(task, sqlLimitMs)
    if (typeof answer !== 'string') {
      this.#since = [...this.#since, ...answer.changes]
      return { kind: 'answered', answer }
    }
    const started = await this.#start()
    return started.kind === 'answered' ? { kind: 'remade', because: answer, answer: started.answer } : started
  }

  async #start(): Promise<SqlReply> {
    this.#worker?.terminate()
    if (this.#isClosed) return { kind: 'broken' }
    this.#worker = new Worker(new URL('./sql-worker.ts', import.meta.url), { type: 'module', name: 'SQL pad' })
    const answer = await this.#post({ type: 'open', sql: this.from, since: this.#since }, openLimitMs)
    return typeof answer === 'string' ? { kind: 'broken' } : { kind: 'answered', answer }
  }

  #post(task: SqlTask, limitMs: number): Promise<SqlAnswer | Loss> {
    const worker = this.#worker
    if (worker === null || this.#isClosed) return Promise.resolve('failed')
    return new Promise((resolve) => {
      const end = (answer: SqlAnswer | Loss) => {
        clearTimeout(timer)
        worker.onmessage = null
        worker.onerror = null
        resolve(answer)
      }
      const timer = setTimeout(() => end('timed-out'), limitMs)
      worker.onmessage = ({ data }: MessageEvent<SqlAnswer>) => end(data)
      worker.onerror = () => end('failed')
      worker.postMessage(task)
    })
  }
}
