import { Button, Text, Textarea } from '@mantine/core'
import { type KeyboardEvent, useState } from 'react'
import { maxTurnLength } from '#src/protocol/frames.ts'
import { submitRedo } from '../api/server.ts'
import { localArea } from '../live/browser-storage.ts'
import styles from './redo-composer.module.css'

interface RedoComposerProps {
  interviewId: string
  criterion: string
  check: string
  onStored(): void
}

/** Where the new answer is written. The draft stays in this browser until it is sent. */
export function RedoComposer({ interviewId, criterion, check, onStored }: RedoComposerProps) {
  const place = `hotseat.redo.${interviewId}.${criterion}.${check}`
  const [text, setText] = useState(() => localArea.getItem(place) ?? '')
  const [id, setId] = useState(() => crypto.randomUUID())
  const [isBusy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const over = text.length - maxTurnLength

  const type = (words: string) => {
    setText(words)
    if (words === '') localArea.removeItem(place)
    else localArea.setItem(place, words)
  }
  const send = async () => {
    if (text.trim() === '' || over > 0 || isBusy) return
    setBusy(true)
    setProblem(null)
    const outcome = await submitRedo(interviewId, { id, criterion, check, text: text.trim() })
    setBusy(false)
    if (!outcome.ok) return setProblem(`${outcome.failure.message} Your words are still here.`)
    setId(crypto.randomUUID())
    type('')
    onStored()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return
    event.preventDefault()
    void send()
  }

  return (
    <div className={styles.composer}>
      <Textarea
        label="Your new answer"
        description="It is graded alone; your first answer stays as it is. Ctrl and Enter sends."
        autosize
        minRows={5}
        maxRows={16}
        value={text}
        readOnly={isBusy}
        error={over > 0 ? `${over.toLocaleString('en')} characters too long.` : undefined}
        onChange={(event) => type(event.currentTarget.value)}
        onKeyDown={onKeyDown}
      />
      <Button mt="sm" onClick={send} loading={isBusy} disabled={text.trim() === '' || over > 0}>
        Grade this answer
      </Button>
      {problem !== null && (
        <Text role="alert" mt="sm" c="var(--mantine-color-error)">
          {problem}
        </Text>
      )}
    </div>
  )
}
