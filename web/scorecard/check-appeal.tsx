import { Button } from '@mantine/core'
import { lazy, Suspense, useState } from 'react'
import type { Appeal } from '#src/domain/appeal.ts'
import type { CheckResult } from '#src/domain/score.ts'
import type { ShownTurn } from '#src/protocol/frames.ts'
import styles from './check-appeal.module.css'

const AppealDialog = lazy(() => import('./appeal-dialog.tsx'))

export interface CheckAppealProps {
  interviewId: string
  question: string | null
  criterion: string
  check: CheckResult
  turns: readonly ShownTurn[]
  appeals: readonly Appeal[]
  onMoved(): void
}

/** What came of earlier appeals of a check, and the way to another. */
export function CheckAppeal(props: CheckAppealProps) {
  const [isOpen, setOpen] = useState(false)
  const { question, criterion, check, appeals } = props
  if (question === null) return null
  const own = appeals.filter((one) => one.question === question && one.criterion === criterion && one.check === check.check)
  const newest = own.at(-1)
  return (
    <>
      {newest !== undefined && (
        <p className={styles.appeal}>
          {newest.outcome.kind === 'moved' ? 'Appeal granted' : 'Appeal refused'}, on “{shortened(newest.claim)}”: {newest.reason}
          {own.length > 1 && ` ${own.length} appeals in all.`}
        </p>
      )}
      {check.verdict !== 'yes' && (
        <Button
          variant="subtle"
          size="compact-sm"
          className={styles.open ?? ''}
          aria-label={`I did say that: ${check.means}`}
          onClick={() => setOpen(true)}
        >
          I did say that
        </Button>
      )}
      {isOpen && (
        <Suspense fallback={null}>
          <AppealDialog {...props} question={question} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  )
}

const shortened = (words: string): string => (words.length > 120 ? `${words.slice(0, 120).trimEnd()}…` : words)
