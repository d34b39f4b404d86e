import type { Scorecard } from '#src/domain/score.ts'

/** What scoring took, in one sentence: only what was counted, and a cost only where prices were set. */
export function usageWords({
  calls,
  retries,
  promptTokens,
  completionTokens,
  unreported,
  cost,
}: NonNullable<Scorecard['usage']>): string {
  const isCounted = promptTokens + completionTokens > 0
  return [
    `${figure(calls)} ${calls === 1 ? 'call' : 'calls'}`,
    ...(retries > 0 ? [`${figure(retries)} sent again`] : []),
    ...(isCounted ? [`${figure(promptTokens)} tokens in`, `${figure(completionTokens)} out`] : []),
    ...(unreported === 0
      ? []
      : [isCounted ? `${figure(unreported)} not counted by the endpoint` : 'tokens not counted by the endpoint']),
    ...(cost === undefined ? [] : [`cost ${money(cost)} at the prices set`]),
  ]
    .join(', ')
    .concat('.')
}

const figure = (count: number): string => count.toLocaleString('en')
/** Two digits that count, however little it is. */
const money = (cost: number): string =>
  cost.toLocaleString(
    'en',
    cost >= 0.1 || cost === 0 ? { minimumFractionDigits: 2, maximumFractionDigits: 2 } : { maximumSignificantDigits: 2 },
  )
