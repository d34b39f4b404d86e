import { NativeSelect, Text, Title } from '@mantine/core'
import type { ReactNode } from 'react'
import type { ImportPreview } from '#src/domain/import.ts'
import type { Level } from '#src/domain/track.ts'
import type { OfferedTrack } from '#src/protocol/rest.ts'
import { type PartChoice, withPart } from './part-choices.ts'
import { PartFields } from './part-fields.tsx'
import styles from './parts-section.module.css'

interface PartsSectionProps {
  tracks: readonly OfferedTrack[]
  preview: ImportPreview
  parts: readonly PartChoice[]
  level: Level | null
  showsFaults: boolean
  onParts(parts: PartChoice[]): void
  /** Choices that all parts share. */
  children: ReactNode
}

/** What the transcript is about, question by question. */
export function PartsSection({ tracks, preview, parts, showsFaults, onParts, children }: PartsSectionProps) {
  const free = preview.asked.filter(({ from }) => from > (parts[0]?.from ?? 0) && !parts.some((part) => part.from === from))
  const change = (at: number, part: PartChoice) => onParts(parts.map((one, place) => (place === at ? part : one)))
  return (
    <section aria-labelledby="parts-title" className={styles.section}>
      <Title order={2} size="h3" id="parts-title">
        What it is about
      </Title>
      <Text c="dimmed" mt="xs">
        {parts.length > 1
          ? `${parts.length} questions. Those of one kind become one interview, the others interviews of their own, each with its scorecard.`
          : 'One question, as far as the interviewer’s words tell.'}
      </Text>
      <div className={styles.shared}>{children}</div>
      {parts.map((part, at) => (
        <PartFields
          key={part.from}
          part={part}
          number={parts.length > 1 ? at + 1 : null}
          begins={at === 0 ? null : (preview.asked.find(({ from }) => from === part.from)?.text ?? null)}
          tracks={tracks}
          showsFaults={showsFaults}
          onChange={(next) => change(at, next)}
          {...(at > 0 && { onJoin: () => onParts(parts.filter((_, place) => place !== at)) })}
        />
      ))}
      {free.length > 0 && parts.length < 50 && (
        <NativeSelect
          mt="lg"
          label="Another question begins with"
          description="Parts the transcript where the interviewer turned to something else"
          value=""
          data={[
            { value: '', label: 'Choose the interviewer’s words' },
            ...free.map(({ from, text }) => ({ value: String(from), label: text })),
          ]}
          onChange={(event) => {
            const chosen = free.find(({ from }) => String(from) === event.currentTarget.value)
            if (chosen !== undefined) onParts(withPart(parts, { from: chosen.from, words: chosen.text }))
          }}
        />
      )}
    </section>
  )
}
