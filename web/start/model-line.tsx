import { Text } from '@mantine/core'
import type { Status } from '#src/protocol/rest.ts'
import { RouteLink } from '../navigation/route-link.tsx'

/** Who will speak, and where the candidate’s words and board go. */
export function ModelLine({ model }: { model: Status['model'] }) {
  return (
    <Text size="sm" c="dimmed" maw="34rem">
      {model === null ? (
        <>
          No model is connected: written rules ask and score, and nothing leaves the machine that Hotseat runs on.{' '}
          <RouteLink to={{ page: 'settings' }} inherit underline="always">
            What that means, and how to connect one
          </RouteLink>
        </>
      ) : (
        <>
          {model.interviewer} asks{model.scorer === model.interviewer ? ' and scores' : `, ${model.scorer} scores`}. What you say
          is sent to {hostOf(model.baseUrl)}
          {model.seesPictures && ', and with it what your board looks like'}.
        </>
      )}
    </Text>
  )
}

const hostOf = (address: string): string => (URL.canParse(address) ? new URL(address).host : address)
