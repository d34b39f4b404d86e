import { Button, Checkbox, NativeSelect, Radio, Text, TextInput } from '@mantine/core'
import { useState } from 'react'
import { type ShareKind, type ShareRequest, shareKindSchema, usualShareDays } from '#src/domain/share.ts'
import type { NewShare } from '#src/protocol/sharing.ts'
import { makeShare } from '../api/sharing.ts'
import { PageDialog } from '../shell/page-dialog.tsx'
import { NewLink } from './new-link.tsx'
import styles from './share-dialog.module.css'

const kinds: { kind: ShareKind; label: string; description: string }[] = [
  {
    kind: 'review',
    label: 'Review',
    description: 'Reads the transcript, comments on it and rates it without seeing any rating.',
  },
  { kind: 'read-only', label: 'Read only', description: 'Reads the transcript.' },
]
const days = [1, usualShareDays, 30, 90]

interface ShareDialogProps {
  interviewId: string
  isLoopbackOnly: boolean
  onClose(): void
  onMade(): void
}

/** Makes a link to one interview and shows it, which is possible only now. */
export default function ShareDialog({ interviewId, isLoopbackOnly, onClose, onMade }: ShareDialogProps) {
  const [choice, setChoice] = useState<ShareRequest>({
    kind: 'review',
    name: '',
    expiresInDays: usualShareDays,
    showsRatings: true,
  })
  const [isBusy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const [made, setMade] = useState<NewShare | null>(null)
  const { kind, name, expiresInDays, showsRatings } = choice

  const make = async () => {
    setBusy(true)
    setProblem(null)
    const outcome = await makeShare(interviewId, { ...choice, name: name.trim() })
    setBusy(false)
    if (!outcome.ok) return setProblem(outcome.failure.message)
    setMade(outcome.value)
    onMade()
  }

  if (made !== null)
    return (
      <PageDialog isOpen onClose={onClose} title={`The link for ${made.share.name}`}>
        <NewLink made={made} isLoopbackOnly={isLoopbackOnly} />
        <div className={styles.actions}>
          <Button onClick={onClose}>Done</Button>
        </div>
      </PageDialog>
    )
  return (
    <PageDialog isOpen onClose={onClose} title="Let somebody else look">
      <Text size="sm" c="dimmed">
        Whoever has the link sees this one interview and nothing else of yours. What the question’s guide listens for stays
        hidden.
      </Text>
      <TextInput
        mt="md"
        label="For whom"
        description="So that you know later whose link it is"
        data-autofocus
        maxLength={80}
        value={name}
        onChange={(event) => {
          const { value } = event.currentTarget
          setChoice((before) => ({ ...before, name: value }))
        }}
      />
      <Radio.Group
        mt="md"
        name="share-kind"
        label="What they may do"
        value={kind}
        onChange={(value) => {
          const chosen = shareKindSchema.parse(value)
          setChoice((before) => ({ ...before, kind: chosen, showsRatings: chosen === 'review' }))
        }}
      >
        <div className={styles.kinds}>
          {kinds.map((one) => (
            <Radio key={one.kind} value={one.kind} label={one.label} description={one.description} />
          ))}
        </div>
      </Radio.Group>
      <Checkbox
        mt="md"
        label="Show the scorer’s ratings"
        description={
          kind === 'review'
            ? 'Only once their own are submitted, side by side.'
            : 'With the words of yours that they rest on, beside the transcript.'
        }
        checked={showsRatings}
        onChange={(event) => {
          const { checked } = event.currentTarget
          setChoice((before) => ({ ...before, showsRatings: checked }))
        }}
      />
      <NativeSelect
        mt="md"
        label="Works for"
        value={String(expiresInDays)}
        onChange={(event) => {
          const chosen = Number(event.currentTarget.value)
          setChoice((before) => ({ ...before, expiresInDays: chosen }))
        }}
        data={days.map((count) => ({ value: String(count), label: count === 1 ? 'a day' : `${count} days` }))}
      />
      {problem !== null && (
        <Text role="alert" mt="sm" c="var(--mantine-color-error)">
          {problem}
        </Text>
      )}
      <div className={styles.actions}>
        <Button onClick={make} loading={isBusy} disabled={name.trim() === ''}>
          Make the link
        </Button>
        <Button variant="default" onClick={onClose} disabled={isBusy}>
          Cancel
        </Button>
      </div>
    </PageDialog>
  )
}
