import { Button, NativeSelect, Textarea } from '@mantine/core'
import { trackIds } from '#src/domain/track.ts'
import type { OfferedTrack } from '#src/protocol/rest.ts'
import { byTitle } from '../by-title.ts'
import { trackWords } from '../words.ts'
import { faultsOf, type PartChoice } from './part-choices.ts'
import styles from './parts-section.module.css'

interface PartFieldsProps {
  part: PartChoice
  /** Null where there is but one. */
  number: number | null
  /** The interviewer's words with which it begins; null for the first part. */
  begins: string | null
  tracks: readonly OfferedTrack[]
  showsFaults: boolean
  onChange(part: PartChoice): void
  /** Unsaid for the first part. */
  onJoin?(): void
}

/** Track and question of one part. */
export function PartFields({ part, number, begins, tracks, showsFaults, onChange, onJoin }: PartFieldsProps) {
  const { track, question, words, because } = part
  const faults = showsFaults ? faultsOf(part) : {}
  const questions = [...(tracks.find(({ id }) => id === track)?.questions ?? [])].sort(byTitle)
  const say = (said: Partial<PartChoice>) => onChange({ ...part, because: '', ...said })
  return (
    <fieldset className={styles.part}>
      <legend className={styles.legend}>{number === null ? 'The question' : `Question ${number}`}</legend>
      <div className={styles.head}>
        {onJoin !== undefined && (
          <Button
            variant="subtle"
            color="gray"
            size="compact-sm"
            onClick={onJoin}
            aria-label={`Join question ${number} with the one before`}
          >
            Join with the one before
          </Button>
        )}
      </div>
      {begins !== null && (
        <p className={styles.begins} dir="auto">
          {begins}
        </p>
      )}
      <div className={styles.fields}>
        <NativeSelect
          label="Kind of interview"
          value={track ?? ''}
          error={faults.track}
          data={[
            ...(track === null ? [{ value: '', label: 'Choose' }] : []),
            ...trackIds.map((id) => ({ value: id, label: trackWords[id] })),
          ]}
          onChange={(event) => {
            const chosen = trackIds.find((id) => id === event.currentTarget.value) ?? null
            if (chosen !== track) say({ track: chosen, question: null })
          }}
        />
        <NativeSelect
          label="Question"
          value={question ?? ''}
          disabled={track === null}
          description={because === '' ? undefined : because}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          data={[
            { value: '', label: 'One that is not in the bank' },
            ...questions.map(({ id, title }) => ({ value: id, label: title })),
          ]}
          onChange={(event) => say({ question: event.currentTarget.value === '' ? null : event.currentTarget.value })}
        />
        {question === null && (
          <Textarea
            className={styles.wide ?? ''}
            label="What was asked"
            description="Scored by what any such interview is rated on: nobody wrote down what a good answer to this one holds."
            autosize
            minRows={2}
            maxRows={6}
            maxLength={4000}
            value={words}
            error={faults.question}
            onChange={(event) => say({ words: event.currentTarget.value, because })}
          />
        )}
      </div>
    </fieldset>
  )
}
