import { Button, Code } from '@mantine/core'
import type { Failure } from '../api/request.ts'
import { RouteButton } from '../navigation/route-button.tsx'
import { RouteLink } from '../navigation/route-link.tsx'
import { PageNote } from './page-note.tsx'
import { ToEntry } from './to-entry.tsx'

/** A page that could not be loaded, said by its cause. */
export function FailureNote({ failure, onRetry }: { failure: Failure; onRetry?: () => void }) {
  const retry = onRetry && <Button onClick={onRetry}>Try again</Button>
  switch (failure.kind) {
    case 'signed-out':
      return <SignedOutNote />
    case 'no-space':
      return <ToEntry />
    case 'not-found':
      return <NotFoundNote />
    case 'unreachable':
      return (
        <PageNote title="The server does not answer" actions={retry}>
          <p>
            Nothing is lost: every turn you sent and saw stored is in the database file. Look at the terminal in which Hotseat was
            started; if it has stopped, start it again with <Code>npm start</Code>.
          </p>
        </PageNote>
      )
    case 'refused':
    case 'unreadable':
      return (
        <PageNote title="That did not work" actions={retry}>
          <p>{failure.message}</p>
        </PageNote>
      )
    default:
      return failure.kind satisfies never
  }
}

export function NotFoundNote() {
  return (
    <PageNote
      title="There is nothing at this address"
      actions={
        <>
          <RouteButton to={{ page: 'practise' }}>Practise</RouteButton>
          <RouteLink to={{ page: 'history' }}>See the history</RouteLink>
        </>
      }
    >
      <p>
        The interview may be another person's, or the address may have lost a piece. Your own interviews are all in the history.
      </p>
    </PageNote>
  )
}

export function SignedOutNote() {
  return (
    <PageNote title="Open Hotseat by its printed address">
      <p>
        This browser has not been let in yet, or not for 30 days. The terminal in which Hotseat was started shows an address that
        ends in <Code>#token=…</Code>: open that one here. It works once for each start of the server and is remembered
        afterwards.
      </p>
      <p>
        No address in sight? Stop the server and start it again with <Code>npm start</Code>: it prints a new one. Your interviews
        stay where they are.
      </p>
    </PageNote>
  )
}
