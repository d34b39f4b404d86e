import { Text, Title } from '@mantine/core'
import { useEffect, useRef } from 'react'
import type { ImportPreview } from '#src/domain/import.ts'
import { Fold } from '../shell/fold.tsx'
import { amountWords, count, formatWords, qualityWords } from './import-words.ts'
import styles from './read-section.module.css'

/** The form, how much of it could be read, and every place that is no part of it. */
export function ReadSection({ preview, fileName }: { preview: ImportPreview; fileName: string | null }) {
  const heading = useRef<HTMLHeadingElement>(null)
  // What was pasted is no longer there: whoever goes by keyboard or by ear begins at what stands in its place.
  useEffect(() => heading.current?.focus(), [])
  const { format, quality, unread, unreadCount } = preview
  const { title, means } = qualityWords(quality)
  const isJson = format === 'json' || format === 'hotseat-json'
  return (
    <section aria-labelledby="read-title">
      <Title order={2} size="h3" id="read-title" ref={heading} tabIndex={-1} className={styles.title ?? ''}>
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
        <Fold title={unreadCount === 1 ? 'One place is left out' : `${count(unreadCount)} places are left out`}>
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
