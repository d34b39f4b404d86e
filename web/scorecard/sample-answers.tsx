import { Accordion } from '@mantine/core'
import type { ScheduledPhase } from '#src/domain/interview.ts'
import type { Level } from '#src/domain/track.ts'
import type { QuestionAnswers } from '../api/server.ts'
import styles from './sample-answers.module.css'
import { Section } from './section.tsx'

interface SampleAnswersProps {
  answers: readonly QuestionAnswers[]
  questions: readonly { id: string; title: string }[]
  schedule: readonly ScheduledPhase[]
  level: Level
}

/** One good answer to each question at the level aimed at, folded away until wanted. */
export function SampleAnswers({ answers, questions, schedule, level }: SampleAnswersProps) {
  const shown = answers.flatMap(({ question, answers: samples }) => {
    const sample = samples.find(({ quality }) => quality === level) ?? samples.find(({ quality }) => quality !== 'weak')
    const title = questions.find(({ id }) => id === question)?.title ?? question
    return sample ? [{ question, title, sample }] : []
  })
  if (shown.length === 0) return null
  return (
    <Section title="A sample answer">
      <Accordion
        multiple
        transitionDuration={0}
        order={3}
        classNames={{ control: styles.control ?? '', item: styles.item ?? '', content: styles.content ?? '' }}
      >
        {shown.map(({ question, title, sample }) => (
          <Accordion.Item key={question} value={question}>
            <Accordion.Control>
              {title}, {sample.quality}
            </Accordion.Control>
            <Accordion.Panel>
              {sample.parts.map(({ phase, text }) => (
                <div key={phase} className={styles.part}>
                  <h4>{schedule.find((scheduled) => scheduled.phase === phase)?.title ?? phase}</h4>
                  <p>{text}</p>
                </div>
              ))}
            </Accordion.Panel>
          </Accordion.Item>
        ))}
      </Accordion>
    </Section>
  )
}
