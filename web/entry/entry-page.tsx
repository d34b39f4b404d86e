import { Button, Text, TextInput, Title } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import type { SpaceEntryRequest } from '#src/protocol/space.ts'
import { enterSpace } from '../api/space.ts'
import { useHash } from '../navigation/use-hash.ts'
import { navigate } from '../navigation/use-route.ts'
import { PlainShell } from '../shell/plain-shell.tsx'
import { usePageTitle } from '../shell/use-page-title.ts'
import styles from './entry-page.module.css'

/** Where somebody comes in who has no space in this browser yet: by the access secret, or by a link from another browser of theirs. */
export default function EntryPage() {
  usePageTitle('Come in')
  const move = new URLSearchParams(useHash()).get('move')
  return <PlainShell what="Practice interviews">{move === null ? <BySecret /> : <ByLink move={move} />}</PlainShell>
}

/** Sends what opens a space, once at a time, and goes on when it did. */
function useEntry() {
  const [isBusy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const enter = async (body: SpaceEntryRequest) => {
    setBusy(true)
    setProblem(null)
    const outcome = await enterSpace(body)
    setBusy(false)
    if (outcome.ok) navigate({ page: 'practise' }, 'replace')
    else setProblem(outcome.failure.message)
  }
  return { isBusy, problem, enter }
}

function BySecret() {
  const { isBusy, problem, enter } = useEntry()
  const [name, setName] = useState('')
  const [secret, setSecret] = useState('')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void enter({ name: name.trim(), secret })
  }
  return (
    <form className={styles.entry} onSubmit={submit}>
      <Title order={1} size="h2">
        Come in
      </Title>
      <Text>
        You get a space of your own: nobody else here sees your interviews. Whoever runs this Hotseat has its database, and can
        read them there.
      </Text>
      <TextInput
        label="Your name"
        autoComplete="name"
        maxLength={80}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <TextInput
        label="Access secret"
        description="Whoever runs this Hotseat has it"
        type="password"
        autoComplete="off"
        value={secret}
        onChange={(event) => setSecret(event.currentTarget.value)}
      />
      <Problem words={problem} />
      <div>
        <Button type="submit" loading={isBusy} disabled={name.trim() === '' || secret.trim() === ''}>
          Come in
        </Button>
      </div>
      <Text size="sm" c="dimmed">
        Here before, in another browser? Make a link there under Settings, “Your space”, and open it here. This browser stays let
        in for 30 days after your last visit.
      </Text>
    </form>
  )
}

function ByLink({ move }: { move: string }) {
  const { isBusy, problem, enter } = useEntry()
  return (
    <div className={styles.entry}>
      <Title order={1} size="h2">
        Open your space in this browser
      </Title>
      <Text>The link works once. The browser that it came from stays in the space too, until you leave it there.</Text>
      <Problem words={problem} />
      <div>
        <Button onClick={() => void enter({ move })} loading={isBusy}>
          Open the space here
        </Button>
      </div>
    </div>
  )
}

const Problem = ({ words }: { words: string | null }) =>
  words === null ? null : (
    <Text role="alert" c="var(--mantine-color-error)">
      {words}
    </Text>
  )
