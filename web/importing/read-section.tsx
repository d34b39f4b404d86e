import { Text, Title } from '@mantine/core'
import type { ImportPreview } from '#src/domain/import.ts'
import { Fold } from '../shell/fold.tsx'
import { amountWords, count, formatWords, qualityWords } from './import-words.ts'
import styles from './read-section.module.css'

/** The form, how much of it could be read, and every place that is no part of it. */
export function ReadSection({ preview, fileName }: { preview: ImportPreview; fileName: string | null }) {
  const { format, quality, unread, unreadCount } = preview
  const { title, means } = qualityWords(quality)
  const isJson = format === 'json' || format === 'hotseat-json'
  return (
    <section aria-labelledby="read-title">
      <Title order={2} size="h3" id="read-title">
        What was read
      </Title>
      <Text mt="xs">
        {formatWords[format]}
        {fileName !== null && (
          <>
            {' '}
            in <span className={styles.file}>{fileName}</span>
          </>
        )}
        . {amountWords(preview)}
      </Text>
      <div className={styles.quality} data-verdict={quality.verdict}>
        <strong>{title}.</strong> {means}
      </div>
      {unreadCount > 0 && (
        <Fold
          title={unreadCount === 1 ? 'One place is left out' : `${count(unreadCount)} places are left out`}
          aside="what could not be read, or nobody said"
        >
          <ol className={styles.unread}>
            {unread.map(({ line, text, reason }, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: several reasons can stand at one line, and the list never changes its order
              <li key={`${line} ${at}`}>
                <span className={styles.line}>
                  {isJson ? 'entry' : 'line'} {count(line)}
                </span>
                <span>
                  {text !== '' && <q className={styles.words}>{text}</q>} <span className={styles.reason}>{reason}</span>
                </span>
              </li>
            ))}
          </ol>
          {unreadCount > unread.length && (
            <Text size="sm" c="dimmed">
              and {count(unreadCount - unread.length)} more
            </Text>
          )}
        </Fold>
      )}
    </section>
  )
}
