import { Button, NativeSelect, Textarea } from '@mantine/core'
import { memo, useRef, useState } from 'react'
import { speakerSchema } from '#src/domain/turn.ts'
import styles from './correct-page.module.css'
import type { Piece } from './turn-edits.ts'

interface EditedTurnProps {
  number: number
  piece: Piece
  /** False for the first turn of a question. */
  mayJoin: boolean
  onChange(said: Partial<Piece>): void
  onSplit(offset: number): void
  onJoin(): void
}

const speakerWords = { interviewer: 'Interviewer', candidate: 'Candidate' }

/** One turn, read until somebody wants to change it. */
export const EditedTurn = memo(
  function EditedTurn({ number, piece: { speaker, text }, mayJoin, onChange, onSplit, onJoin }: EditedTurnProps) {
    const [isOpen, setOpen] = useState(false)
    const field = useRef<HTMLTextAreaElement>(null)
    const name = `turn ${number}`
    return (
      <li className={styles.turn} data-speaker={speaker}>
        <div className={styles.margin}>
          <span className={styles.number}>{number}</span>
          <NativeSelect
            size="xs"
            aria-label={`Speaker of ${name}`}
            value={speaker}
            data={speakerSchema.options.map((id) => ({ value: id, label: speakerWords[id] }))}
            onChange={(event) => onChange({ speaker: speakerSchema.parse(event.currentTarget.value) })}
          />
        </div>
        <div>
          {isOpen ? (
            <Textarea
              ref={field}
              aria-label={`Words of ${name}`}
              autoFocus
              autosize
              minRows={2}
              maxRows={20}
              value={text}
              onChange={(event) => onChange({ text: event.currentTarget.value })}
            />
          ) : (
            <p className={styles.text} dir="auto">
              {text}
            </p>
          )}
          <div className={styles.tools}>
            <Button
              variant="subtle"
              size="compact-sm"
              onClick={() => setOpen(!isOpen)}
              aria-label={isOpen ? `Done with ${name}` : `Edit ${name}`}
            >
              {isOpen ? 'Done' : 'Edit'}
            </Button>
            {isOpen && (
              <Button
                variant="subtle"
                size="compact-sm"
                onClick={() => onSplit(field.current?.selectionStart ?? 0)}
                title="Where the cursor stands, the other one begins to speak"
              >
                Split at the cursor
              </Button>
            )}
            {mayJoin && (
              <Button variant="subtle" size="compact-sm" onClick={onJoin} aria-label={`Join ${name} with the one before`}>
                Join with the one before
              </Button>
            )}
          </div>
        </div>
      </li>
    )
  },
  // The callbacks are made anew each time, and always mean the turn at this place.
  (before, after) => before.number === after.number && before.piece === after.piece && before.mayJoin === after.mayJoin,
)
