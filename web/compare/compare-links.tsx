import { Text } from '@mantine/core'
import { useCallback } from 'react'
import { listComparable } from '../api/history.ts'
import { useLoad } from '../api/use-load.ts'
import { dayWords } from '../history/dates.ts'
import { RouteLink } from '../navigation/route-link.tsx'
import { Fold } from '../shell/fold.tsx'

/** What an interview can be laid beside; nothing where there is nothing. */
export function CompareLinks({ interviewId }: { interviewId: string }) {
  const { loaded } = useLoad(useCallback((signal) => listComparable(interviewId, signal), [interviewId]))
  if (loaded.kind === 'failed')
    return (
      <Text size="sm" c="dimmed">
        Other attempts could not be looked up: {loaded.failure.message}
      </Text>
    )
  if (loaded.kind === 'loading' || loaded.value.length === 0) return null
  return (
    <Fold title="Compare with another attempt" aside={String(loaded.value.length)}>
      <ul>
        {loaded.value.map(({ kind, id, title, createdAt, level }) => (
          <li key={id}>
            <RouteLink underline="always" to={{ page: 'compare', first: interviewId, second: id }}>
              {kind === 'redo' ? 'Answered again' : title}, {dayWords(createdAt)}
            </RouteLink>
            {kind === 'interview' && `, ${level}`}
          </li>
        ))}
      </ul>
    </Fold>
  )
}
