import { Text, Title } from '@mantine/core'
import { useMemo, useState } from 'react'
import type { ReviewedInterview } from '#src/protocol/rest.ts'
import { DeleteButton } from '../files/delete-button.tsx'
import { ExportLinks } from '../files/export-links.tsx'
import { RouteLink } from '../navigation/route-link.tsx'
import { useNamedPlace } from '../navigation/use-named-place.ts'
import { readGentle } from '../preferences.ts'
import { useIsSample } from '../sample/sample-context.ts'
import { DeliverySection } from '../scorecard/delivery-section.tsx'
import { FiguresContext } from '../scorecard/figures.ts'
import { ToldSection } from '../scorecard/told-section.tsx'
import { levelWords, recommendationWords, trackWords } from '../words.ts'
import { CourseCharts } from './course-charts.tsx'
import { HabitsSection } from './habits-section.tsx'
import { LineByLine } from './line-by-line.tsx'
import styles from './review-view.module.css'
import { TakeawaySection } from './takeaway-section.tsx'

/** An interview gone back over: its transcript beside its scorecard, then what to take from it. */
export function ReviewView({ reviewed }: { reviewed: ReviewedInterview }) {
  const { interview, scorecard, criteria, review, delivery, turns } = reviewed
  const isSample = useIsSample()
  const [showsFigures, setShowsFigures] = useState(() => !readGentle())
  const titles = useMemo(() => new Map(criteria.map(({ id, title }) => [id, title])), [criteria])
  useNamedPlace()
  const isTimed = interview.imported?.timed ?? true
  return (
    <FiguresContext value={showsFigures}>
      <div className={styles.page} data-page="review">
        <header className={styles.head}>
          <Text c="dimmed">{interview.questions.map(({ title }) => title).join(' · ')}</Text>
          <Title order={1}>Review</Title>
          <p className={styles.standing}>
            {trackWords[interview.track]}, {levelWords[interview.level].toLowerCase()}
            {isTimed && interview.minutes > 0 && `, ${interview.minutes} minutes`}.{' '}
            {scorecard === null
              ? 'Too short to rate, so nothing of what was looked for is shown.'
              : `${scorecard.recommendation === null ? 'No recommendation' : recommendationWords[scorecard.recommendation]}.`}
          </p>
          <nav aria-label="Parts of the review" className={styles.parts}>
            <a href="#line-by-line">Line by line</a>
            {scorecard !== null && <a href="#takeaway">What to take from it</a>}
            <a href="#habits">Habits</a>
            <a href="#told">How you told it</a>
            {scorecard !== null && (
              <RouteLink to={isSample ? { page: 'sample' } : { page: 'scorecard', interview: interview.id }}>Scorecard</RouteLink>
            )}
            {interview.imported !== null && (
              <RouteLink to={{ page: 'correct', interview: interview.id }}>Correct the transcript</RouteLink>
            )}
          </nav>
        </header>
        <LineByLine reviewed={reviewed} titles={titles} isTimed={isTimed} />
        {scorecard !== null && (
          <div id="takeaway" className={styles.part}>
            <TakeawaySection interviewId={interview.id} review={review} titles={titles} />
          </div>
        )}
        <div id="habits" className={styles.part}>
          <HabitsSection habits={review.habits} />
        </div>
        <div id="told" className={styles.part}>
          <ToldSection onToggle={() => setShowsFigures(true)}>
            <DeliverySection delivery={delivery} turns={turns} questions={interview.questions} />
            <CourseCharts delivery={delivery} hints={review.hints} />
          </ToldSection>
        </div>
        {!isSample && (
          <section className={styles.files} aria-label="This interview as a file">
            <ExportLinks interviewId={interview.id} />
            <DeleteButton
              interview={{ id: interview.id, title: interview.questions.map(({ title }) => title).join(' · ') }}
              size="compact-md"
            />
          </section>
        )}
      </div>
    </FiguresContext>
  )
}
