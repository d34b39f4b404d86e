import type { Objection } from '#src/domain/objection.ts'
import type { Comment, PeerReview } from '#src/domain/peer-review.ts'
import { oneLine, plain } from './plain.ts'

/** What was said of an interview afterwards by people: by the candidate and by reviewers. */
export interface Voices {
  objections: readonly Objection[]
  reviews: readonly PeerReview[]
}

/** Reviews, then what was called not useful; nothing where there is neither. */
export function voicesToMarkdown({ objections, reviews }: Voices, criteria: readonly { id: string; title: string }[]): string[] {
  const titleOf = (id: string) => plain(criteria.find((criterion) => criterion.id === id)?.title ?? id)
  return [
    ...reviews.flatMap(({ reviewer, ratings, comments }) => [
      `## Reviewed by ${plain(oneLine(reviewer))}`,
      'Submitted before the link showed any rating.',
      Object.entries(ratings)
        .map(([criterion, rating]) => `- ${titleOf(criterion)}: ${rating === 'cannot-say' ? 'cannot say' : rating}`)
        .join('\n'),
      comments.map(commentLine).join('\n'),
    ]),
    ...(objections.length === 0
      ? []
      : [
          '## Not useful, says the candidate',
          'These change no rating.',
          objections.map(({ about, reason }) => `- “${plain(oneLine(about))}”: ${plain(oneLine(reason))}`).join('\n'),
        ]),
  ]
}

const commentLine = ({ turn, words, text }: Comment): string =>
  `- Turn ${turn}${words === null ? '' : `, “${plain(oneLine(words.quote))}”`}: ${plain(oneLine(text))}`
