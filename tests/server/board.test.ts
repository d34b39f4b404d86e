import { expect, test } from 'vitest'
import { maxSceneBytes, maxSceneElements } from '#src/domain/workspace.ts'
import { boardProblemSchema, keptBoardSchema, type SentScene, shownBoardSchema } from '#src/protocol/board.ts'
import { problemSchema } from '#src/protocol/rest.ts'
import { boxes, draw } from '../support/drawing.ts'
import { startHotseat } from '../support/hotseat.ts'
import { ask, beginInterview, connect } from '../support/live-client.ts'
import { manualClock } from '../support/manual-clock.ts'
import { endedInterview } from '../support/sit-interview.ts'

async function begun() {
  const hotseat = await startHotseat()
  const { id } = await beginInterview(hotseat)
  const kept = async (scene: SentScene, base: number | null = null) => {
    const response = await draw(hotseat, id, { scene, base })
    expect(response.status).toBe(200)
    return keptBoardSchema.parse(await response.json())
  }
  const shown = async (path: string) => {
    const response = await ask(hotseat, `/api/interviews/${id}${path}`)
    return response.status === 200 ? shownBoardSchema.parse(await response.json()) : response.status
  }
  const problem = async (response: Response) => [response.status, problemSchema.parse(await response.json()).error.code]
  return { hotseat, id, kept, shown, problem }
}

test('a board is stored as it was drawn, and each revision is read back', async () => {
  const { kept, shown } = await begun()
  expect([await shown('/board'), await shown('/boards/1')]).toEqual([404, 404])
  const [first, second] = [boxes(['Client']), boxes(['Client', 'Queue'])]
  expect(await kept(first)).toEqual({ revision: 1, leftOut: null })
  expect(await kept(second, 1)).toEqual({ revision: 2, leftOut: null })
  expect(await shown('/board')).toEqual({ revision: 2, scene: second, text: expect.stringContaining('Queue') })
  expect(await shown('/boards/1')).toEqual({ revision: 1, scene: first, text: expect.not.stringContaining('Queue') })
  expect([await shown('/boards/3'), await shown('/boards/0'), await shown('/boards/x')]).toEqual([404, 400, 400])
})

test('a board drawn from another than the newest is refused with the number of that one; the same again is no conflict', async () => {
  const { hotseat, id, kept } = await begun()
  await kept(boxes(['Client']))
  await kept(boxes(['Client', 'Queue']), 1)
  const response = await draw(hotseat, id, { scene: boxes(['Client', 'Cache']), base: 1 })
  expect(response.status).toBe(409)
  expect(boardProblemSchema.parse(await response.json())).toMatchObject({ error: { code: 'board-moved' }, revision: 2 })
  expect(await kept(boxes(['Client', 'Queue']), 1)).toEqual({ revision: 2, leftOut: null })
})

test('every tab is told of a board, and the one that comes later finds it in its snapshot', async () => {
  const { hotseat, id, kept } = await begun()
  await kept(boxes(['Client']))
  const client = await connect(hotseat, id)
  expect((await client.next('snapshot')).board).toEqual({ revision: 1 })
  await client.next('utterance-end')
  await draw(hotseat, id, { scene: boxes(['Client', 'Queue']), base: 1, connection: 'another-tab' })
  expect(await client.next('board')).toMatchObject({ revision: 2, connection: 'another-tab' })
  client.send({ type: 'say', clientTurnId: 'turn-0001', text: '', artifacts: [{ kind: 'board', revision: 2 }] })
  const { turn } = await client.next('turn-stored')
  expect(turn.artifacts).toEqual([{ id: 'board', kind: 'board', text: expect.stringContaining('Queue'), revision: 2 }])
})

test('when the interview is over its boards are read and none is stored', async () => {
  const { hotseat, problem } = await begun()
  const id = await endedInterview(hotseat, ['I led it.'])
  expect(await problem(await draw(hotseat, id, { scene: boxes(['Late']), base: null }))).toEqual([409, 'not-running'])
})

test('a turn that names a kind twice is refused', async () => {
  const { hotseat, id } = await begun()
  const client = await connect(hotseat, id)
  const artifacts = [1, 2].map((revision) => ({ kind: 'board' as const, revision }))
  client.send({ type: 'say', clientTurnId: 'turn-0001', text: 'Two.', artifacts })
  expect(await client.next('error')).toMatchObject({ code: 'bad-frame', message: 'artifacts: at most one of a kind' })
})

const part = (over: Record<string, unknown>) => ({ id: 'part-1', type: 'rectangle', x: 0, y: 0, width: 9, height: 9, ...over })
const withParts = (...elements: SentScene['elements']): SentScene => ({ ...boxes([]), elements })

test.each([
  { what: 'a picture', scene: withParts(part({ type: 'image', fileId: 'file-1' })), refused: [422, 'board-holds-pictures'] },
  { what: 'an embedded page', scene: withParts(part({ type: 'embeddable' })), refused: [422, 'board-holds-pictures'] },
  { what: 'a frame of another site', scene: withParts(part({ type: 'iframe' })), refused: [422, 'board-holds-pictures'] },
  {
    what: 'more parts than a board may have',
    scene: withParts(...Array.from({ length: maxSceneElements + 1 }, (_, at) => part({ id: `part-${at}` }))),
    refused: [400, 'bad-request'],
  },
  {
    what: 'more bytes than a board may have',
    scene: withParts(part({ type: 'text', text: 'ü'.repeat(maxSceneBytes / 2) })),
    refused: [413, 'board-too-large'],
  },
  { what: 'a body over the limit', scene: withParts(part({ text: 'x'.repeat(3_200_000) })), refused: [413, 'too-large'] },
  { what: 'no scene', scene: { type: 'excalidraw' } as unknown as SentScene, refused: [400, 'bad-request'] },
  { what: 'a part without a place', scene: withParts({ id: 'part-1', type: 'rectangle' }), refused: [400, 'bad-request'] },
  { what: 'a part that is nowhere', scene: withParts(part({ x: 1e300 })), refused: [400, 'bad-request'] },
  {
    what: 'another editor’s file',
    scene: { ...boxes([]), type: 'tldraw' } as unknown as SentScene,
    refused: [400, 'bad-request'],
  },
])('$what is refused, and nothing is stored', async ({ scene, refused }) => {
  const { hotseat, id, shown, problem } = await begun()
  expect(await problem(await draw(hotseat, id, { scene, base: null }))).toEqual(refused)
  expect(await shown('/board')).toBe(404)
})

test('files and pictures that were taken off are not kept, nor links that lead elsewhere than to a page', async () => {
  const { kept, shown } = await begun()
  const links = [
    'https://example.org/a',
    'HTTP://example.org',
    '',
    null,
    'javascript:alert(1)',
    ' javascript:x',
    'data:text/html,x',
    '//example.org',
  ]
  const scene = {
    ...withParts(
      part({ id: 'gone', type: 'image', isDeleted: true, fileId: 'file-1' }),
      ...links.map((link, at) => part({ id: `part-${at}`, link })),
    ),
    files: { 'file-1': { dataURL: 'data:image/png;base64,AAAA' } },
  }
  expect(await kept(scene)).toEqual({ revision: 1, leftOut: expect.stringContaining('http') })
  const board = await shown('/board')
  expect(JSON.stringify(board)).not.toMatch(/data:|javascript|file-1/)
  const read = (board as { scene: { elements: { link: unknown }[] } }).scene.elements.map(({ link }) => link)
  expect(read).toEqual([...links.slice(0, 4), null, null, null, null])
})

test('boards that come faster than anybody draws are refused, and those after a while are taken', async () => {
  const clock = manualClock()
  const hotseat = await startHotseat({ clock })
  const [{ id }, { id: other }] = [await beginInterview(hotseat), await beginInterview(hotseat)]
  const next = async (base: number) =>
    (await draw(hotseat, id, { scene: boxes([`Part ${base}`]), base: base === 0 ? null : base })).status
  for (let base = 0; base < 10; base++) expect(await next(base)).toBe(200)
  expect(await next(10)).toBe(429)
  expect((await draw(hotseat, other, { scene: boxes(['Client']), base: null })).status).toBe(200)
  clock.advance(500)
  expect([await next(10), await next(11)]).toEqual([200, 429])
})

test.each([
  ['arrays', `${'['.repeat(200_000)}${']'.repeat(200_000)}`],
  ['objects', `${'{"a":'.repeat(200_000)}1${'}'.repeat(200_000)}`],
])('%s nested without end in a drawing are refused, and nothing is stored', async (_, nested) => {
  const { hotseat, id, shown, problem } = await begun()
  const body = JSON.stringify({ connection: 'tab-drawing', base: null, scene: withParts(part({ customData: { a: 'here' } })) })
  const sent = body.replace('"here"', nested)
  expect(await problem(await ask(hotseat, `/api/interviews/${id}/board`, { method: 'PUT', body: sent }))).toEqual([
    400,
    'bad-request',
  ])
  expect(await shown('/board')).toBe(404)
})

test('a field by the name of a prototype changes no other object', async () => {
  const { hotseat, id } = await begun()
  const body = JSON.stringify({ connection: 'tab-drawing', base: null, scene: boxes(['Client']) })
  const sent = body.replaceAll('"text":', '"__proto__":{"polluted":true},"text":')
  expect((await ask(hotseat, `/api/interviews/${id}/board`, { method: 'PUT', body: sent })).status).toBe(200)
  expect(({} as { polluted?: boolean }).polluted).toBeUndefined()
})
