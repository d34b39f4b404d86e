import { Text } from '@mantine/core'
import { RouteLink } from '../navigation/route-link.tsx'

/** The way to the sample, for who has no interview of their own yet. */
export function SampleLine() {
  return (
    <Text size="sm" c="dimmed" mt="md">
      What you will get:{' '}
      <RouteLink inherit underline="always" to={{ page: 'sample' }}>
        a sample interview with its scorecard
      </RouteLink>
    </Text>
  )
}
