import { Text } from '@mantine/core'
import type { Reasks } from '#src/protocol/history.ts'
import { RouteLink } from '../navigation/route-link.tsx'

/** One line when questions are due again; nothing otherwise. */
export function DueLine({ reasks: { now, questions } }: { reasks: Reasks }) {
  const due = questions.filter(({ dueAt }) => dueAt <= now).length
  if (due === 0) return null
  return (
    <Text mb="lg">
      {due === 1 ? 'One question that was hard is' : `${due} questions that were hard are`} due again:{' '}
      <RouteLink underline="always" to={{ page: 'history' }}>
        see which
      </RouteLink>
    </Text>
  )
}
