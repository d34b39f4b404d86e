import { Text } from '@mantine/core'
import { useState } from 'react'
import type { Approach } from '#src/domain/approach.ts'
import type { TrackId } from '#src/domain/track.ts'
import { listApproaches } from '../api/server.ts'
import { Fold } from '../shell/fold.tsx'
import { ApproachList } from './approach-list.tsx'

type Loaded = { kind: 'not-asked' } | { kind: 'loaded'; approaches: Approach[] } | { kind: 'failed'; message: string }

/** The ways to go about a track's answers, fetched when they are wanted. */
export function ApproachFold({ track, title }: { track: TrackId; title: string }) {
  const [loaded, setLoaded] = useState<Loaded>({ kind: 'not-asked' })
  const load = async () => {
    if (loaded.kind === 'loaded') return
    const outcome = await listApproaches()
    setLoaded(outcome.ok ? { kind: 'loaded', approaches: outcome.value } : { kind: 'failed', message: outcome.failure.message })
  }
  const shown = loaded.kind === 'loaded' ? loaded.approaches.filter(({ tracks }) => tracks.includes(track)) : []
  return (
    <Fold title={title} onOpen={load}>
      {loaded.kind === 'failed' && (
        <Text role="alert" c="var(--mantine-color-error)" size="sm">
          {loaded.message} Fold it and open it again to try once more.
        </Text>
      )}
      <ApproachList approaches={shown} isFirstOpen />
    </Fold>
  )
}
