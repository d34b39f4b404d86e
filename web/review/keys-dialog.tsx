import { Button, Group, Kbd, Text } from '@mantine/core'
import { PageDialog } from '../shell/page-dialog.tsx'
import styles from './keys-dialog.module.css'

const keys: { keys: string[]; does: string }[] = [
  { keys: ['j', '→'], does: 'Next: quoted words, your notes, what the interviewer was after' },
  { keys: ['k', '←'], does: 'Previous' },
  { keys: ['n'], does: 'Note on the selected words; without any, on the mark or the turn you are at' },
  { keys: ['?'], does: 'This list' },
]

/** The keys of the review. */
export function KeysDialog({ isOpen, onClose }: { isOpen: boolean; onClose(): void }) {
  return (
    <PageDialog isOpen={isOpen} onClose={onClose} title="Keys">
      <dl className={styles.keys}>
        {keys.map(({ keys: names, does }) => (
          <div key={does}>
            <dt>
              {names.map((name) => (
                <Kbd key={name}>{name}</Kbd>
              ))}
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
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
