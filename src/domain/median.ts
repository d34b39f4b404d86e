/** The middle value, or the mean of the two middle ones. NaN of none. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  const half = Math.floor(sorted.length / 2)
  const upper = sorted[half] ?? Number.NaN
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[half - 1] ?? Number.NaN)) / 2
}

/** The middle value, the lower of the two of an even number. */
export function lowerMedian<Value extends number>(first: Value, others: readonly Value[]): Value {
  const sorted = [first, ...others].sort((a, b) => a - b)
  return sorted[Math.floor(others.length / 2)] ?? first
}
