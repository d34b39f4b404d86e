import { Accordion } from '@mantine/core'
import { type DeliveryReport, deliveryNote, type PhaseDelivery, storyNote } from '#src/domain/delivery.ts'
import type { ShownTurn } from '#src/protocol/frames.ts'
import { BarTable } from './bar-table.tsx'
import styles from './delivery-section.module.css'
import { hedgeWords, talkWords, timeWords } from './delivery-words.ts'
import { Section } from './section.tsx'
import { StoryTold } from './story-told.tsx'

interface DeliverySectionProps {
  delivery: DeliveryReport
  turns: readonly ShownTurn[]
  questions: readonly { id: string; title: string }[]
}

/** How the interview was told: counted and shown beside what is common, in the colour of the text. Nothing here is rated. */
export function DeliverySection({ delivery, turns, questions }: DeliverySectionProps) {
  const titleOf = (question: string) => questions.find(({ id }) => id === question)?.title ?? question
  const reached = delivery.questions.filter(({ words }) => words > 0)
  const notReached = delivery.questions.filter(({ words }) => words === 0)
  const isStory = delivery.questions.some(({ story }) => story !== null)
  return (
    <Section title="How you told it" aside={<span className={styles.aside}>Shown, not rated</span>}>
      <p className={styles.note}>{deliveryNote}</p>
      {isStory && <p className={styles.note}>{storyNote}</p>}
      {reached.map((told) => (
        <StoryTold
          key={told.question}
          told={told}
          delivery={delivery}
          turns={turns}
          title={delivery.questions.length > 1 ? titleOf(told.question) : null}
        />
      ))}
      {notReached.length > 0 && (
        <p className={styles.note}>Not reached: {notReached.map(({ question }) => titleOf(question)).join(', ')}.</p>
      )}
      <div className={styles.whole}>
        {delivery.questions.length > 1 && <h3 className={styles.title}>Over all of it</h3>}
        {delivery.phases !== null && <PhaseTable phases={delivery.phases} questions={questions} />}
        <dl className={styles.facts}>
          <dt>Words</dt>
          <dd>{talkWords(delivery)}</dd>
          <dt>Words that soften</dt>
          <dd>{hedgeWords(delivery)}</dd>
          {delivery.notCounted.length > 0 && (
            <>
              <dt>Not counted</dt>
              {delivery.notCounted.map((line) => (
                <dd key={line}>{line}</dd>
              ))}
            </>
          )}
        </dl>
      </div>
      {delivery.turns.length > 0 && <TurnTable delivery={delivery} />}
    </Section>
  )
}

function PhaseTable({ phases, questions }: { phases: readonly PhaseDelivery[]; questions: DeliverySectionProps['questions'] }) {
  const longest = Math.max(...phases.map(({ plannedMs, spentMs }) => Math.max(plannedMs, spentMs ?? 0)))
  const isRepeated = (title: string) => phases.filter((phase) => phase.title === title).length > 1
  return (
    <BarTable
      caption="Time per phase: the bar is what it took, the field behind it what was planned."
      head={['Phase', 'Took', 'Planned']}
      rows={phases.map(({ title, question, plannedMs, spentMs }, at) => ({
        key: `${at}`,
        label: isRepeated(title) ? (questions[question]?.title ?? title) : title,
        bar: spentMs === null ? null : (100 * spentMs) / longest,
        field: { from: 0, to: (100 * plannedMs) / longest },
        value: spentMs === null ? 'not reached' : timeWords(spentMs / 1000),
        beside: timeWords(plannedMs / 1000),
      }))}
    />
  )
}

function TurnTable({ delivery: { turns } }: { delivery: DeliveryReport }) {
  const longest = Math.max(1, ...turns.map(({ words }) => words))
  const isTimed = turns.some(({ seconds }) => seconds !== null)
  return (
    <Accordion
      transitionDuration={0}
      order={3}
      classNames={{ control: styles.control ?? '', item: styles.item ?? '', content: styles.content ?? '' }}
    >
      <Accordion.Item value="turns">
        <Accordion.Control>Turn by turn</Accordion.Control>
        <Accordion.Panel>
          <BarTable
            caption={
              isTimed
                ? 'Words of each of your turns. The time runs from the end of the interviewer’s turn, thinking and typing included.'
                : 'Words of each of your turns.'
            }
            head={isTimed ? ['Turn', 'Words', 'Time'] : ['Turn', 'Words']}
            rows={turns.map(({ turn, words, seconds }) => ({
              key: `${turn}`,
              label: <a href={`#turn-${turn}`}>Turn {turn}</a>,
              bar: (100 * words) / longest,
              value: words.toLocaleString('en'),
              beside: seconds === null ? 'not known' : timeWords(seconds),
            }))}
          />
        </Accordion.Panel>
      </Accordion.Item>
    </Accordion>
  )
}
