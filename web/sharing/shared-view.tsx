import { Anchor, Text, Title } from '@mantine/core'
import { useMemo } from 'react'
import { agreementOf, pairsOf } from '#src/domain/agreement.ts'
import type { SharedInterview } from '#src/protocol/sharing.ts'
import { Section } from '../scorecard/section.tsx'
import { levelWords, recommendationWords, trackWords } from '../words.ts'
import { agreementWords } from './agreement-words.ts'
import { CommentedTranscript, type CommentWriter } from './commented-transcript.tsx'
import { GuestRatings } from './guest-ratings.tsx'
import { quotesOf } from './quotes-of.ts'
import { forgetDraft, useReviewDraft, withOpen } from './review-draft.ts'
import { ReviewForm } from './review-form.tsx'
import styles from './shared-view.module.css'
import { momentWords } from './time-words.ts'

interface SharedViewProps {
  share: string
  shared: SharedInterview
  onSubmitted(): void
}

/** One interview for a guest's eyes: to read, or to comment on and rate. */
export function SharedView({ share, shared, onSubmitted }: SharedViewProps) {
  const { kind, track, level, questions, endedAt, expiresAt, review, scores, criteria } = shared
  const [draft, update] = useReviewDraft(share)
  const isReviewing = kind === 'review' && review === null
  const marks = useMemo(() => (scores.kind === 'shown' ? quotesOf(scores.scores) : []), [scores])
  const comments = (review?.comments ?? draft.comments).map((comment, at) => ({ id: `comment-${at}`, author: null, comment }))
  const writer: CommentWriter = {
    open: draft.open,
    onWrite: (turn, comment) => update((before) => ({ ...before, open: withOpen(before.open, turn, comment) })),
    onKeep: (comment) =>
      update((before) => ({
        ...before,
        comments: [...before.comments, comment],
        open: withOpen(before.open, comment.turn, null),
      })),
    onRemove: (id) => update((before) => ({ ...before, comments: before.comments.filter((_, at) => `comment-${at}` !== id) })),
  }
  return (
    <>
      <header className={styles.head}>
        <Text c="dimmed">
          {trackWords[track]} · {levelWords[level]}
          {endedAt !== null && ` · ${momentWords(endedAt)}`}
        </Text>
        <Title order={1}>{questions.map(({ title }) => title).join(' · ')}</Title>
        <Text mt="sm">{introduction(shared)}</Text>
        <Text mt="xs" size="sm" c="dimmed">
          The link is open until {momentWords(expiresAt)}.
          {isReviewing && (
            <>
              {' '}
              <Anchor href="#ratings" underline="always">
                Go to the ratings
              </Anchor>
            </>
          )}
        </Text>
      </header>
      {scores.kind === 'shown' && (
        <Section title={kind === 'review' ? 'Your ratings beside the scorer’s' : 'How it was rated'}>
          {scores.scores === null ? (
            <Text>This interview was not scored.</Text>
          ) : (
            <>
              {kind === 'review' && review !== null && (
                <Text mb="md" className={styles.head ?? ''}>
                  {agreementWords(agreementOf(pairsOf(review.ratings, ratingsOf(scores.scores.ratings))))}
                </Text>
              )}
              {kind === 'read-only' && scores.scores.recommendation !== null && (
                <Text mb="md">
                  {recommendationWords[scores.scores.recommendation]} at {level}, by the scorer’s rule.
                </Text>
              )}
              <GuestRatings criteria={criteria} scores={scores.scores} own={review?.ratings ?? null} />
            </>
          )}
        </Section>
      )}
      {review !== null && scores.kind === 'hidden' && (
        <Section title="Your ratings">
          <GuestRatings criteria={criteria} scores={null} own={review.ratings} />
        </Section>
      )}
      <Section title="Transcript">
        <CommentedTranscript
          shared={shared}
          candidate="Candidate"
          comments={comments}
          marks={marks}
          writer={isReviewing ? writer : null}
        />
      </Section>
      {isReviewing && (
        <ReviewForm
          share={share}
          criteria={criteria}
          draft={draft}
          onChange={update}
          showsScores={scores.kind === 'after-review'}
          onSubmitted={() => {
            forgetDraft(share)
            window.scrollTo(0, 0)
            document.getElementById('main')?.focus({ preventScroll: true })
            onSubmitted()
          }}
        />
      )}
    </>
  )
}

function introduction({ kind, review, scores }: SharedInterview): string {
  if (kind === 'read-only') return 'Somebody lets you read this practice interview.'
  if (review !== null) return 'Thank you. Your review is in and stays as it is; it can be read here while the link is open.'
  const after = scores.kind === 'after-review' ? ' After that you see how the scorer rated it.' : ''
  return `Somebody asks you for a second opinion on this practice interview: read it, comment where you have something to say, then rate it. Nothing shows how it was rated so far, so that your ratings are your own.${after}`
}

const ratingsOf = (ratings: { criterion: string; rating: 1 | 2 | 3 | 4 | null }[]) =>
  Object.fromEntries(ratings.map(({ criterion, rating }) => [criterion, rating]))
