import { expect } from 'vitest'
import { type ScoredInterview, scoredInterviewSchema } from '#src/protocol/rest.ts'
import type { Hotseat } from './hotseat.ts'
import { ask, beginInterview, connect, type LiveClient, say } from './live-client.ts'

/** An interview in which the candidate said these words, with the tab that they were said in. */
export async function sitInterview(
  hotseat: Hotseat,
  words: readonly string[],
  choice: Record<string, unknown> = {},
): Promise<{ id: string; client: LiveClient }> {
  const { id } = await beginInterview(hotseat, choice)
  const client = await connect(hotseat, id)
  await client.next('utterance-end')
  for (const text of words) await say(client, text)
  return { id, client }
}

/** Ends it, and leaves. */
export async function endInterview(client: LiveClient): Promise<void> {
  client.send({ type: 'end', command: 'command-end' })
  await client.next('state', ({ standing }) => standing.state === 'ended')
  client.close()
}

/** An interview that the candidate ended after these words. Resolves with its id. */
export async function endedInterview(
  hotseat: Hotseat,
  words: readonly string[],
  choice: Record<string, unknown> = {},
): Promise<string> {
  const { id, client } = await sitInterview(hotseat, words, choice)
  await endInterview(client)
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
