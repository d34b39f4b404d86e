import { Button, VisuallyHidden } from '@mantine/core'
import { memo, type ReactNode, useId, useMemo, useState } from 'react'
import type { Board } from '#src/board/board.ts'
import type { Maker } from '#src/board/new-elements.ts'
import { addNote, addPart, connect, remove, rename, reverse } from '#src/board/outline.ts'
import type { SceneElement } from '#src/board/scene.ts'
import styles from './outline-editor.module.css'
import { AddNote, AddPart, Connect } from './outline-forms.tsx'
import { OutlineRow } from './outline-row.tsx'
import { edgeSaid, edgeWords, kindWords, namesOf, unreadWords } from './outline-words.ts'

interface OutlineEditorProps {
  board: Board
  maker: Maker
  isReadOnly: boolean
  onChange(change: (elements: SceneElement[]) => SceneElement[]): void
}

/** Rows shown of each list: more are read nowhere, and would make every stroke slow. */
const mostRows = 200

/** The drawing as lists of parts, arrows and notes, each of which can be changed without a mouse. */
export const OutlineEditor = memo(function OutlineEditor({ board, maker, isReadOnly, onChange }: OutlineEditorProps) {
  const [said, setSaid] = useState('')
  const names = useMemo(() => namesOf(board), [board])
  const name = (id: string) => names.get(id) ?? ''
  const act = (words: string, change: (elements: SceneElement[]) => SceneElement[]) => {
    onChange(change)
    setSaid(words)
  }
  const renaming = (id: string) => (label: string) =>
    act(`Renamed to ${label}.`, (elements) => rename(elements, { id, label, maker }))
  const removing = (id: string, what: string) => () => act(`Removed ${what}.`, (elements) => remove(elements, { id, maker }))
  const unread = unreadWords(board.unread)
  return (
    <div className={styles.outline}>
      <Part title="Parts" count={board.nodes.length} empty="No parts yet.">
        {board.nodes.slice(0, mostRows).map((node) => (
          <OutlineRow
            key={node.id}
            name={name(node.id)}
            field="Name"
            words={node.label ?? ''}
            placeholder="no name"
            isReadOnly={isReadOnly}
            onRename={renaming(node.id)}
            onRemove={removing(node.id, name(node.id))}
          >
            <span className={styles.kind}>{kindWords(node)}</span>
          </OutlineRow>
        ))}
        {!isReadOnly && (
          <AddPart onAdd={(part) => act(`Added ${part.label}.`, (elements) => addPart(elements, { ...part, maker }))} />
        )}
      </Part>
      <Part title="Arrows" count={board.edges.length} empty="No arrows yet.">
        {board.edges.slice(0, mostRows).map((edge) => (
          <OutlineRow
            key={edge.id}
            name={`the arrow from ${edgeSaid(edge, names)}`}
            field="Label"
            words={edge.label ?? ''}
            placeholder="no label"
            isReadOnly={isReadOnly}
            onRename={renaming(edge.id)}
            onRemove={removing(edge.id, `the arrow from ${edgeSaid(edge, names)}`)}
          >
            <span className={styles.ends}>
              <span aria-hidden="true">{edgeWords(edge, names)}</span>
              <VisuallyHidden>{edgeSaid(edge, names)}</VisuallyHidden>
              {!isReadOnly && edge.direction === 'forward' && (
                <Button
                  variant="subtle"
                  color="gray"
                  size="compact-xs"
                  aria-label={`Turn the arrow from ${edgeSaid(edge, names)} around`}
                  onClick={() => act('Turned the arrow around.', (elements) => reverse(elements, { id: edge.id, maker }))}
                >
                  Turn
                </Button>
              )}
            </span>
          </OutlineRow>
        ))}
        {!isReadOnly && (
          <Connect
            names={names}
            onConnect={(arrow) =>
              act(`Added an arrow from ${name(arrow.from)} to ${name(arrow.to)}.`, (elements) =>
                connect(elements, { ...arrow, maker }),
              )
            }
          />
        )}
      </Part>
      <Part title="Notes" count={board.notes.length} empty="No notes yet.">
        {board.notes.slice(0, mostRows).map((note, at) => (
          <OutlineRow
            key={note.id}
            name={`note ${at + 1}`}
            field="Text"
            words={note.text}
            isReadOnly={isReadOnly}
            onRename={renaming(note.id)}
            onRemove={removing(note.id, `note ${at + 1}`)}
          />
        ))}
        {!isReadOnly && <AddNote onAdd={(text) => act('Added a note.', (elements) => addNote(elements, { text, maker }))} />}
      </Part>
      {board.frames.length > 0 && (
        <Part title="Frames" count={board.frames.length} empty="">
          {board.frames.slice(0, mostRows).map((frame) => (
            <OutlineRow
              key={frame.id}
              name={name(frame.id)}
              field="Name"
              words={frame.label ?? ''}
              placeholder="no name"
              isReadOnly={isReadOnly}
              onRename={renaming(frame.id)}
              onRemove={removing(frame.id, name(frame.id))}
            />
          ))}
        </Part>
      )}
      {unread !== '' && <p className={styles.empty}>{unread}</p>}
      <VisuallyHidden role="status">{said}</VisuallyHidden>
    </div>
  )
})

function Part({
  title,
  count,
  empty,
  children,
}: {
  title: string
  count: number
  empty: string
  children: ReactNode[] | ReactNode
}) {
  const id = useId()
  const [rows, ...forms] = Array.isArray(children) ? children : [children]
  return (
    <section aria-labelledby={id}>
      <h3 id={id} className={styles.title}>
        {title}
      </h3>
      {count === 0 ? <p className={styles.empty}>{empty}</p> : <ul className={styles.list}>{rows}</ul>}
      {count > mostRows && <p className={styles.empty}>And {(count - mostRows).toLocaleString('en')} more on the drawing.</p>}
      {forms}
    </section>
  )
}
