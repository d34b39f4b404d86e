import { CloseButton, TextInput } from '@mantine/core'
import { type KeyboardEvent, type MouseEvent, type ReactNode, useState } from 'react'
import styles from './outline-editor.module.css'

interface OutlineRowProps {
  /** What the row is of, said with each of its controls. */
  name: string
  /** Of the field: "Name", "Label", "Text". */
  field: string
  words: string
  placeholder?: string
  isReadOnly: boolean
  children?: ReactNode
  onRename(words: string): void
  onRemove(): void
}

/** One thing of the drawing: its words, which can be changed, and a button that takes it away. */
export function OutlineRow({ name, field, words, placeholder, isReadOnly, children, onRename, onRemove }: OutlineRowProps) {
  const [draft, setDraft] = useState<string | null>(null)
  const finish = () => {
    if (draft !== null && draft.trim() !== words) onRename(draft.trim())
    setDraft(null)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && !event.nativeEvent.isComposing) finish()
    if (event.key === 'Escape') setDraft(null)
  }
  return (
    <li className={styles.row}>
      {children}
      <TextInput
        size="xs"
        className={styles.words ?? ''}
        aria-label={`${field} of ${name}`}
        placeholder={placeholder}
        value={draft ?? words}
        readOnly={isReadOnly}
        onChange={(event) => setDraft(event.currentTarget.value)}
        onBlur={finish}
        onKeyDown={onKeyDown}
      />
      {!isReadOnly && (
        <CloseButton
          size="sm"
          data-remove
          aria-label={`Remove ${name}`}
          onClick={(event) => {
            toNeighbour(event)
            onRemove()
          }}
        />
      )}
    </li>
  )
}

/** The focus goes where the list goes on, before the button that had it is gone. */
function toNeighbour({ currentTarget }: MouseEvent<HTMLElement>): void {
  const row = currentTarget.closest('li')
  const neighbour = row?.nextElementSibling ?? row?.previousElementSibling
  const next = neighbour?.querySelector<HTMLElement>('[data-remove]')
  const form = currentTarget.closest('section')?.querySelector<HTMLElement>('form select, form input')
  ;(next ?? form)?.focus()
}
