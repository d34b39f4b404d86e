/** Times are whole minutes since any fixed moment, the same for all. An end is no longer part: a job until 60 leaves minute 60 free. */
export interface Span {
  from: number
  to: number
}

/**
 * The parts of the night in which no job runs, at least `needed` minutes long, in order. Once the jobs stand in order of their start, a gap can
 * only lie between the furthest end so far and the next start: so one pass after the sort finds all of them. The furthest end and not the last
 * one, since a short job may lie inside a long one. The caller's list is left in its order.
 */
export function freeWindows(jobs: readonly Span[], night: Span, needed: number): Span[] {
  for (const { from, to } of [night, ...jobs]) if (to < from) throw new RangeError(`ends before it starts: ${from} to ${to}`)
  if (!(needed > 0)) throw new RangeError(`needed must be above zero, not ${needed}`)

  const windows: Span[] = []
  let busyUntil = night.from
  const closeGapAt = (start: number) => {
    if (start - busyUntil >= needed) windows.push({ from: busyUntil, to: start })
  }

  for (const job of jobs.filter(({ from, to }) => to > from).toSorted((a, b) => a.from - b.from)) {
    if (job.from >= night.to) break
    closeGapAt(job.from)
    busyUntil = Math.max(busyUntil, job.to)
  }
  // The end of the night closes the last gap as one more job would.
  closeGapAt(night.to)
  return windows
}
