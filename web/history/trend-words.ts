import type { Progress } from '#src/protocol/history.ts'

type Criterion = Progress['criteria'][number]

/** What a series of ratings comes to, in words. */
export function trendWords(trend: Criterion['trend']): string {
  if (trend.kind === 'too-few')
    return trend.n === 0 ? 'No rating to compare yet' : `${trend.n} of the 3 ratings that make a trend`
  const { median, low, high, n, direction } = trend
  const spread = low === high ? `always ${low}` : `median ${median}, range ${low} to ${high}`
  const change = { up: 'higher of late', down: 'lower of late', none: 'no clear change' }[direction]
  return `${spread}, n = ${n}: ${change}`
}

export const apartWords = {
  imported: 'imported',
  prepared: 'guide read before',
  'asked-before': 'question asked before',
  'another-scorer': 'another scorer',
} as const
