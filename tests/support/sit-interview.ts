import { expect } from 'vitest'
import { type ScoredInterview, scoredInterviewSchema } from '#src/protocol/rest.ts'
import type { Hotseat } from './hotseat.ts'
import { ask, beginInterview, connect, say } from './live-client.ts'

/** An interview that the candidate ended after these words. Resolves with its id. */
export async function endedInterview(
  hotseat: Hotseat,
  words: readonly string[],
  choice: Record<string, unknown> = {},
): Promise<string> {
  const { id } = await beginInterview(hotseat, choice)
  const client = await connect(hotseat, id)
  await client.next('utterance-end')
  for (const text of words) await say(client, text)
  client.send({ type: 'end', command: 'command-end' })
  await client.next('state', ({ standing }) => standing.state === 'ended')
  client.close()
  return id
}

/** Waits until an ended interview is scored, without opening its scorecard. */
export async function scored(hotseat: Hotseat, id: string): Promise<void> {
  const status = async () => {
    const job = (await (await ask(hotseat, `/api/interviews/${id}/scoring`)).json()) as { status?: string } | null
    return job?.status
  }
  await expect.poll(status, { timeout: 10_000 }).toBe('done')
}

export async function openScorecard(hotseat: Hotseat, id: string): Promise<ScoredInterview> {
  const response = await ask(hotseat, `/api/interviews/${id}/scorecard`)
  expect(response.status).toBe(200)
  return scoredInterviewSchema.parse(await response.json())
}
