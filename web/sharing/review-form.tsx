import { Button, Radio, Text, TextInput } from '@mantine/core'
import { useState } from 'react'
import { peerRatingSchema } from '#src/domain/peer-review.ts'
import type { SharedInterview } from '#src/protocol/sharing.ts'
import { submitReview } from '../api/sharing.ts'
import { Section } from '../scorecard/section.tsx'
import { PageDialog } from '../shell/page-dialog.tsx'
import { ratingWords } from '../words.ts'
import type { ReviewDraft } from './review-draft.ts'
import styles from './review-form.module.css'

const ratings = [4, 3, 2, 1] as const
const cannotSay = 'cannot-say'

interface ReviewFormProps {
  share: string
  criteria: SharedInterview['criteria']
  draft: ReviewDraft
  onChange(change: (before: ReviewDraft) => ReviewDraft): void
  /** The scorer's ratings show once it is submitted. */
  showsScores: boolean
  onSubmitted(): void
}

/** Rates every criterion by its anchors, then submits everything at once and for good. */
export function ReviewForm({ share, criteria, draft, onChange, showsScores, onSubmitted }: ReviewFormProps) {
  const [isAsking, setAsking] = useState(false)
  const [isBusy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const missing = [
    ...criteria.filter(({ id }) => draft.ratings[id] === undefined).map(({ title }) => title),
    ...(draft.reviewer.trim() === '' ? ['your name'] : []),
  ]

  const submit = async () => {
    setBusy(true)
    setProblem(null)
    const { reviewer, ratings: chosen, comments } = draft
    const outcome = await submitReview(share, { reviewer: reviewer.trim(), ratings: chosen, comments })
    setBusy(false)
    setAsking(false)
    if (outcome.ok) onSubmitted()
    else setProblem(outcome.failure.message)
  }
  const count = draft.comments.length
  const unkept = Object.values(draft.open).filter(({ text }) => text.trim() !== '').length
  return (
    <div id="ratings" className={styles.form}>
      <Section title="Your ratings">
        <Text className={styles.intro ?? ''}>
          For each criterion, choose the sentence that comes nearest to what was said. Where the talk never gave a chance to show
          it, say that you cannot say.
        </Text>
        {criteria.map(({ id, title, means, anchors }) => (
          <Radio.Group
            key={id}
            name={`rating-${id}`}
            className={styles.criterion ?? ''}
            label={title}
            description={means}
            value={draft.ratings[id] === undefined ? null : String(draft.ratings[id])}
            onChange={(value) => {
              const rating = peerRatingSchema.parse(value === cannotSay ? value : Number(value))
              onChange((before) => ({ ...before, ratings: { ...before.ratings, [id]: rating } }))
            }}
          >
            <div className={styles.ratings}>
              {ratings.map((rating) => (
                <Radio
                  key={rating}
                  value={String(rating)}
                  label={`${rating} · ${ratingWords[rating]}`}
                  description={anchors[rating]}
                  classNames={{ description: styles.anchor ?? '' }}
                />
              ))}
              <Radio value={cannotSay} label="Cannot say" />
            </div>
          </Radio.Group>
        ))}
        <TextInput
          className={styles.name ?? ''}
          label="Your name"
          description="The candidate reads it beside your review"
          maxLength={80}
          autoComplete="name"
          value={draft.reviewer}
          onChange={(event) => {
            const { value } = event.currentTarget
            onChange((before) => ({ ...before, reviewer: value }))
          }}
        />
        <div className={styles.submit}>
          <Button disabled={missing.length > 0} onClick={() => setAsking(true)}>
            Submit the review
          </Button>
          <Text size="sm" c="dimmed">
            {missing.length > 0 ? `Still to do: ${missing.join(', ')}.` : 'All rated.'} Until you submit, everything is kept in
            this browser alone.
          </Text>
        </div>
        {problem !== null && (
          <Text role="alert" mt="sm" c="var(--mantine-color-error)">
            {problem}
          </Text>
        )}
      </Section>
      <PageDialog title="Submit the review?" isOpen={isAsking} onClose={() => setAsking(false)}>
        <Text>
          {criteria.length} ratings and {count === 1 ? 'one comment' : `${count === 0 ? 'no' : count} comments`} go to the
          candidate. They are final{showsScores ? ', since you see the scorer’s ratings next' : ''}.
        </Text>
        {unkept > 0 && (
          <Text mt="sm">
            {unkept === 1 ? 'One comment that you began is' : `${unkept} comments that you began are`} not kept yet and will not
            go along.
          </Text>
        )}
        <div className={styles.dialog}>
          <Button onClick={submit} loading={isBusy} data-autofocus>
            Submit
          </Button>
          <Button variant="default" onClick={() => setAsking(false)} disabled={isBusy}>
            Go on reading
          </Button>
        </div>
      </PageDialog>
    </div>
  )
}
