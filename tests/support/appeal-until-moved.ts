import type { Appeal } from '#src/domain/appeal.ts'
import type { Hotseat } from './hotseat.ts'
import { ask } from './live-client.ts'
import { openScorecard } from './sit-interview.ts'

/** Appeals one open check after another, by each sentence of the candidate, until one moves; null when none does. */
export async function appealUntilMoved(hotseat: Hotseat, id: string): Promise<Appeal | null> {
  const { scorecard, turns } = await openScorecard(hotseat, id)
  const sentences = turns
    .filter(({ speaker }) => speaker === 'candidate')
    .flatMap(({ turn, text }) => text.split(/(?<=[.?!])\s+/).map((quote) => ({ turn, quote })))
  for (const { question, scores } of scorecard.perQuestion)
    for (const { criterion, checks } of scores)
      for (const { check } of checks.filter(({ verdict }) => verdict === 'no' || verdict === 'not-shown'))
        for (const words of sentences) {
          const body = JSON.stringify({ question, criterion, check, ...words })
          const response = await ask(hotseat, `/api/interviews/${id}/appeals`, { method: 'POST', body })
          const appeal = (await response.json()) as Appeal
          if (appeal.outcome.kind === 'moved') return appeal
        }
  return null
}
