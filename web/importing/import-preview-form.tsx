import { Button, Loader, Text } from '@mantine/core'
import { type ReactNode, type SubmitEvent, useRef, useState } from 'react'
import type { ImportedInterviews, ImportPreview } from '#src/domain/import.ts'
import type { SourceSpeaker } from '#src/domain/imported.ts'
import type { OfferedTrack } from '#src/protocol/rest.ts'
import { createImport } from '../api/importing.ts'
import styles from './import-preview-form.module.css'
import type { ImportChoices, SourceText } from './kept-import.ts'
import { LevelChoice } from './level-choice.tsx'
import { guessedChoices, keptChoices, type PartChoice, requestedParts } from './part-choices.ts'
import { PartsSection } from './parts-section.tsx'
import { ReadSection } from './read-section.tsx'
import { SpeakersSection } from './speakers-section.tsx'
import { useImportPreview } from './use-import-preview.ts'

interface ImportPreviewFormProps {
  tracks: readonly OfferedTrack[]
  source: SourceText
  choices: ImportChoices
  onChoose(part: Partial<ImportChoices>): void
  onSource(source: SourceText): void
  onImported(interviews: ImportedInterviews['interviews']): void
}

/** What was read of a source, with all that a person may say otherwise, and the import itself. */
export function ImportPreviewForm(props: ImportPreviewFormProps) {
  const { source, choices, onChoose } = props
  const { preview, failure, isReading, again } = useImportPreview(source, choices.speakers)
  const back = (
    <Button variant="default" onClick={() => onChoose({ isLookedAt: false })}>
      Change the text
    </Button>
  )
  if (failure !== null && (preview === null || failure.kind === 'refused'))
    return (
      <div className={styles.failed} role="alert">
        <h2 className={styles.heading}>
          {failure.kind === 'refused' ? 'This is no transcript that can be read' : 'It could not be looked at'}
        </h2>
        <p>{failure.message}</p>
        <p>What you gave is still here.</p>
        <div className={styles.actions}>
          {back}
          {failure.kind !== 'refused' && <Button onClick={again}>Try again</Button>}
        </div>
      </div>
    )
  if (preview === null)
    return (
      <div className={styles.reading} role="status">
        <Loader size="xs" color="var(--mantine-color-dimmed)" aria-hidden />
        <Text c="dimmed">Reading the transcript</Text>
      </div>
    )
  return (
    <Looked {...props} preview={preview} isReading={isReading}>
      {back}
      {failure !== null && (
        <Text role="alert" c="var(--mantine-color-error)">
          {failure.message} What is shown may be older than your choices.{' '}
          <Button variant="subtle" size="compact-sm" onClick={again}>
            Try again
          </Button>
        </Text>
      )}
    </Looked>
  )
}

interface LookedProps extends ImportPreviewFormProps {
  preview: ImportPreview
  isReading: boolean
  children: ReactNode
}

function Looked({ tracks, source, choices, onChoose, onSource, onImported, preview, isReading, children }: LookedProps) {
  const form = useRef<HTMLFormElement>(null)
  const [isBusy, setBusy] = useState(false)
  const [wasTried, setWasTried] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const parts = choices.parts === null ? guessedChoices(preview) : keptChoices(choices.parts, preview)
  const level = choices.level ?? preview.level
  const speakers: SourceSpeaker[] = preview.speakers.map(({ label, role }) => ({
    label,
    role: choices.speakers?.find((one) => one.label === label)?.role ?? role,
  }))
  /** Says what is missing, and goes to the first field that lacks something. */
  const refuse = (why: string) => {
    setProblem(why)
    requestAnimationFrame(() => form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus())
  }
  const setParts = (next: PartChoice[]) => onChoose({ parts: next })

  const submit = async (event: SubmitEvent) => {
    event.preventDefault()
    setWasTried(true)
    const requested = level === null ? null : requestedParts(parts, level)
    if (!speakers.some(({ role }) => role === 'candidate')) return refuse('Say whose words are the candidate’s.')
    if (level === null) return refuse('Choose the level that was interviewed for.')
    if (requested === null) return refuse('Say what each question was.')
    const body = { text: source.text, fileName: source.fileName, speakers, language: choices.language, parts: requested }
    // Of the text its length is enough here: another text is another import.
    const said = JSON.stringify({ ...body, text: source.text.length })
    const id = choices.tried?.body === said ? choices.tried.id : crypto.randomUUID()
    onChoose({ tried: { id, body: said } })
    setProblem(null)
    setBusy(true)
    const outcome = await createImport({ id, ...body })
    if (outcome.ok) return onImported(outcome.value.interviews)
    setBusy(false)
    setProblem(`${outcome.failure.message} Nothing you chose is lost.`)
  }

  return (
    <form ref={form} onSubmit={submit} aria-busy={isReading} className={styles.form}>
      <ReadSection preview={preview} fileName={source.fileName} />
      <SpeakersSection
        preview={preview}
        speakers={speakers}
        source={source}
        onSpeakers={(next) => onChoose({ speakers: next })}
        onSource={onSource}
      />
      <PartsSection tracks={tracks} preview={preview} parts={parts} level={level} showsFaults={wasTried} onParts={setParts}>
        <LevelChoice
          level={level}
          isGuessed={choices.level === null && preview.level !== null}
          language={choices.language}
          showsFaults={wasTried}
          onChange={onChoose}
        />
      </PartsSection>
      <div className={styles.end}>
        {problem !== null && (
          <Text role="alert" c="var(--mantine-color-error)">
            {problem}
          </Text>
        )}
        <div className={styles.actions}>
          <Button type="submit" size="md" loading={isBusy} disabled={isReading}>
            Import and score
          </Button>
          {children}
        </div>
        <Text size="sm" c="dimmed" role="status">
          {isBusy ? 'Storing it and beginning to score.' : isReading ? 'Reading it again.' : ''}
        </Text>
      </div>
    </form>
  )
}
