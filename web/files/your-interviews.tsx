import { Button, Checkbox, FileButton, Text, Title } from '@mantine/core'
import { useState } from 'react'
import type { RestoredFile } from '#src/protocol/rest.ts'
import { exportAllAddress, restoreFile } from '../api/files.ts'
import { RouteLink } from '../navigation/route-link.tsx'
import { DeleteButton } from './delete-button.tsx'
import { restoreOutcome } from './restore-outcome.ts'
import styles from './your-interviews.module.css'

/** All of one's interviews: out as an archive, back in, and gone. */
export function YourInterviews() {
  return (
    <section aria-labelledby="interviews-title">
      <Title order={2} size="h3" id="interviews-title">
        Your interviews
      </Title>
      <Text mt="sm">
        Everything at once, as one archive: each interview as a page to read, as Markdown and as JSON. The latter two hold all
        that Hotseat keeps of it, the guide and your notes included, and can be restored here or elsewhere.
      </Text>
      <Button component="a" href={exportAllAddress} download variant="default" mt="sm">
        Export all
      </Button>
      <Restore />
      <Text mt="xl">
        Deleting takes an interview with everything that belongs to it, links to it included. Ten seconds later it is gone from
        the database for good. Backups of the database and files that you exported stay as they are.
      </Text>
      <div className={styles.row}>
        <DeleteButton interview={null} words="Delete all interviews" />
      </div>
    </section>
  )
}

type State = { kind: 'idle' } | { kind: 'busy' } | { kind: 'failed'; message: string } | { kind: 'done'; files: RestoredFile[] }

function Restore() {
  const [state, setState] = useState<State>({ kind: 'idle' })
  const [isCopy, setCopy] = useState(false)
  const take = async (file: File | null) => {
    if (file === null) return
    setState({ kind: 'busy' })
    const outcome = await restoreFile(file, isCopy ? 'copy' : 'leave')
    setState(outcome.ok ? { kind: 'done', files: outcome.value } : { kind: 'failed', message: outcome.failure.message })
  }
  return (
    <>
      <Text mt="xl">
        An exported archive, Markdown or JSON file is taken back in as what it was: a mock stays a mock, with the scorecard that
        it was given then.
      </Text>
      <div className={styles.row}>
        <FileButton onChange={take} accept=".zip,.json,.md,application/zip,application/json,text/markdown">
          {(props) => (
            <Button {...props} variant="default" loading={state.kind === 'busy'}>
              Restore from a file
            </Button>
          )}
        </FileButton>
        <Checkbox
          label="Also those that are here already, as copies"
          checked={isCopy}
          onChange={(event) => setCopy(event.currentTarget.checked)}
        />
      </div>
      <div role="status" className={styles.outcome}>
        {state.kind === 'failed' && <Text c="var(--mantine-color-error)">{state.message}</Text>}
        {state.kind === 'done' && <Outcome files={state.files} />}
      </div>
    </>
  )
}

function Outcome({ files }: { files: readonly RestoredFile[] }) {
  const { sentences, named, more } = restoreOutcome(files)
  return (
    <>
      <Text>{sentences.join(' ')}</Text>
      <ul className={styles.files}>
        {named.map((file) => (
          <li key={file.file}>
            {file.kind === 'failed' ? (
              `Not restored: ${file.reason}`
            ) : (
              <RouteLink to={{ page: 'review', interview: file.id }}>{file.title}</RouteLink>
            )}
          </li>
        ))}
        {more > 0 && <li>{`and ${more} more`}</li>}
      </ul>
    </>
  )
}
