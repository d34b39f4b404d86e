import { Accordion } from '@mantine/core'
import type { ReactNode } from 'react'
import type { Rating } from '#src/domain/rubric.ts'
import type { CheckResult, Score } from '#src/domain/score.ts'
import type { ShownCriterion } from '../api/server.ts'
import styles from './criteria-list.module.css'
import { CriterionDetail } from './criterion-detail.tsx'
import { useShowsFigures } from './figures.ts'
import { quotedWords } from './quoted-words.ts'
import { RatingBar } from './rating-bar.tsx'
import { ratingDifference } from './rating-difference.ts'

interface CriteriaListProps {
  criteria: readonly ShownCriterion[]
  scores: readonly Score[]
  /** What the candidate said of themselves, by criterion, before they saw this. */
  said: Readonly<Record<string, Rating>>
  open: string[]
  onOpen(criteria: string[]): void
  /** What can be done about a rating. */
  ratingAction(score: Score): ReactNode
  /** What can be done about a check. */
  checkAction(score: Score, check: CheckResult): ReactNode
}

/** One row a criterion: its rating, the words it rests on; behind it the anchors, the checks and every quote. */
export function CriteriaList({ criteria, scores, said, open, onOpen, ratingAction, checkAction }: CriteriaListProps) {
  const showsFigures = useShowsFigures()
  return (
    <Accordion
      multiple
      value={open}
      onChange={onOpen}
      order={3}
      transitionDuration={0}
      classNames={{
        control: styles.control ?? '',
        item: styles.item ?? '',
        label: styles.label ?? '',
        content: styles.content ?? '',
      }}
    >
      {criteria.map((criterion) => {
        const score = scores.find((candidate) => candidate.criterion === criterion.id)
        if (score === undefined) return null
        const own = said[criterion.id]
        const first = score.kind === 'rated' ? score.evidence[0] : undefined
        return (
          <Accordion.Item key={criterion.id} value={criterion.id} id={`criterion-${criterion.id}`}>
            <Accordion.Control>
              <span className={styles.row}>
                <span className={styles.title}>
                  {criterion.title} {showsFigures && <span className={styles.weight}>{criterion.weight}%</span>}
                  {score.kind === 'rated' && score.secondLook !== undefined && (
                    <span className={styles.secondLook}>
                      {showsFigures
                        ? `Second look: model ${score.secondLook.against}, rules ${score.secondLook.rating}`
                        : 'Second look: model and rules differ'}
                    </span>
                  )}
                </span>
                <span className={styles.ratings}>
                  <RatingBar rating={score.kind === 'rated' ? score.rating : null} />
                  {own !== undefined && (
                    <span className={styles.said}>
                      {ratingDifference({ said: own, shown: score.kind === 'rated' ? score.rating : null }, showsFigures)}
                    </span>
                  )}
                </span>
                <span className={styles.words}>
                  {score.kind === 'unscored' ? score.reason : first ? `“${quotedWords(first)}”` : score.rationale}
                </span>
              </span>
            </Accordion.Control>
            <Accordion.Panel>
              <CriterionDetail criterion={criterion} score={score} checkAction={(check) => checkAction(score, check)} />
              {ratingAction(score)}
            </Accordion.Panel>
          </Accordion.Item>
        )
      })}
    </Accordion>
  )
}
