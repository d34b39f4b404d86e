const firstMs = 500
const longestMs = 15_000

/** Milliseconds to wait before the given attempt (from 1), full jitter: anywhere in (0, cap], the cap doubling from 0.5 s to 15 s. `random` is in [0, 1). */
export function retryDelay(attempt: number, random: number): number {
  const cap = Math.min(longestMs, firstMs * 2 ** Math.min(attempt - 1, 10))
  return Math.ceil(cap * (1 - random))
}
