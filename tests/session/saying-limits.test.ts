import { expect, test } from 'vitest'
import { liveInterview, say } from './live.ts'

const saidBy = async (live: Awaited<ReturnType<typeof liveInterview>>) =>
  (await live.turns()).flatMap(({ speaker, text }) => (speaker === 'candidate' ? [text] : []))

test('an interview holds so many turns of the candidate and no more, says so, and can be ended', async () => {
  const live = await liveInterview({ limits: { turns: 2, characters: 1000 } })
  const tab = await live.join('tab-1')
  for (const at of [1, 2, 3]) await tab.send(say(`Answer ${at}.`, `client-turn-${at}`))
  expect(tab.errors()).toEqual([
    {
      type: 'error',
      code: 'limit-reached',
      message: expect.stringContaining('You have said 2 turns, which is the most'),
      clientTurnId: 'client-turn-3',
    },
  ])
  // One that is stored already is acknowledged again.
  await tab.send(say('Answer 2.', 'client-turn-2'))
  expect(tab.errors().length).toBe(1)
  expect(await saidBy(live)).toEqual(['Answer 1.', 'Answer 2.'])
  await tab.send({ type: 'end', command: 'command-end' })
  expect((await live.interview()).status).toBe('ended')
})

test('it holds so many characters, code and drawings included, and takes what still fits', async () => {
  const live = await liveInterview({ limits: { turns: 10, characters: 20 } })
  const tab = await live.join('tab-1')
  await tab.send(say('Ten letter', 'client-turn-1'))
  const artifacts = [{ kind: 'code' as const, text: 'eleven char', language: 'go' as const }]
  await tab.send({ type: 'say', clientTurnId: 'client-turn-2', text: '', artifacts })
  expect(tab.errors()).toMatchObject([{ code: 'limit-reached', clientTurnId: 'client-turn-2' }])
  await tab.send(say('and ten mo', 'client-turn-3'))
  expect(await saidBy(live)).toEqual(['Ten letter', 'and ten mo'])
})
