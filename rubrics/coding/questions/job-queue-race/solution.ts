/** A job as it stands in the table. `runs` counts how often it was claimed: with the id it says whose the claim is. */
interface Job {
  readonly id: number
  state: 'pending' | 'running' | 'done' | 'failed'
  runs: number
  /** Until when the claim holds, in milliseconds; null when it is not running. */
  claimedUntil: number | null
  owner: string | null
}

export interface Claim {
  id: number
  run: number
}

/**
 * A job table on which several workers claim without meeting. Each method stands for one statement that the database runs as a whole: `claim` is an
 * update whose condition finds the row and takes it in one step (in Postgres `update ... where id = (select id ... for update skip locked limit 1)
 * returning ...`), so that of two workers one gets the row and the other the next. A claim ends by itself, for a worker may be killed at any moment;
 * then the job is claimed anew, and what the late one reports is refused, since it no longer owns the run. So each job is done at least once, and twice
 * only when a worker was cut off or too slow: what it does outside must carry the job's id as a key, by which the other side knows a repetition.
 */
export class JobTable {
  readonly #jobs: Job[] = []
  readonly #holdMs: number
  readonly #mostRuns: number

  constructor({ holdMs, mostRuns }: { holdMs: number; mostRuns: number }) {
    this.#holdMs = holdMs
    this.#mostRuns = mostRuns
  }

  add(): number {
    const id = this.#jobs.length + 1
    this.#jobs.push({ id, state: 'pending', runs: 0, claimedUntil: null, owner: null })
    return id
  }

  /** The oldest job that is free, or whose claim has run out; null when there is none. */
  claim(worker: string, now: number): Claim | null {
    const job = this.#jobs.find(
      ({ state, claimedUntil }) => state === 'pending' || (state === 'running' && (claimedUntil ?? 0) <= now),
    )
    if (job === undefined) return null
    if (job.runs >= this.#mostRuns) {
      this.#end(job, 'failed')
      return this.claim(worker, now)
    }
    job.state = 'running'
    job.runs++
    job.owner = worker
    job.claimedUntil = now + this.#holdMs
    return { id: job.id, run: job.runs }
  }

  /** For a job that takes longer than the hold: false when it is no longer this worker's, who must stop then. */
  extend({ id, run }: Claim, now: number): boolean {
    const job = this.#owned(id, run)
    if (job === null) return false
    job.claimedUntil = now + this.#holdMs
    return true
  }

  /** False when the job is no longer this worker's: somebody else has claimed it meanwhile. */
  finish({ id, run }: Claim): boolean {
    const job = this.#owned(id, run)
    if (job === null) return false
    this.#end(job, 'done')
    return true
  }

  /** Puts a job back that failed, or aside after its last run. */
  fail({ id, run }: Claim): boolean {
    const job = this.#owned(id, run)
    if (job === null) return false
    this.#end(job, job.runs < this.#mostRuns ? 'pending' : 'failed')
    return true
  }

  states(): string[] {
    return this.#jobs.map(({ state }) => state)
  }

  #owned(id: number, run: number): Job | null {
    const job = this.#jobs[id - 1]
    return job?.state === 'running' && job.runs === run ? job : null
  }

  #end(job: Job, state: Job['state']): void {
    job.state = state
    job.owner = null
    job.claimedUntil = null
  }
}
