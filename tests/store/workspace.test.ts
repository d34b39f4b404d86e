import { expect, test } from 'vitest'
import { NotFoundError, StoreError } from '#src/errors.ts'
import type { NewTurn } from '#src/store/store.ts'
import { designContent, designInterview } from '../interviewer/fixtures.ts'
import { answer, openStoreWithInterview, rowsOf } from './store-file.ts'

const id = 'interview-1'
const drawing = (base: number | null, what = `drawn on ${base}`) => ({
  base,
  scene: JSON.stringify({ elements: [{ id: 'a', text: what }] }),
  text: what,
})
const naming = (revision: number, over: Partial<NewTurn> = {}): NewTurn =>
  answer('Here.', { artifacts: [{ id: 'board', kind: 'board', text: 'In words.', revision }], ...over })

async function drawnTimes(times: number) {
  const opened = await openStoreWithInterview()
  for (let at = 0; at < times; at++) await opened.store.saveBoard(id, drawing(at === 0 ? null : at))
  return opened
}

test('a board is kept as a revision each time it was drawn on, and read back as it was', async () => {
  const { store, reopen } = await openStoreWithInterview()
  expect([await store.newestBoard(id), await store.findBoard(id, 1)]).toEqual([null, null])
  expect(await store.saveBoard(id, drawing(null, 'client'))).toEqual({ kind: 'stored', revision: 1 })
  expect(await store.saveBoard(id, drawing(1, 'client, queue'))).toEqual({ kind: 'stored', revision: 2 })
  const reopened = reopen()
  expect(await reopened.newestBoard(id)).toBe(2)
  const scene = { elements: [{ id: 'a', text: 'client' }] }
  expect(await reopened.findBoard(id, 1)).toEqual({ revision: 1, scene, text: 'client' })
  expect(await reopened.findBoardText(id, 2)).toBe('client, queue')
  expect(await reopened.findBoardText('another', 2)).toBeNull()
})

test('a board that was not drawn from the newest is not stored, the same one again is stored once', async () => {
  const { store, file } = await drawnTimes(2)
  for (const base of [null, 1, 3]) expect(await store.saveBoard(id, drawing(base, 'x'))).toEqual({ kind: 'moved', revision: 2 })
  // Its answer was lost: it comes again, from the same base as before.
  expect(await store.saveBoard(id, drawing(1))).toEqual({ kind: 'same', revision: 2 })
  expect(rowsOf(file, 'select revision from boards')).toEqual([{ revision: 1 }, { revision: 2 }])
  expect(await store.saveBoard(id, { ...drawing(7), base: 7 })).toEqual({ kind: 'moved', revision: 2 })
})

test('nothing is drawn when the interview is over, nor on one that is not there', async () => {
  const { store } = await drawnTimes(1)
  await store.updateInterview(id, { status: 'ended', endedAt: 5 })
  expect(await store.saveBoard(id, drawing(1, 'late'))).toEqual({ kind: 'over' })
  await expect(store.saveBoard('nobody', drawing(null))).rejects.toThrow(NotFoundError)
})

test('revisions that a turn names stay, of the others the newest twenty', async () => {
  const { store, file } = await drawnTimes(3)
  await store.appendTurn(id, naming(2))
  for (let base = 3; base < 25; base++) await store.saveBoard(id, drawing(base))
  const kept = (rowsOf(file, 'select revision from boards order by revision') as { revision: number }[]).map(
    (row) => row.revision,
  )
  expect(kept).toEqual([2, ...Array.from({ length: 20 }, (_, at) => at + 6)])
})

test('a turn and the mark on its board are one: the first turn that names it is kept, and neither is there without the other', async () => {
  const { store, file } = await drawnTimes(2)
  const marks = () => rowsOf(file, 'select revision, turn from boards order by revision')
  await store.appendTurn(id, naming(2))
  await store.appendTurn(id, naming(2))
  expect(marks()).toEqual([
    { revision: 1, turn: null },
    { revision: 2, turn: 1 },
  ])
  await expect(store.appendTurn(id, naming(3), { draft: 'half' })).rejects.toThrow(NotFoundError)
  expect((await store.listTurns(id)).length).toBe(2)
  expect((await store.findInterview(id, designInterview.ownerId))?.draft).toBe('')
})

test('a board that is damaged is told so by its number, and its words can still be read', async () => {
  const { store, byHand } = await drawnTimes(2)
  byHand('update boards set scene = \'{"elements": [\' where revision = 2')
  await expect(store.findBoard(id, 2)).rejects.toThrow(StoreError)
  await expect(store.findBoard(id, 2)).rejects.toThrow('board 2 of interview interview-1 is damaged')
  expect(await store.findBoardText(id, 2)).toBe('drawn on 1')
  expect(await store.newestBoard(id)).toBe(2)
  expect((await store.findBoard(id, 1))?.revision).toBe(1)
  expect(await store.saveBoard(id, drawing(2, 'mended'))).toEqual({ kind: 'stored', revision: 3 })
})

test('a pad is kept as it was last written, each kind and each interview its own', async () => {
  const { store, reopen } = await openStoreWithInterview()
  await store.createInterview({ ...designInterview, id: 'interview-2' }, designContent)
  const code = { pad: 'code' as const, text: 'const a = 1', language: 'typescript' as const }
  const sql = { pad: 'sql' as const, text: 'select 1', language: 'sql' as const }
  await store.savePad(id, { ...code, text: 'const' })
  await store.savePad(id, sql)
  await store.savePad(id, code)
  const reopened = reopen()
  expect(await reopened.listPads(id)).toEqual([code, sql])
  expect(await reopened.listPads('interview-2')).toEqual([])
  await expect(reopened.savePad('nobody', code)).rejects.toThrow(NotFoundError)
})

test('when the interview ends what no turn names goes, and what was drawn last stays', async () => {
  const { store, file } = await drawnTimes(6)
  await store.appendTurn(id, naming(2))
  await store.updateInterview(id, { status: 'ended', endedAt: 5 })
  expect(rowsOf(file, 'select revision from boards order by revision')).toEqual([{ revision: 2 }, { revision: 6 }])
  expect((await store.readRecord(id)).record.boards.map(({ revision, turn }) => [revision, turn])).toEqual([
    [2, 1],
    [6, null],
  ])
})

test('boards that went with turns may be so large together and no larger', async () => {
  const { store } = await openStoreWithInterview()
  const large = (base: number | null): ReturnType<typeof drawing> => ({
    ...drawing(base),
    scene: JSON.stringify(`${base}${'x'.repeat(1_048_000)}`),
  })
  for (let at = 0; at < 8; at++) {
    expect(await store.saveBoard(id, large(at || null))).toEqual({ kind: 'stored', revision: at + 1 })
    await store.appendTurn(id, naming(at + 1))
  }
  expect(await store.saveBoard(id, large(8))).toEqual({ kind: 'full' })
  expect(await store.saveBoard(id, drawing(8))).toEqual({ kind: 'stored', revision: 9 })
})

test('of a running interview the boards that turns name are exported, and the newest', async () => {
  const { store } = await drawnTimes(6)
  await store.appendTurn(id, naming(2))
  expect((await store.readRecord(id)).record.boards.map(({ revision }) => revision)).toEqual([2, 6])
})

test('a picture goes with its board, stays out of the record, and is damaged by nothing else', async () => {
  const { store, file, reopen } = await drawnTimes(2)
  const picture = { png: Buffer.from('picture'), width: 8, height: 6 }
  expect(await store.saveBoardPicture(id, 3, picture)).toBe('no-board')
  expect(await store.saveBoardPicture(id, 1, picture)).toBe('stored')
  expect(await store.saveBoardPicture(id, 2, { ...picture, width: 9 })).toBe('stored')
  await expect(store.saveBoardPicture('another', 1, picture)).rejects.toThrow(NotFoundError)
  expect(await store.findBoardPicture(id, 1)).toBeNull()
  expect(JSON.stringify(await store.readRecord(id))).not.toContain('png')
  const reopened = reopen()
  expect(await reopened.findBoardPicture(id, 2)).toEqual({ ...picture, width: 9 })
  await reopened.updateInterview(id, { elapsedMs: 5 })
  expect(await reopened.findBoardPicture(id, 2)).not.toBeNull()
  await reopened.updateInterview(id, { status: 'ended' })
  expect(rowsOf(file, 'select 1 from board_pictures')).toEqual([])
  expect(await reopened.saveBoardPicture(id, 2, picture)).toBe('over')
})

test('a picture that comes later than that of a newer board is not kept', async () => {
  const { store, file } = await drawnTimes(2)
  const picture = { png: Buffer.from('picture'), width: 8, height: 6 }
  expect(await store.saveBoardPicture(id, 2, picture)).toBe('stored')
  expect(await store.saveBoardPicture(id, 1, picture)).toBe('outdated')
  expect(rowsOf(file, 'select revision from board_pictures')).toEqual([{ revision: 2 }])
})

test('the picture of a board that newer ones took the place of goes with it', async () => {
  const { store, file } = await drawnTimes(1)
  await store.saveBoardPicture(id, 1, { png: Buffer.from('picture'), width: 8, height: 6 })
  for (let base = 1; base <= 20; base++) await store.saveBoard(id, drawing(base))
  expect(await store.findBoard(id, 1)).toBeNull()
  expect(rowsOf(file, 'select 1 from board_pictures')).toEqual([])
})
