import { expect, test } from 'vitest'
import { startHotseat } from '../support/hotseat.ts'
import { ask, beginInterview, connect, say } from '../support/live-client.ts'

const before = 'straight line to the limit of two gigabytes'
const since = 'stays between 500 and 520 megabytes'

test('a step changes what a running system shows, through a restart too, and every record has it in the interviewer’s words', async () => {
  const hotseat = await startHotseat()
  const { id } = await beginInterview(hotseat, { track: 'incident', minutes: 35, question: 'memory-leak' })
  const client = await connect(hotseat, id)
  await client.next('utterance-end')
  await say(client, 'Since when does it happen, and who is affected?')
  expect((await say(client, 'What does the memory look like over time?')).turn.text).toContain(before)
  const { turn } = await say(client, 'I switch the permission cache off, one instance after the other.')
  expect(turn.text).toContain('comes back without the cache')

  await hotseat.restart()
  const back = await connect(hotseat, id)
  await back.next('snapshot')
  expect((await say(back, 'And what does the memory look like now?')).turn.text).toContain(since)
  expect((await say(back, 'I switch the permission cache off.')).turn.text).not.toContain('comes back without the cache')

  back.send({ type: 'end', command: 'command-end' })
  await back.next('state', ({ standing }) => standing.state === 'ended')
  const exported = await (await ask(hotseat, `/api/interviews/${id}/export`)).text()
  for (const words of [before, 'comes back without the cache', since]) expect(exported).toContain(words)
})
