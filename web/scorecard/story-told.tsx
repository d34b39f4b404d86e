import { Accordion } from '@mantine/core'
import { type DeliveryReport, type QuestionDelivery, type StoryDelivery, storyParts } from '#src/domain/delivery.ts'
import type { ShownTurn } from '#src/protocol/frames.ts'
import { BarTable } from './bar-table.tsx'
import styles from './delivery-section.module.css'
import { baselineWords, deedWords, lengthWords, noSharesWords, partWords, rangeWords } from './delivery-words.ts'

interface StoryToldProps {
  told: QuestionDelivery
  delivery: DeliveryReport
  turns: readonly ShownTurn[]
  /** Null where there is only one question. */
  title: string | null
}

/** More of them are counted. */
const mostFigures = 8

/** The answers to one question: how a story divides, its deeds, its figures, and every sentence with the part it was put into. */
export function StoryTold({ told, delivery: { bands }, turns, title }: StoryToldProps) {
  const { story, figures } = told
  return (
    <section className={styles.story}>
      {title !== null && <h3 className={styles.title}>{title}</h3>}
      {story !== null &&
        (story.shares === null ? (
          <p className={styles.note}>{noSharesWords(bands)}</p>
        ) : (
          <ShareTable shares={story.shares} bands={bands} />
        ))}
      <dl className={styles.facts}>
        {story !== null && (
          <>
            {story.answer !== null && (
              <>
                <dt>Length</dt>
                <dd>{lengthWords(story.answer, bands)}</dd>
              </>
            )}
            <dt>Deeds</dt>
            <dd>{deedWords(story)}</dd>
          </>
        )}
        <dt>Figures</dt>
        <dd>
          {figures.slice(0, mostFigures).map(({ turn, start, quote }, at) => (
            <span key={`${turn} ${start}`}>
              {at > 0 && ', '}
              <a href={`#turn-${turn}`}>“{quote}”</a>
            </span>
          ))}
          {figures.length > mostFigures && ` and ${figures.length - mostFigures} more`}
          {figures.length > 0 && '. '}
          {baselineWords(told)}
        </dd>
      </dl>
      {story !== null && story.sentences.length > 0 && (
        <Sentences sentences={story.sentences} turns={turns} order={title === null ? 3 : 4} />
      )}
    </section>
  )
}

function ShareTable({ shares, bands }: { shares: NonNullable<StoryDelivery['shares']>; bands: DeliveryReport['bands'] }) {
  return (
    <BarTable
      caption="Share of the sentences: the bar is yours, the field behind it what is commonly recommended."
      head={['Part', 'Yours', 'Commonly']}
      rows={storyParts.map((part) => ({
        key: part,
        label: partWords[part],
        bar: shares[part],
        field: bands.story.shares[part],
        value: `${shares[part]}%`,
        beside: `${rangeWords(bands.story.shares[part])}%`,
      }))}
    />
  )
}

interface SentencesProps {
  sentences: StoryDelivery['sentences']
  turns: readonly ShownTurn[]
  /** Level of the heading. */
  order: 3 | 4
}

function Sentences({ sentences, turns, order }: SentencesProps) {
  const textOf = (turn: number) => turns.find((one) => one.turn === turn)?.text ?? ''
  return (
    <Accordion
      transitionDuration={0}
      order={order}
      classNames={{ control: styles.control ?? '', item: styles.item ?? '', content: styles.content ?? '' }}
    >
      <Accordion.Item value="sentences">
        <Accordion.Control>Sentence by sentence</Accordion.Control>
        <Accordion.Panel>
          <ol className={styles.sentences}>
            {sentences.map(({ turn, start, end, part }, at) => (
              <li key={`${turn} ${start}`} data-follows={sentences[at - 1]?.part === part || undefined}>
                <span className={styles.part}>{partWords[part]}</span>
                <span className={styles.sentence}>{textOf(turn).slice(start, end)}</span>
              </li>
            ))}
          </ol>
        </Accordion.Panel>
      </Accordion.Item>
    </Accordion>
  )
}
