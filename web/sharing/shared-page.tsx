import { Button } from '@mantine/core'
import { useCallback, useEffect } from 'react'
import type { Failure } from '../api/request.ts'
import { enterShare, readShared } from '../api/sharing.ts'
import { useLoad } from '../api/use-load.ts'
import { BoardsOf } from '../artifacts/boards-of.tsx'
import { useHash } from '../navigation/use-hash.ts'
import { navigate } from '../navigation/use-route.ts'
import { Loading } from '../shell/loading.tsx'
import { PageNote } from '../shell/page-note.tsx'
import { PlainShell } from '../shell/plain-shell.tsx'
import { usePageTitle } from '../shell/use-page-title.ts'
import { SharedView } from './shared-view.tsx'

/** What a link opens. Without a share's id the link's token is exchanged first, and is gone from the address with that. */
export default function SharedPage({ share }: { share: string | null }) {
  usePageTitle('Shared interview')
  return <PlainShell what="A shared interview">{share === null ? <Entry /> : <Shared share={share} />}</PlainShell>
}

function Entry() {
  const token = useHash()
  const load = useCallback((signal: AbortSignal) => enterShare(token, signal), [token])
  const { loaded, reload } = useLoad(load)
  const share = loaded.kind === 'ready' ? loaded.value.share : null
  useEffect(() => {
    if (share !== null) navigate({ page: 'shared', share }, 'replace')
  }, [share])
  if (loaded.kind === 'failed') return <GuestFailure failure={loaded.failure} onRetry={reload} />
  return <Loading what="the interview" />
}

function Shared({ share }: { share: string }) {
  const load = useCallback((signal: AbortSignal) => readShared(share, signal), [share])
  const { loaded, reload } = useLoad(load)
  if (loaded.kind === 'loading') return <Loading what="the interview" />
  if (loaded.kind === 'failed') return <GuestFailure failure={loaded.failure} onRetry={reload} />
  return (
    <BoardsOf of={{ share }}>
      <SharedView share={share} shared={loaded.value} onSubmitted={reload} />
    </BoardsOf>
  )
}

function GuestFailure({ failure, onRetry }: { failure: Failure; onRetry(): void }) {
  const { kind, message } = failure
  if (kind === 'unreachable')
    return (
      <PageNote title="The server does not answer" actions={<Button onClick={onRetry}>Try again</Button>}>
        <p>
          Nothing is lost: what you wrote is kept in this browser. The machine that Hotseat runs on may be off or out of reach.
        </p>
      </PageNote>
    )
  return (
    <PageNote title={kind === 'not-found' ? 'This link opens nothing' : 'This link does not open'}>
      <p>{message}</p>
    </PageNote>
  )
}
