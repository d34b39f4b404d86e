import { Button, Progress, Text, Title } from '@mantine/core'
import type { ReactNode } from 'react'
import type { ScoringProgress } from '#src/protocol/rest.ts'
import { RouteButton } from '../navigation/route-button.tsx'
import { RouteLink } from '../navigation/route-link.tsx'
import { PageNote } from '../shell/page-note.tsx'
import styles from './scoring-notes.module.css'

interface ScoringRunningProps {
  scoring: ScoringProgress
  isCutOff: boolean
  hasRated: boolean
  /** What there is to do meanwhile. */
  children: ReactNode
}

/** Which criteria are done: their names, never their ratings. */
export function ScoringRunning({ scoring, isCutOff, hasRated, children }: ScoringRunningProps) {
  const { done, total, finished } = scoring
  return (
    <section className={styles.running}>
      <Title order={1} size="h2">
        Reading what you said
      </Title>
      <Text mt="sm">
        Each criterion is judged by itself against your words. You can leave this page; the scorecard will be in the history.
      </Text>
      <div className={styles.progress}>
        <Progress
          className={styles.bar ?? ''}
          value={total === 0 ? 0 : (100 * done) / total}
          aria-label="Criteria judged"
          transitionDuration={0}
        />
        <Text size="sm" c="dimmed" role="status">
          {scoring.status === 'queued' ? 'Waiting to begin' : `${done} of ${total} done`}
          {isCutOff && ' · the server does not answer just now; looking again'}
        </Text>
      </div>
      <ul className={styles.finished}>
        {finished.map((title, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the list only grows, and a criterion comes once for each question
          <li key={index}>{title}</li>
        ))}
      </ul>
      {hasRated && <Text mb="md">Your own ratings are kept; the scorecard will show the difference.</Text>}
      <RouteLink to={{ page: 'history' }}>Leave it running</RouteLink>
      {children}
    </section>
  )
}

/** Everything is judged, and nothing of it shown yet. */
export function ScoringDone({ children }: { children: ReactNode }) {
  return (
    <section className={styles.running}>
      <Title order={1} size="h2">
        Your scorecard is ready
      </Title>
      <Text mt="sm" role="status">
        It opens when you have rated yourself, or skipped that.
      </Text>
      {children}
    </section>
  )
}

export function ScoringFailed({ reason, onAgain }: { reason: string | null; onAgain(): void }) {
  return (
    <PageNote
      title="No scorecard yet: scoring failed"
      actions={
        <>
          <Button onClick={onAgain}>Try again</Button>
          <RouteLink to={{ page: 'settings' }}>Test the model</RouteLink>
        </>
      }
    >
      <p>{reason ?? 'The scorer gave no reason.'}</p>
      <p>The interview is stored as it was said. Nothing was rated, and no rating was guessed.</p>
    </PageNote>
  )
}

export function TooShort({ interviewId }: { interviewId: string }) {
  return (
    <PageNote
      title="Too short to rate"
      actions={
        <>
          <RouteButton to={{ page: 'practise' }}>Practise again</RouteButton>
          <RouteLink to={{ page: 'review', interview: interviewId }}>Read the transcript</RouteLink>
        </>
      }
    >
      <p>
        A rating has to rest on what you said, and there is not enough of it here: it takes at least three answers and some 120
        words, for concept questions one answer and 60 words.
      </p>
      <p>The transcript is kept as it is.</p>
    </PageNote>
  )
}
