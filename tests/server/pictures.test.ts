import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { maxPictureBytes, maxPictureSide } from '#src/domain/workspace.ts'
import { openedInterviewSchema, problemSchema } from '#src/protocol/rest.ts'
import { boxes, draw, sendPicture } from '../support/drawing.ts'
import { type Hotseat, startHotseat } from '../support/hotseat.ts'
import { ask, beginInterview, connect } from '../support/live-client.ts'
import { manualClock } from '../support/manual-clock.ts'
import { chunk, header, png, pngSignature } from '../support/png.ts'
import { inSpace, startWithSpaces } from '../support/spaces.ts'

/** A model that nobody asks anything in these tests: they do not connect, or say nothing. */
const unasked = { HOTSEAT_MODEL: 'peer', OPENAI_BASE_URL: 'http://127.0.0.1:9/v1' }
const seeing = { ...unasked, HOTSEAT_PICTURES: 'on' }
const small = png({ width: 4, height: 3 })

async function drawn(env: Record<string, string> = seeing, clock = manualClock()) {
  const hotseat = await startHotseat({ env, clock })
  const { id } = await beginInterview(hotseat)
  await draw(hotseat, id, { scene: boxes(['Client']), base: null })
  return { hotseat, id, clock }
}

function kept({ databaseFile }: Hotseat): { revision: number; width: number; height: number; png: Buffer }[] {
  const db = new Database(databaseFile, { readonly: true })
  try {
    return db.prepare('select revision, width, height, png from board_pictures order by revision').all() as never
  } finally {
    db.close()
  }
}

const problem = async (response: Response) => [response.status, problemSchema.parse(await response.json()).error.code]

test('a picture is kept with its board until a newer one has its own; the same again changes nothing', async () => {
  const { hotseat, id } = await drawn()
  const stored = await sendPicture(hotseat, id, 1, small)
  expect([stored.status, await stored.json()]).toEqual([200, { revision: 1 }])
  expect((await sendPicture(hotseat, id, 1, small)).status).toBe(200)
  expect(kept(hotseat)).toEqual([{ revision: 1, width: 4, height: 3, png: small }])
  await draw(hotseat, id, { scene: boxes(['Client', 'Queue']), base: 1 })
  const largest = png({ width: maxPictureSide, height: maxPictureSide })
  expect((await sendPicture(hotseat, id, 2, largest)).status).toBe(200)
  expect(await problem(await sendPicture(hotseat, id, 1, small))).toEqual([409, 'newer-picture'])
  expect(kept(hotseat)).toEqual([{ revision: 2, width: maxPictureSide, height: maxPictureSide, png: largest }])
})

test('a room is told whether its interviewer is shown pictures, and one that is not gets none', async () => {
  for (const [env, takesPictures] of [
    [seeing, true],
    [unasked, false],
    [{}, false],
  ] as const) {
    const { hotseat, id } = await drawn(env)
    const opened = openedInterviewSchema.parse(await (await ask(hotseat, `/api/interviews/${id}`)).json())
    expect(opened.takesPictures).toBe(takesPictures)
    const sent = await sendPicture(hotseat, id, 1, small)
    if (!takesPictures) expect(await problem(sent)).toEqual([409, 'no-pictures'])
    expect(kept(hotseat)).toHaveLength(takesPictures ? 1 : 0)
  }
})

const end = chunk('IEND')
const data = chunk('IDAT', Buffer.from([1, 2, 3]))
const whole = (...chunks: Buffer[]) => Buffer.concat([pngSignature, ...chunks])

/** With one byte of a chunk's data changed. */
function damaged(picture: Buffer, name: string): Buffer {
  const at = picture.indexOf(name) + name.length + 3
  return Buffer.concat([picture.subarray(0, at), Buffer.from([(picture[at] ?? 0) ^ 0xff]), picture.subarray(at + 1)])
}

test.each<{ what: string; picture: Buffer; refused: [number, string] }>([
  { what: 'nothing', picture: Buffer.alloc(0), refused: [422, 'no-picture'] },
  { what: 'a page', picture: Buffer.from('<!doctype html><script>alert(1)</script>'), refused: [422, 'no-picture'] },
  {
    what: 'a JPEG',
    picture: Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16, 0x4a, 0x46, 0x49, 0x46, 0]),
    refused: [422, 'no-picture'],
  },
  { what: 'a signature alone', picture: pngSignature, refused: [422, 'no-picture'] },
  { what: 'a PNG without its end', picture: whole(header(4, 3), data), refused: [422, 'no-picture'] },
  { what: 'a PNG that begins with something else', picture: whole(data, header(4, 3), end), refused: [422, 'no-picture'] },
  { what: 'a PNG with two headers', picture: whole(header(4, 3), header(4, 3), end), refused: [422, 'no-picture'] },
  {
    what: 'a PNG with a header that is too short',
    picture: whole(chunk('IHDR', Buffer.alloc(8)), end),
    refused: [422, 'no-picture'],
  },
  { what: 'a PNG with a file behind it', picture: Buffer.concat([small, Buffer.from('PK')]), refused: [422, 'no-picture'] },
  {
    what: 'a PNG with a chunk that reaches beyond it',
    picture: whole(header(4, 3), Buffer.from([0xff, 0xff, 0xff, 0xff]), data),
    refused: [422, 'no-picture'],
  },
  { what: 'a PNG with a damaged part', picture: damaged(small, 'IDAT'), refused: [422, 'no-picture'] },
  { what: 'a PNG without pixels', picture: whole(header(0, 3), data, end), refused: [422, 'picture-too-large'] },
  { what: 'a PNG too wide', picture: whole(header(maxPictureSide + 1, 3), data, end), refused: [422, 'picture-too-large'] },
  { what: 'a PNG too high', picture: whole(header(4, 0xffffffff), data, end), refused: [422, 'picture-too-large'] },
  {
    what: 'more bytes than a picture may have',
    picture: png({ width: 4, height: 3, text: 'x'.repeat(maxPictureBytes) }),
    refused: [413, 'too-large'],
  },
])('$what is refused, and nothing is kept', async ({ picture, refused }) => {
  const { hotseat, id } = await drawn()
  expect(await problem(await sendPicture(hotseat, id, 1, picture))).toEqual(refused)
  expect(kept(hotseat)).toEqual([])
})

test('a picture of a board that is not kept is refused', async () => {
  const { hotseat, id } = await drawn()
  expect(await problem(await sendPicture(hotseat, id, 2, small))).toEqual([404, 'not-found'])
  expect(await problem(await sendPicture(hotseat, id, 0, small))).toEqual([400, 'bad-request'])
})

test('nobody else keeps a picture there, and no route shows one', async () => {
  const hotseat = await startWithSpaces({ env: seeing })
  const [ada, ben] = [await inSpace(hotseat, 'Ada'), await inSpace(hotseat, 'Ben')]
  const { id } = await beginInterview(ada)
  await draw(ada, id, { scene: boxes(['Client']), base: null })
  expect(await problem(await sendPicture(ben, id, 1, small))).toEqual([404, 'not-found'])
  const marked = png({ width: 4, height: 3, text: 'marmalade' })
  expect((await sendPicture(ada, id, 1, marked)).status).toBe(200)
  expect(kept(hotseat).map(({ png: bytes }) => bytes)).toEqual([marked])
  expect((await ask(ada, `/api/interviews/${id}/boards/1/picture`)).status).toBe(405)
  for (const path of ['', '/board', '/boards/1', '/export'])
    expect(await (await ask(ada, `/api/interviews/${id}${path}`)).text()).not.toContain('marmalade')
})

test('pictures that come faster than anybody draws are refused, and no board for their sake', async () => {
  const { hotseat, id, clock } = await drawn()
  for (let sent = 0; sent < 10; sent++) expect((await sendPicture(hotseat, id, 1, small)).status).toBe(200)
  expect(await problem(await sendPicture(hotseat, id, 1, small))).toEqual([429, 'rate-limited'])
  expect((await draw(hotseat, id, { scene: boxes(['Client', 'Queue']), base: 1 })).status).toBe(200)
  clock.advance(500)
  expect((await sendPicture(hotseat, id, 1, small)).status).toBe(200)
})

test('with its end an interview keeps no picture, and takes none', { timeout: 30_000 }, async () => {
  const hotseat = await startHotseat({ env: seeing })
  const { id } = await beginInterview(hotseat)
  await draw(hotseat, id, { scene: boxes(['Client']), base: null })
  await sendPicture(hotseat, id, 1, small)
  const client = await connect(hotseat, id)
  await client.next('snapshot')
  client.send({ type: 'end', command: 'command-end' })
  await client.next('state', ({ standing }) => standing.state === 'ended')
  expect(kept(hotseat)).toEqual([])
  expect(await problem(await sendPicture(hotseat, id, 1, small))).toEqual([409, 'not-running'])
})

test('a picture goes with its interview when that is deleted', async () => {
  const { hotseat, id, clock } = await drawn()
  await sendPicture(hotseat, id, 1, small)
  expect((await ask(hotseat, `/api/interviews/${id}`, { method: 'DELETE' })).status).toBe(200)
  expect(kept(hotseat)).toHaveLength(1)
  clock.advance(10_000)
  await expect.poll(() => kept(hotseat)).toEqual([])
})
