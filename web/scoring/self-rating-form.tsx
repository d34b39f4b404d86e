import { Button, Radio, Text, Title } from '@mantine/core'
import { useState } from 'react'
import { type Rating, ratingSchema } from '#src/domain/rubric.ts'
import type { SelfRating } from '#src/domain/self-rating.ts'
import type { SelfRatingStanding } from '#src/protocol/rest.ts'
import { giveSelfRating } from '../api/server.ts'
import { ratingWords } from '../words.ts'
import styles from './self-rating-form.module.css'

const ratings = [1, 2, 3, 4] as const

interface SelfRatingFormProps {
  interviewId: string
  criteria: SelfRatingStanding['criteria']
  onGiven(): void
}

/** Asks how one thinks it went, criterion by criterion, before the scorecard says anything. */
export function SelfRatingForm({ interviewId, criteria, onGiven }: SelfRatingFormProps) {
  const [said, setSaid] = useState<Record<string, Rating>>({})
  const [hasAnchors, setHasAnchors] = useState(false)
  const [isBusy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const count = Object.keys(said).length

  const give = async (selfRating: SelfRating) => {
    setBusy(true)
    setProblem(null)
    const outcome = await giveSelfRating(interviewId, selfRating)
    if (outcome.ok) return onGiven()
    setBusy(false)
    setProblem(outcome.failure.message)
  }

  return (
    <section className={styles.form} aria-labelledby="self-rating-title">
      <Title order={2} size="h3" id="self-rating-title">
        How did you do?
      </Title>
      <Text mt="xs">
        Rate yourself before you see anything; the scorecard then shows where you and your words differ. It cannot be changed
        afterwards.
      </Text>
      <Button
        variant="subtle"
        size="compact-sm"
        className={styles.anchors ?? ''}
        aria-expanded={hasAnchors}
        onClick={() => setHasAnchors(!hasAnchors)}
      >
        {hasAnchors ? 'Hide what each rating takes' : 'Show what each rating takes'}
      </Button>
      {criteria.map(({ id, title, means, anchors }) => (
        <Radio.Group
          key={id}
          name={`self-rating-${id}`}
          className={styles.criterion ?? ''}
          label={title}
          description={means}
          value={said[id] === undefined ? null : String(said[id])}
          onChange={(value) => setSaid((before) => ({ ...before, [id]: ratingSchema.parse(Number(value)) }))}
        >
          <div className={styles.ratings} data-anchors={hasAnchors || undefined}>
            {ratings.map((rating) => (
              <Radio
                key={rating}
                value={String(rating)}
                label={`${rating} · ${ratingWords[rating]}`}
                description={hasAnchors ? anchors[rating] : undefined}
              />
            ))}
          </div>
        </Radio.Group>
      ))}
      <div className={styles.actions}>
        <Button onClick={() => give({ kind: 'rated', ratings: said })} disabled={isBusy || count === 0}>
          {count === 0 || count === criteria.length ? 'Keep my ratings' : `Keep ${count} of ${criteria.length} ratings`}
        </Button>
        <Button variant="default" onClick={() => give({ kind: 'skipped' })} disabled={isBusy}>
          Skip
        </Button>
      </div>
      {problem !== null && (
        <Text role="alert" mt="sm" c="var(--mantine-color-error)">
          {problem}
        </Text>
      )}
    </section>
  )
}
