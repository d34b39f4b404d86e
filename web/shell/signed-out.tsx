import { readAccess } from '../api/space.ts'
import { useLoad } from '../api/use-load.ts'
import { FailureNote, SignedOutNote } from './failure-note.tsx'
import { Loading } from './loading.tsx'

/** What a socket that was refused cannot tell: which way there is to come in. */
export function SignedOut() {
  const { loaded, reload } = useLoad(readAccess)
  if (loaded.kind === 'loading') return <Loading what="the way in" />
  return loaded.kind === 'failed' ? <FailureNote failure={loaded.failure} onRetry={reload} /> : <SignedOutNote />
}
