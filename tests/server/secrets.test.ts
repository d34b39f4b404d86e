import { expect, test } from 'vitest'
import type { ServerFrame } from '#src/protocol/frames.ts'
import { boxes, draw } from '../support/drawing.ts'
import { type Hotseat, startHotseat } from '../support/hotseat.ts'
import { ask, beginInterview, connect, say } from '../support/live-client.ts'
import { markContent, markersIn } from '../support/marked-content.ts'

/** Everything that the API answers about an interview, as text. */
async function everyAnswer(hotseat: Hotseat, id: string): Promise<string> {
  const one = `interviews/${id}`
  const paths = [
    'tracks',
    'library',
    'approaches',
    'interviews',
    one,
    `${one}/scoring`,
    `${one}/scorecard`,
    `${one}/review`,
    `${one}/notes`,
    `${one}/self-rating`,
    `${one}/shares`,
    `${one}/reviews`,
    `${one}/objections`,
    `${one}/exercise`,
    `${one}/board`,
    `${one}/boards/1`,
    `comparisons/${id}/${id}`,
    `comparisons/${id}/${id}/turns`,
    `${one}/export`,
    `${one}/export?format=json`,
  ]
  const answers = [...paths, 'status', 'settings', 'openapi.json', 'access'].map(async (path) =>
    (await ask(hotseat, `/api/${path}`)).text(),
  )
  return (await Promise.all(answers)).join('\n')
}

const spokenIn = (frames: readonly ServerFrame[]) =>
  frames.flatMap((frame) => (frame.type === 'utterance-end' ? [frame.turn.text] : [])).join('\n')

test('nothing of the guide leaves the server before the debrief but what the interviewer has said', async () => {
  const hotseat = await startHotseat()
  const { id } = await beginInterview(hotseat, { track: 'system-design', minutes: 45, question: 'url-shortener' })
  const { fields, neverSpoken } = markContent(hotseat, id)
  expect([...new Set(fields.values())].sort()).toEqual(
    // biome-ignore format: one line is easier to compare with the guide's fields
    ['asked', 'ask', 'category', 'challenge', 'check', 'choice', 'constraint', 'drill', 'fact', 'id', 'partly', 'point of hints', 'point of keyPoints', 'say', 'says', 'shows', 'text', 'truth', 'when', 'why'].sort(),
  )
  expect(markersIn(await everyAnswer(hotseat, id))).toEqual([])

  const client = await connect(hotseat, id)
  await client.next('utterance-end')
  await say(client, 'How many addresses are shortened a day, and how many are read?')
  await say(client, 'I would keep a table from short code to address, and let us begin with the interface.')
  for (const text of ['There is one service and one database.', 'The code is a counter in base 62.', 'It is cached.'])
    await say(client, text)
  for (let rung = 0; rung < 5; rung++) {
    client.send({ type: 'hint', command: `command-${rung}` })
    await client.next('state', ({ command }) => command === `command-${rung}`)
    await client.next('utterance-end')
  }
  client.send({ type: 'pad', pad: 'code', text: 'const shorten = () => 1', language: 'typescript' })
  await client.next('pad')
  expect((await draw(hotseat, id, { scene: boxes(['Service', 'Database']), base: null })).status).toBe(200)
  await client.next('board')
  const artifacts = [{ kind: 'board' as const, revision: 1 }]
  client.send({ type: 'say', clientTurnId: 'turn-with-board', text: 'This is how it hangs together.', artifacts })
  const { turn } = await client.next('turn-stored', ({ clientTurnId }) => clientTurnId === 'turn-with-board')
  await client.next('utterance-end', (frame) => frame.turn.turn > turn.turn)
  await say(client, 'It is always consistent because there is a cache, and a hash never collides.')

  const other = await connect(hotseat, id)
  await other.next('snapshot')
  const spoken = markersIn(spokenIn(client.frames))
  expect(spoken.map((marker) => fields.get(marker))).toEqual(expect.arrayContaining(['category', 'constraint', 'choice']))
  expect(spoken.filter((marker) => neverSpoken.includes(marker))).toEqual([])
  const told = [...markersIn(JSON.stringify([client.frames, other.frames])), ...markersIn(await everyAnswer(hotseat, id))]
  expect(told.filter((marker) => !spoken.includes(marker)).map((marker) => fields.get(marker))).toEqual([])
})

test('nothing of a step leaves the server before it is taken, and nothing of what is so after it before it is asked for', async () => {
  const hotseat = await startHotseat()
  const { id } = await beginInterview(hotseat, { track: 'incident', minutes: 35, question: 'memory-leak' })
  const { fields } = markContent(hotseat, id)
  expect([...fields.values()]).toEqual(expect.arrayContaining(['seen', 'taken']))
  const client = await connect(hotseat, id)
  await client.next('utterance-end')
  for (const text of ['Since when is that so?', 'Could we roll back?', 'I would not switch the cache off yet.'])
    await say(client, text)
  const told = async () => {
    const sent = [...markersIn(JSON.stringify(client.frames)), ...markersIn(await everyAnswer(hotseat, id))]
    return [...new Set(sent)].map((marker) => fields.get(marker)).filter((field) => field === 'seen' || field === 'taken')
  }
  expect(await told()).toEqual([])
  await say(client, 'I switch the permission cache off now.')
  expect(await told()).toEqual(['seen'])
  await say(client, 'What does the memory do?')
  const spoken = markersIn(spokenIn(client.frames))
  const sent = [...markersIn(JSON.stringify(client.frames)), ...markersIn(await everyAnswer(hotseat, id))]
  expect(sent.filter((marker) => !spoken.includes(marker))).toEqual([])
})

test('with the debrief the sample answers and the truth of the guide are told', async () => {
  const hotseat = await startHotseat()
  const { id } = await beginInterview(hotseat, { track: 'system-design', minutes: 45, question: 'url-shortener' })
  const { fields } = markContent(hotseat, id)
  const client = await connect(hotseat, id)
  await client.next('utterance-end')
  const words = 'I would keep a table from short code to address because reads are far more frequent than writes. '
  for (let turn = 0; turn < 4; turn++) await say(client, words.repeat(3))
  client.send({ type: 'end', command: 'command-end' })
  await client.next('state', ({ standing }) => standing.state === 'ended')
  const scorecard = () => ask(hotseat, `/api/interviews/${id}/scorecard`)
  await expect.poll(async () => (await scorecard()).status, { timeout: 10_000 }).toBe(200)
  const told = markersIn(await (await scorecard()).text()).map((marker) => fields.get(marker))
  expect(told).toEqual(expect.arrayContaining(['text', 'check']))
})
