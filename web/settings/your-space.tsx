import { Button, Text, TextInput, Title } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { entryPath, type OwnSpace, type SpaceMove } from '#src/protocol/space.ts'
import { leaveSpace, makeSpaceMove, renameSpace } from '../api/space.ts'
import { navigate } from '../navigation/use-route.ts'
import { CopyField } from '../shell/copy-field.tsx'
import styles from './your-space.module.css'

/** The space that this browser is in: its name, the way into another browser, and the way out. */
export function YourSpace({ space }: { space: NonNullable<OwnSpace['space']> }) {
  const [kept, setKept] = useState(space.name)
  const [name, setName] = useState(space.name)
  const [move, setMove] = useState<SpaceMove | null>(null)
  const [isLeaving, setLeaving] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)

  const rename = async (event: FormEvent) => {
    event.preventDefault()
    const outcome = await renameSpace(name.trim())
    setProblem(outcome.ok ? null : outcome.failure.message)
    if (outcome.ok) setKept(outcome.value.space?.name ?? name)
  }
  const makeLink = async () => {
    const outcome = await makeSpaceMove()
    setProblem(outcome.ok ? null : outcome.failure.message)
    if (outcome.ok) setMove(outcome.value)
  }
  const leave = async () => {
    const outcome = await leaveSpace()
    if (outcome.ok) navigate({ page: 'entry' })
    else setProblem(outcome.failure.message)
  }

  return (
    <section aria-labelledby="space-title">
      <Title order={2} size="h3" id="space-title">
        Your space
      </Title>
      <Text mt="sm">Your interviews are yours: nobody who comes in here by another name or in another browser sees them.</Text>
      <form className={styles.row} onSubmit={rename}>
        <TextInput
          label="Name of the space"
          maxLength={80}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <Button type="submit" variant="default" disabled={name.trim() === '' || name.trim() === kept}>
          Rename
        </Button>
      </form>
      <Text mt="md">
        This browser is let in for 30 days after your last visit, and nothing but a browser that is in the space can let another
        in. Put it into a second one, so that you can lose one.
      </Text>
      {move === null ? (
        <Button mt="sm" variant="default" onClick={makeLink}>
          Make a link for another browser
        </Button>
      ) : (
        <div className={styles.link}>
          <CopyField label="Link for another browser" value={`${window.location.origin}${entryPath}#move=${move.token}`} />
          <Text size="sm" c="dimmed">
            It works once, until {new Date(move.expiresAt).toLocaleTimeString([], { hour: '2-digit', minute: '2-digit' })}.
            Whoever opens it is in your space.
          </Text>
        </div>
      )}
      <div className={styles.leave}>
        {isLeaving ? (
          <>
            <Text>
              This browser forgets the space. Where no other browser is in it, you cannot come back to your interviews: export
              them first.
            </Text>
            <div className={styles.actions}>
              <Button autoFocus onClick={leave}>
                Leave now
              </Button>
              <Button variant="default" onClick={() => setLeaving(false)}>
                Stay
              </Button>
            </div>
          </>
        ) : (
          <Button variant="default" onClick={() => setLeaving(true)}>
            Leave this space
          </Button>
        )}
      </div>
      {problem !== null && (
        <Text role="alert" mt="sm" c="var(--mantine-color-error)">
          {problem}
        </Text>
      )}
    </section>
  )
}
