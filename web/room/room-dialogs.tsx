import { Button, Group, Text } from '@mantine/core'
import type { EnterKey } from '../preferences.ts'
import { KeyList, type KeyWords } from '../shell/key-list.tsx'
import { PageDialog } from '../shell/page-dialog.tsx'

/** Asks before the interview is ended: an end cannot be taken back. */
export function EndDialog({ isOpen, onEnd, onClose }: { isOpen: boolean; onEnd(): void; onClose(): void }) {
  return (
    <PageDialog isOpen={isOpen} onClose={onClose} title="End the interview?">
      <Text>
        What was said so far is scored. It cannot be taken up again afterwards; to come back to it later, pause instead.
      </Text>
      <Group mt="lg" justify="flex-end">
        <Button variant="default" onClick={onClose} data-autofocus>
          Go on
        </Button>
        <Button
          onClick={() => {
            onEnd()
            onClose()
          }}
        >
          End and score
        </Button>
      </Group>
    </PageDialog>
  )
}

const moves: readonly (KeyWords & { only?: 'practice' | 'gentle' })[] = [
  { keys: ['Esc'], does: 'Leave the composer for the transcript' },
  { keys: ['c'], does: 'Back to the composer' },
  { keys: ['w'], does: 'Open the workspace and go there; from there, back to the composer' },
  { keys: ['h'], does: 'Ask for a hint' },
  { keys: ['m'], does: 'Ask for coaching on the last answer', only: 'practice' },
  { keys: ['t'], does: 'Show or hide the time', only: 'gentle' },
  { keys: ['p'], does: 'Pause or resume' },
  { keys: ['e'], does: 'End' },
  { keys: ['?'], does: 'This list' },
]

/** The keys of the room. */
export function KeysDialog(props: { isOpen: boolean; enter: EnterKey; isPractice: boolean; isGentle: boolean; onClose(): void }) {
  const { isOpen, enter, isPractice, isGentle, onClose } = props
  const there = { practice: isPractice, gentle: isGentle }
  const writing =
    enter === 'sends'
      ? [
          { keys: ['Enter'], does: 'Send; interrupts an interviewer who is speaking' },
          { keys: ['Shift', 'Enter'], does: 'New line' },
        ]
      : [
          { keys: ['Ctrl', 'Enter'], does: 'Send; interrupts an interviewer who is speaking' },
          { keys: ['Enter'], does: 'New line' },
        ]
  return (
    <PageDialog isOpen={isOpen} onClose={onClose} title="Keys">
      <KeyList keys={[...writing, ...moves.filter(({ only }) => only === undefined || there[only])]} />
      <Text size="sm" c="dimmed" mt="md">
        The single letters work in the transcript; anywhere else, hold Alt. Escape, then Tab leaves an editor of the workspace.
        What Enter does can be changed in the settings.
      </Text>
      <Group mt="lg" justify="flex-end">
        <Button variant="default" onClick={onClose} data-autofocus>
          Close
        </Button>
      </Group>
    </PageDialog>
  )
}
