import { Code, Text, Title } from '@mantine/core'
import type { Settings } from '#src/protocol/rest.ts'
import styles from './own-questions.module.css'

/** Which questions of one's own the bank holds, and what keeps others out of it. */
export function OwnQuestions({ own }: { own: Settings['ownQuestions'] }) {
  return (
    <section aria-labelledby="own-questions-title">
      <Title order={2} size="h3" id="own-questions-title">
        Your own questions
      </Title>
      {own === null ? (
        <Text mt="sm">
          None. Set <Code>HOTSEAT_CONTENT</Code> to a folder of your own and put{' '}
          <Code>system-design/questions/webhook-relay/question.md</Code> into it; the README shows one of ten lines.
        </Text>
      ) : (
        <>
          <Text mt="sm">
            {own.count === 0 ? 'No question' : own.count === 1 ? 'One question' : `${own.count} questions`} from{' '}
            <Code>{own.folder}</Code>, read when the server started.
          </Text>
          {own.faults.length > 0 && (
            <>
              <Text mt="sm">Left out until these are mended:</Text>
              <ul className={styles.faults}>
                {own.faults.map((fault) => (
                  <li key={fault}>{fault}</li>
                ))}
              </ul>
            </>
          )}
        </>
      )}
    </section>
  )
}
