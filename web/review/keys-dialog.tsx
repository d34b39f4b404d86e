import { Button, Group, Text } from '@mantine/core'
import { KeyList, type KeyWords } from '../shell/key-list.tsx'
import { PageDialog } from '../shell/page-dialog.tsx'

const keys: readonly KeyWords[] = [
  { keys: ['j', '→'], does: 'Next: quoted words, your notes, what the interviewer was after' },
  { keys: ['k', '←'], does: 'Previous' },
  { keys: ['n'], does: 'Note on the selected words; without any, on the mark or the turn you are at' },
  { keys: ['?'], does: 'This list' },
]

/** The keys of the review. */
export function KeysDialog({ isOpen, onClose }: { isOpen: boolean; onClose(): void }) {
  return (
    <PageDialog isOpen={isOpen} onClose={onClose} title="Keys">
      <KeyList keys={keys} />
      <Text size="sm" c="dimmed" mt="md">
        They rest while you write or choose something.
      </Text>
      <Group mt="lg" justify="flex-end">
        <Button variant="default" onClick={onClose} data-autofocus>
          Close
        </Button>
      </Group>
    </PageDialog>
  )
}
