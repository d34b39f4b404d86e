import { Button, NativeSelect, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { type PartKind, palette, partKindSchema } from '#src/board/palette.ts'
import styles from './outline-editor.module.css'

/** Adds a part of the palette under a name of one's own. */
export function AddPart({ onAdd }: { onAdd(part: { kind: PartKind; label: string }): void }) {
  const [kind, setKind] = useState<PartKind>('service')
  const [label, setLabel] = useState('')
  const usual = palette.find((part) => part.kind === kind)?.label ?? ''
  const submit = (event: FormEvent) => {
    event.preventDefault()
    onAdd({ kind, label: label.trim() || usual })
    setLabel('')
  }
  return (
    <form className={styles.form} onSubmit={submit}>
      <NativeSelect
        size="xs"
        label="Kind"
        value={kind}
        data={palette.map((part) => ({ value: part.kind, label: part.label }))}
        onChange={(event) => setKind(partKindSchema.parse(event.currentTarget.value))}
      />
      <TextInput
        size="xs"
        label="Name"
        placeholder={usual}
        value={label}
        onChange={(event) => setLabel(event.currentTarget.value)}
      />
      <Button type="submit" size="compact-sm" variant="default">
        Add part
      </Button>
    </form>
  )
}

interface ConnectProps {
  /** Id -> name of what an arrow can be attached to. */
  names: ReadonlyMap<string, string>
  onConnect(arrow: { from: string; to: string; label: string }): void
}

/** Draws an arrow between two of what is there. */
export function Connect({ names, onConnect }: ConnectProps) {
  const [chosen, setChosen] = useState({ from: '', to: '' })
  const [label, setLabel] = useState('')
  const ids = [...names.keys()]
  const from = names.has(chosen.from) ? chosen.from : (ids[0] ?? '')
  const to = names.has(chosen.to) ? chosen.to : (ids.find((id) => id !== from) ?? from)
  const options = ids.map((id) => ({ value: id, label: names.get(id) ?? id }))
  const submit = (event: FormEvent) => {
    event.preventDefault()
    onConnect({ from, to, label: label.trim() })
    setLabel('')
  }
  if (ids.length === 0) return <p className={styles.empty}>Arrows go from part to part: add a part first.</p>
  return (
    <form className={styles.form} onSubmit={submit}>
      <NativeSelect
        size="xs"
        label="From"
        value={from}
        data={options}
        onChange={(event) => setChosen({ from: event.currentTarget.value, to })}
      />
      <NativeSelect
        size="xs"
        label="To"
        value={to}
        data={options}
        onChange={(event) => setChosen({ from, to: event.currentTarget.value })}
      />
      <TextInput
        size="xs"
        label="Label, if any"
        className={styles.wide ?? ''}
        value={label}
        onChange={(event) => setLabel(event.currentTarget.value)}
      />
      <Button type="submit" size="compact-sm" variant="default">
        Add arrow
      </Button>
    </form>
  )
}

/** Adds a text that is no part's name. */
export function AddNote({ onAdd }: { onAdd(text: string): void }) {
  const [text, setText] = useState('')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (text.trim() === '') return
    onAdd(text.trim())
    setText('')
  }
  return (
    <form className={styles.form} onSubmit={submit}>
      <TextInput
        size="xs"
        label="Note"
        className={styles.wide ?? ''}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <Button type="submit" size="compact-sm" variant="default">
        Add note
      </Button>
    </form>
  )
}
