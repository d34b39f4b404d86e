import { Button, Text } from '@mantine/core'
import { useState } from 'react'
import type { LibraryQuestion, StudyGuide } from '#src/protocol/rest.ts'
import { openGuide } from '../api/server.ts'
import { Fold } from '../shell/fold.tsx'
import { levelWords } from '../words.ts'
import styles from './study-guide-view.module.css'

type Standing =
  | { kind: 'closed' }
  | { kind: 'asking' }
  | { kind: 'loading' }
  | { kind: 'open'; guide: StudyGuide }
  | { kind: 'failed'; message: string }

/** The guide of a question, closed until it is opened; before the first attempt it says what opening it means. */
export function StudyGuideView({ question }: { question: LibraryQuestion }) {
  const [standing, setStanding] = useState<Standing>({ kind: 'closed' })
  const needsAsking = question.tried === null && !question.isGuideRead
  const open = async () => {
    setStanding({ kind: 'loading' })
    const outcome = await openGuide(question, question.tried === null)
    setStanding(outcome.ok ? { kind: 'open', guide: outcome.value } : { kind: 'failed', message: outcome.failure.message })
  }
  switch (standing.kind) {
    case 'open':
      return <OpenGuide guide={standing.guide} />
    case 'asking':
      return (
        <div className={styles.asking}>
          <p>
            You have not tried this question. Once you have read what is listened for, an interview on it shows what you kept
            rather than what you would have found, and counts as prepared.
          </p>
          <Button variant="default" size="sm" onClick={open} autoFocus>
            Open it for study
          </Button>
          <Button variant="subtle" size="sm" onClick={() => setStanding({ kind: 'closed' })}>
            Leave it closed
          </Button>
        </div>
      )
    default:
      return (
        <>
          <Button
            variant="subtle"
            size="compact-sm"
            loading={standing.kind === 'loading'}
            onClick={() => (needsAsking ? setStanding({ kind: 'asking' }) : open())}
          >
            Show what is listened for
          </Button>
          {standing.kind === 'failed' && (
            <Text role="alert" size="sm" c="var(--mantine-color-error)">
              {standing.message}
            </Text>
          )}
        </>
      )
  }
}

const weightWords = { must: 'Expected', should: 'Hoped for', bonus: 'Above the bar' } as const

function OpenGuide({ guide }: { guide: StudyGuide }) {
  const { criteria, facts, changes, truths, phases, answers } = guide
  const titleOf = (phase: string) => phases.find(({ id }) => id === phase)?.title ?? phase
  const listened = criteria.filter(({ points }) => points.length > 0)
  return (
    <div className={styles.guide}>
      <h4>What is listened for</h4>
      {listened.length === 0 && <p>Nothing in particular: it is scored by what the track asks of any answer.</p>}
      {listened.map(({ title, points }) => (
        <section key={title}>
          <h5>{title}</h5>
          <ul>
            {points.map(({ point, why, level, weight }) => (
              <li key={point}>
                {point}
                <span className={styles.dimmed}>
                  {weightWords[weight]} from {levelWords[level].toLowerCase()}. {why}
                </span>
              </li>
            ))}
          </ul>
        </section>
      ))}
      <Lines title="What the interviewer tells when asked" lines={facts} />
      <Lines title="What may change on the way" lines={changes} />
      <Lines title="What is easily got wrong" lines={truths} />
      {answers.map(({ quality, parts }) => (
        <Fold key={quality} title={quality === 'weak' ? 'A weak answer' : `A good answer, ${levelWords[quality].toLowerCase()}`}>
          {parts.map(({ phase, text }) => (
            <div key={phase} className={styles.part}>
              {parts.length > 1 && <h5>{titleOf(phase)}</h5>}
              <p>{text}</p>
            </div>
          ))}
        </Fold>
      ))}
    </div>
  )
}

function Lines({ title, lines }: { title: string; lines: readonly string[] }) {
  if (lines.length === 0) return null
  return (
    <Fold title={title}>
      <ul>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </Fold>
  )
}
