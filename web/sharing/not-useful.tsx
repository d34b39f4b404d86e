import { Button, Group, Text, Textarea } from '@mantine/core'
import { type KeyboardEvent, useRef, useState } from 'react'
import type { Objection, ObjectionTarget } from '#src/domain/objection.ts'
import styles from './not-useful.module.css'
import { useObjections } from './objections.tsx'

/** "Not useful", with a reason: said, shown and taken back in place. It changes no score. */
export function NotUseful({ what, target }: { what: string; target: ObjectionTarget }) {
  const objections = useObjections()
  const [isWriting, setWriting] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const place = useRef<HTMLDivElement>(null)
  if (objections === null) return null
  const said = objections.on(target)
  // What was pressed is gone: the focus goes to what took its place, once that has been drawn.
  const returnFocus = () => requestAnimationFrame(() => place.current?.querySelector('button')?.focus())
  return (
    <div ref={place} className={styles.place}>
      {said !== null && (
        <Said
          what={what}
          said={said}
          onWithdraw={async () => {
            setProblem(await objections.withdraw(said))
            returnFocus()
          }}
        />
      )}
      {said === null && !isWriting && (
        <button type="button" className={styles.open} aria-label={`Not useful: ${what}`} onClick={() => setWriting(true)}>
          Not useful
        </button>
      )}
      {said === null && isWriting && (
        <Reason
          what={what}
          onCancel={() => {
            setWriting(false)
            returnFocus()
          }}
          onKeep={async (reason) => {
            const failure = await objections.raise(target, reason)
            setProblem(failure)
            if (failure !== null) return
            setWriting(false)
            returnFocus()
          }}
        />
      )}
      {problem !== null && (
        <Text role="alert" size="sm" c="var(--mantine-color-error)">
          {problem}
        </Text>
      )}
    </div>
  )
}

function Said({ what, said, onWithdraw }: { what: string; said: Objection; onWithdraw(): void }) {
  return (
    <p className={styles.said}>
      You called this not useful: {said.reason}{' '}
      <button type="button" className={styles.open} aria-label={`Take it back: ${what}`} onClick={onWithdraw}>
        Take it back
      </button>
    </p>
  )
}

interface ReasonProps {
  what: string
  onCancel(): void
  onKeep(reason: string): Promise<void>
}

function Reason({ what, onCancel, onKeep }: ReasonProps) {
  const [isBusy, setBusy] = useState(false)
  const [reason, setReason] = useState('')
  const keep = async () => {
    setBusy(true)
    await onKeep(reason.trim())
    setBusy(false)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') onCancel()
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape closes it from whichever field has the focus
    <div className={styles.reason} onKeyDown={onKeyDown}>
      <Textarea
        label={`Why is ${what} not useful?`}
        description="Kept beside it and in exports. It changes no rating; an appeal of a check can."
        autoFocus
        autosize
        minRows={2}
        maxRows={6}
        maxLength={1000}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <Group mt="sm" gap="sm">
        <Button size="compact-md" onClick={keep} loading={isBusy} disabled={reason.trim() === ''}>
          Keep it
        </Button>
        <Button size="compact-md" variant="default" onClick={onCancel} disabled={isBusy}>
          Cancel
        </Button>
      </Group>
    </div>
  )
}
