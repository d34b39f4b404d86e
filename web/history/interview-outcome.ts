import type { InterviewRow } from '#src/protocol/rest.ts'
import type { Route } from '../navigation/route.ts'
import { recommendationWords } from '../words.ts'

/** How an interview stands, in a few words, and the page that goes on from there. */
export interface InterviewOutcome {
  words: string
  isRated: boolean
  leadsTo: Route
}

export function interviewOutcome(
  row: Pick<InterviewRow, 'id' | 'status' | 'minutes' | 'elapsedMs' | 'scoring' | 'recommendation' | 'isOpened'>,
): InterviewOutcome {
  const { id: interview } = row
  const unrated = (words: string, page: 'room' | 'scoring'): InterviewOutcome => ({
    words,
    isRated: false,
    leadsTo: { page, interview },
  })
  if (row.status === 'running') {
    const left = Math.max(0, Math.ceil(row.minutes - row.elapsedMs / 60_000))
    return unrated(`Unfinished, ${left} min left`, 'room')
  }
  switch (row.scoring?.status) {
    case undefined:
      return unrated('Not scored yet', 'scoring')
    case 'queued':
    case 'running':
      return unrated(`Being scored, ${row.scoring?.done} of ${row.scoring?.total}`, 'scoring')
    case 'failed':
      return unrated('Scoring failed', 'scoring')
    case 'too-short':
      return unrated('Too short to rate', 'scoring')
    case 'done': {
      if (!row.isOpened) return unrated('Scored, not opened yet', 'scoring')
      const words = row.recommendation === null ? 'No recommendation' : recommendationWords[row.recommendation]
      return { words, isRated: row.recommendation !== null, leadsTo: { page: 'scorecard', interview } }
    }
  }
}
