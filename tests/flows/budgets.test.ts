import { expect, test } from 'vitest'
import { scoredInterviewSchema } from '#src/protocol/rest.ts'
import type { Hotseat } from '../support/hotseat.ts'
import { ask, beginInterview, connect, say } from '../support/live-client.ts'
import { obedientModel, startModelPeer } from '../support/model-peer.ts'
import { inSpace, startWithSpaces } from '../support/spaces.ts'

const answer =
  'I measured the queue for two weeks and wrote the consumer anew, so that each message was stored before it was acknowledged, and then I showed the figures to the team, who took it over for two other services within a month of that day.'

async function startWithPeer(env: Record<string, string>) {
  const peer = await startModelPeer(obedientModel)
  const model = { OPENAI_BASE_URL: peer.baseUrl, OPENAI_API_KEY: 'peer-key', HOTSEAT_MODEL: 'peer' }
  return { peer, hotseat: await startWithSpaces({ env: { ...model, ...env } }) }
}

async function sit(owner: Hotseat) {
  const { id } = await beginInterview(owner)
  const client = await connect(owner, id)
  const { turn } = await client.next('utterance-end')
  return { id, client, opening: turn }
}

test('once an interview has taken its tokens the rules go on and say why, and they score it', { timeout: 60_000 }, async () => {
  const { peer, hotseat } = await startWithPeer({ HOTSEAT_TOKENS_PER_INTERVIEW: '50' })
  const { id, client, opening } = await sit(hotseat)
  expect(opening.spokenBy).toBe('model:peer')
  const asked = peer.requests.length
  for (let said = 0; said < 3; said++) expect((await say(client, answer)).turn.spokenBy).toBe('rule-based@1')
  const notices = client.frames.flatMap((frame) => (frame.type === 'state' ? [frame.standing.notice] : []))
  expect(notices).toContainEqual(
    expect.stringMatching(
      /^The 50 model tokens that an interview may take here are used up\. The rule-based interviewer takes this turn/,
    ),
  )
  client.send({ type: 'end', command: 'command-end' })
  await client.next('state', ({ standing }) => standing.state === 'ended')
  const look = async () => (await ask(hotseat, `/api/interviews/${id}/scorecard`)).status
  await expect.poll(look, { timeout: 15_000 }).toBe(200)
  const { scorecard } = scoredInterviewSchema.parse(await (await ask(hotseat, `/api/interviews/${id}/scorecard`)).json())
  expect(scorecard.scorer).toMatch(/^rule-based@/)
  expect(peer.requests.length).toBe(asked)
})

test('what one person takes in a day leaves another’s as it was', { timeout: 60_000 }, async () => {
  const { hotseat } = await startWithPeer({ HOTSEAT_TOKENS_PER_DAY: '50', HOTSEAT_OBSERVER: 'off' })
  const [ada, ben] = [await inSpace(hotseat, 'Ada'), await inSpace(hotseat, 'Ben')]
  expect((await sit(ada)).opening.spokenBy).toBe('model:peer')
  const again = await sit(ada)
  expect(again.opening.spokenBy).toBe('rule-based@1')
  const notices = again.client.frames.flatMap((frame) => (frame.type === 'state' ? [frame.standing.notice] : []))
  expect(notices).toContainEqual(expect.stringContaining('you may take in a day here are used up'))
  expect((await sit(ben)).opening.spokenBy).toBe('model:peer')
})
