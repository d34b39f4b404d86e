import { Button, Text, Textarea } from '@mantine/core'
import { type KeyboardEvent, useState } from 'react'
import type { Note } from '#src/domain/note.ts'
import type { WordsPlace } from '../scorecard/selected-words.ts'
import { noteMarkId } from './review-marks.ts'
import styles from './turn-notes.module.css'

const longestNote = 4000
const longestShown = 160

/** A note that is being written: a new one, or one that is changed. */
export interface NoteDraft extends WordsPlace {
  id: string
  text: string
  isNew: boolean
}

interface OwnNotesProps {
  notes: readonly Note[]
  /** Ids of those whose words are no more in the turn. */
  lost: ReadonlySet<string>
  onEdit(note: Note): void
  onRemove(note: Note): void
}

/** One's own notes on a turn, beneath it. */
export function OwnNotes({ notes, lost, onEdit, onRemove }: OwnNotesProps) {
  return (
    <ul className={styles.notes} aria-label="Your notes on this turn">
      {notes.map((note) => (
        <li key={note.id}>
          <a href={`#${noteMarkId(note.id)}`} className={styles.noted}>
            “{shortened(note.quote)}”
          </a>
          {lost.has(note.id) && <span className={styles.dimmed}> These words are no more in the turn: it was corrected.</span>}
          {note.text !== '' && <p className={styles.noteText}>{note.text}</p>}
          <span className={styles.noteActions}>
            <Button
              variant="subtle"
              size="compact-xs"
              onClick={() => onEdit(note)}
              aria-label={`Edit the note on “${shortened(note.quote)}”`}
            >
              {note.text === '' ? 'Write a note' : 'Edit'}
            </Button>
            <Button
              variant="subtle"
              size="compact-xs"
              onClick={() => onRemove(note)}
              aria-label={`Delete the note on “${shortened(note.quote)}”`}
            >
              Delete
            </Button>
          </span>
        </li>
      ))}
    </ul>
  )
}

interface NoteComposerProps {
  draft: NoteDraft
  problem: string | null
  /** Resolves with true once it is stored. */
  onKeep(note: NoteDraft): Promise<boolean>
  onClose(): void
}

/** Where a note is written, at the turn it is on. Left empty, the words are only highlighted. */
export function NoteComposer({ draft, problem, onKeep, onClose }: NoteComposerProps) {
  const [text, setText] = useState(draft.text)
  const [isBusy, setBusy] = useState(false)
  const over = text.length - longestNote
  const keep = async () => {
    if (isBusy || over > 0) return
    setBusy(true)
    const isKept = await onKeep({ ...draft, text: text.trim() })
    setBusy(false)
    if (isKept) onClose()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') return onClose()
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return
    event.preventDefault()
    void keep()
  }
  return (
    <div className={styles.composer}>
      <Textarea
        label={`Note on “${shortened(draft.quote)}”`}
        description="Ctrl and Enter keeps it. Left empty, the words are highlighted."
        autosize
        minRows={2}
        maxRows={10}
        data-autofocus
        autoFocus
        value={text}
        readOnly={isBusy}
        error={over > 0 ? `${over.toLocaleString('en')} characters too long.` : undefined}
        onChange={(event) => setText(event.currentTarget.value)}
        onKeyDown={onKeyDown}
      />
      <div className={styles.noteActions}>
        <Button size="compact-sm" onClick={keep} loading={isBusy} disabled={over > 0}>
          {text.trim() === '' ? 'Highlight' : 'Keep the note'}
        </Button>
        <Button variant="default" size="compact-sm" onClick={onClose}>
          Cancel
        </Button>
      </div>
      {problem !== null && (
        <Text role="alert" size="sm" c="var(--mantine-color-error)">
          {problem} What you wrote is still here.
        </Text>
      )}
    </div>
  )
}

const shortened = (quote: string): string =>
  quote.length <= longestShown ? quote : `${quote.slice(0, longestShown - 1).trimEnd()}…`
