import { Anchor, Text } from '@mantine/core'
import { agreementOf, pairsOf } from '#src/domain/agreement.ts'
import type { ScoredInterview, SelfRatingStanding, ShownInterview } from '#src/protocol/rest.ts'
import type { ReceivedReviews } from '#src/protocol/sharing.ts'
import { RouteLink } from '../navigation/route-link.tsx'
import { Section } from '../scorecard/section.tsx'
import { agreementWords } from './agreement-words.ts'
import { CommentedTranscript } from './commented-transcript.tsx'
import { RatingsTable } from './ratings-table.tsx'
import styles from './received-reviews.module.css'

interface ReceivedReviewsProps {
  interview: ShownInterview
  received: ReceivedReviews
  standing: SelfRatingStanding
  scored: ScoredInterview | null
}

/** Reviewers' ratings beside the scorer's and one's own, how far they agree, and every comment in its place. */
export function ReceivedReviewsView({ interview, received, standing, scored }: ReceivedReviewsProps) {
  const { reviews, overall } = received
  const scorer =
    scored === null
      ? null
      : Object.fromEntries(
          scored.scorecard.scores.map((score) => [score.criterion, score.kind === 'rated' ? score.rating : null]),
        )
  const comments = reviews.flatMap(({ id, review }) =>
    review.comments.map((comment, at) => ({ id: `comment-${id}-${at}`, author: review.reviewer, comment })),
  )
  const turns = [...new Set(comments.map(({ comment }) => comment.turn))].sort((left, right) => left - right)
  return (
    <>
      <Section title="Ratings">
        <RatingsTable criteria={standing.criteria} reviews={reviews} scorer={scorer} self={standing.selfRating} />
        {scorer === null ? (
          <Text mt="md">
            The scorer’s ratings are not shown here until you have seen them on the{' '}
            <RouteLink to={{ page: 'scoring', interview: interview.id }}>scorecard</RouteLink>.
          </Text>
        ) : (
          <>
            <ul className={styles.agreement}>
              {reviews.map(({ id, invited, review }) => (
                <li key={id}>
                  {review.reviewer}
                  {invited !== review.reviewer && ` (the link for ${invited})`} and the scorer:{' '}
                  {agreementWords(agreementOf(pairsOf(review.ratings, scorer)))}
                </li>
              ))}
            </ul>
            {overall.interviews > 1 && (
              <Text mt="sm" className={styles.note ?? ''}>
                {overall.reviews} reviews of {overall.interviews} interviews, held to the scorer:{' '}
                {agreementWords(overall.agreement)}
              </Text>
            )}
            <Text mt="sm" size="sm" c="dimmed" className={styles.note ?? ''}>
              Each was submitted before its link showed any rating. Five ratings are few: read where you differ, and why, rather
              than the count.
            </Text>
          </>
        )}
      </Section>
      <Section
        title="Comments"
        aside={
          <Text size="sm" c="dimmed">
            {turns.length === 0
              ? 'There are none'
              : turns.map((turn, at) => (
                  <span key={turn}>
                    {at === 0 ? 'On turn ' : ', '}
                    <Anchor href={`#turn-${turn}`} underline="always" inherit>
                      {turn}
                    </Anchor>
                  </span>
                ))}
          </Text>
        }
      >
        <CommentedTranscript
          shared={{
            turns: received.turns,
            phases: interview.schedule.map(({ title }) => title),
            isTimed: interview.imported === null || interview.imported.timed,
            language: interview.language,
          }}
          candidate="You"
          comments={comments}
          marks={[]}
          writer={null}
        />
      </Section>
    </>
  )
}
