import { expect, test } from 'vitest'
import type { SaidArtifact, SessionCommand } from '#src/session/session-events.ts'
import { liveInterview, say } from './live.ts'

const pad = (text: string): Extract<SessionCommand, { type: 'pad' }> => ({ type: 'pad', pad: 'code', text, language: 'go' })
const sayWith = (artifacts: SaidArtifact[], clientTurnId = 'client-turn-1', text = ''): SessionCommand => ({
  type: 'say',
  clientTurnId,
  text,
  artifacts,
})

test('a pad is kept, told to every tab, and stands there after it went with a turn and after a restart', async () => {
  const live = await liveInterview()
  const [one, two] = [await live.join('tab-1'), await live.join('tab-2')]
  expect(one.events[1]).toMatchObject({ type: 'snapshot', pads: [], board: null })
  await one.send(pad('func main() {}'))
  for (const tab of [one, two])
    expect(tab.events.filter(({ type }) => type === 'pad')).toMatchObject([
      { connection: 'tab-1', pad: 'code', text: 'func main() {}', language: 'go' },
    ])
  await one.send(sayWith([{ kind: 'code', text: 'func main() {}', language: 'go' }]))
  expect((await live.turns())[1]?.artifacts).toEqual([{ id: 'code', kind: 'code', text: 'func main() {}', language: 'go' }])
  await live.restart()
  const again = await live.join('tab-3')
  expect(again.events[1]).toMatchObject({
    type: 'snapshot',
    pads: [{ pad: 'code', text: 'func main() {}', language: 'go' }],
  })
})

test('a pad that comes as it stands there already is told again, since who wrote it waits for that', async () => {
  const live = await liveInterview()
  const one = await live.join('tab-1')
  await one.send(pad('x := 1'))
  await one.send(pad('x := 1'))
  expect(one.events.filter(({ type }) => type === 'pad')).toHaveLength(2)
})

test('a pad in another language is another pad', async () => {
  const live = await liveInterview()
  const tab = await live.join('tab-1')
  await tab.send(pad('x = 1'))
  await tab.send({ ...pad('x = 1'), language: 'python' })
  expect(await live.store.listPads('interview-1')).toEqual([{ pad: 'code', text: 'x = 1', language: 'python' }])
})

test('a board that was stored is told to every tab, stands in the snapshot, and goes with a turn in words', async () => {
  const live = await liveInterview()
  const [one, two] = [await live.join('tab-1'), await live.join('tab-2')]
  await live.draw('client -> api', 'tab-1')
  for (const tab of [one, two]) expect(tab.events.at(-1)).toMatchObject({ type: 'board', connection: 'tab-1', revision: 1 })
  expect((await live.join('tab-3')).events[1]).toMatchObject({ type: 'snapshot', board: { revision: 1 } })
  await two.send(sayWith([{ kind: 'board', revision: 1 }]))
  expect((await live.turns())[1]?.artifacts).toEqual([{ id: 'board', kind: 'board', text: 'client -> api', revision: 1 }])
})

test('boards that are told late or twice are told once, the newest last', async () => {
  const live = await liveInterview()
  const tab = await live.join('tab-1')
  await live.draw('client')
  await live.sessions.tellDrawn('interview-1', { connection: 'tab-2', revision: 1 })
  await live.draw('client, queue')
  await live.sessions.tellDrawn('interview-1', { connection: 'tab-2', revision: 1 })
  await live.sessions.tellDrawn('interview-of-nobody', { connection: 'tab-2', revision: 9 })
  const told = tab.events.flatMap((event) => (event.type === 'board' ? [event.revision] : []))
  expect(told).toEqual([1, 2])
})

test('a turn with a board that is not kept is refused, interrupts nobody, and the words come again with the newest', async () => {
  const live = await liveInterview()
  const tab = await live.join('tab-1')
  const before = await live.turns()
  await tab.send(sayWith([{ kind: 'board', revision: 4 }], 'client-turn-1', 'Here is the sketch.'))
  expect(tab.errors()).toEqual([
    {
      type: 'error',
      code: 'board-unknown',
      message: 'The board has changed since. Look at it, then send again.',
      clientTurnId: 'client-turn-1',
    },
  ])
  expect(await live.turns()).toEqual(before)
  await live.draw('client -> api')
  await tab.send(sayWith([{ kind: 'board', revision: 1 }], 'client-turn-1', 'Here is the sketch.'))
  expect((await live.turns())[1]).toMatchObject({ text: 'Here is the sketch.', artifacts: [{ revision: 1 }] })
})

test('a turn that comes again with its board is acknowledged again, however often it was drawn on since', async () => {
  const live = await liveInterview()
  const tab = await live.join('tab-1')
  await live.draw('client')
  const turn = sayWith([
    { kind: 'board', revision: 1 },
    { kind: 'sql', text: 'select 1' },
  ])
  await tab.send(turn)
  for (let at = 0; at < 25; at++) await live.draw(`client ${at}`)
  const stored = await live.turns()
  tab.news()
  await tab.send(turn)
  expect(tab.news()).toEqual(['turn-stored'])
  expect(await live.turns()).toEqual(stored)
  expect(tab.errors()).toEqual([])
})

test('who writes on a pad or draws is not silent', async () => {
  const live = await liveInterview()
  const tab = await live.join('tab-1')
  const nudges = async () => (await live.turns()).filter(({ move }) => move?.kind === 'nudge').length
  for (let at = 0; at < 4; at++) {
    await live.pass(1)
    if (at % 2 === 0) await tab.send(pad(`line ${at}`))
    else await live.draw(`part ${at}`)
  }
  expect(await nudges()).toBe(0)
  await live.pass(2)
  expect(await nudges()).toBe(1)
})

test('when the interview is over, pads stay as they are, and nothing is drawn', async () => {
  const live = await liveInterview()
  const tab = await live.join('tab-1')
  await tab.send(pad('kept'))
  await tab.send({ type: 'end', command: 'command-end' })
  tab.news()
  await tab.send(pad('late'))
  expect(tab.news()).toEqual([])
  expect(await live.store.listPads('interview-1')).toMatchObject([{ text: 'kept' }])
  await expect(live.draw('late')).rejects.toThrow('over')
})

test('a pad that cannot be stored is told so, and is taken when it can be again', async () => {
  const live = await liveInterview()
  const tab = await live.join('tab-1')
  await tab.send(say('How many parcels are there?', 'client-turn-1'))
  live.store.close()
  await tab.send(pad('func main() {}'))
  expect(tab.errors()).toMatchObject([{ code: 'not-stored' }])
  await live.restart()
  const again = await live.join('tab-2')
  await again.send(pad('func main() {}'))
  expect(await live.store.listPads('interview-1')).toMatchObject([{ text: 'func main() {}' }])
})

test('how the cases went is stored beside the code, as a thing of its own', async () => {
  const live = await liveInterview()
  const tab = await live.join('tab-1')
  await tab.send(
    sayWith([
      { kind: 'code', text: 'x := 1', language: 'go' },
      { kind: 'case-results', text: 'All 6 cases pass.' },
    ]),
  )
  expect((await live.turns())[1]?.artifacts).toEqual([
    { id: 'code', kind: 'code', text: 'x := 1', language: 'go' },
    { id: 'case-results', kind: 'case-results', text: 'All 6 cases pass.' },
  ])
})
