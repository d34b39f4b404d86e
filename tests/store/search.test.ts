import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { SearchRequest } from '#src/store/history-store.ts'
import { searchQuery } from '#src/store/search-query.ts'
import { designContent, designInterview } from '../interviewer/fixtures.ts'
import { answer, openStore, openStoreWithInterview } from './store-file.ts'

const asking = (words: string, over: Partial<SearchRequest> = {}): SearchRequest => ({
  words,
  order: 'newest',
  limit: 20,
  ...over,
})

async function searched() {
  const opened = await openStoreWithInterview()
  const { store } = opened
  await store.appendTurn('interview-1', answer('How many scans a day?', { speaker: 'interviewer' }))
  await store.appendTurn('interview-1', answer('Twenty million scans, so the write path is a Kafka topic by parcel.'))
  await store.appendTurn('interview-1', answer('A café reads the topic of the parcel, and a read path serves it.'))
  const find = async (words: string, over: Partial<SearchRequest> = {}) =>
    (await store.searchTurns('owner-1', asking(words, over))).turns.map(({ turn }) => turn)
  return { ...opened, find }
}

describe('a search', () => {
  test('finds turns that hold every word, the beginning of the last, and phrases as they stand; the newest first', async () => {
    const { find } = await searched()
    expect(await find('parcel')).toEqual([3, 2])
    expect(await find('kaf')).toEqual([2])
    expect(await find('kaf ')).toEqual([])
    expect(await find('PARCEL kafka')).toEqual([2])
    expect(await find('"write path"')).toEqual([2])
    expect(await find('"path write"')).toEqual([])
    expect(await find('cafe')).toEqual([3])
  })

  test('gives a passage with the places of the words in it', async () => {
    const { store } = await searched()
    const { turns } = await store.searchTurns('owner-1', asking('kafka topic'))
    expect(turns.map(({ snippet, marks }) => marks.map(({ start, end }) => snippet.slice(start, end)))).toEqual([
      ['Kafka', 'topic'],
    ])
    expect(turns).toMatchObject([{ interview: 'interview-1', turn: 2, speaker: 'candidate', title: 'Parcel tracker' }])
  })

  test('is narrowed by speaker, track, level, question and date', async () => {
    const { find } = await searched()
    const { createdAt } = designInterview
    expect(await find('scans', { speaker: 'interviewer' })).toEqual([1])
    expect(await find('scans', { track: 'system-design', level: designInterview.level, question: 'parcel-tracker' })).toEqual([
      2, 1,
    ])
    expect(await find('scans', { track: 'sql' })).toEqual([])
    expect(await find('scans', { question: 'another' })).toEqual([])
    expect(await find('scans', { from: createdAt, to: createdAt + 1 })).toEqual([2, 1])
    expect(await find('scans', { to: createdAt })).toEqual([])
  })

  test.each(['newest', 'best'] as const)('goes on where the page before ended (%s)', async (order) => {
    const { store } = await searched()
    const seen: number[] = []
    let cursor: string | undefined
    do {
      const page = await store.searchTurns('owner-1', asking('the', { order, limit: 1, ...(cursor !== undefined && { cursor }) }))
      seen.push(...page.turns.map(({ turn }) => turn))
      cursor = page.next ?? undefined
    } while (cursor !== undefined)
    expect(seen.sort()).toEqual([2, 3])
  })

  test('finds nothing of another owner, and nothing where no word was typed', async () => {
    const { store, find } = await searched()
    expect((await store.searchTurns('owner-2', asking('scans'))).turns).toEqual([])
    expect(await store.searchTitles('owner-2', asking('parcel'))).toEqual([])
    for (const typed of ['', '  ', '"', '--', '*', '""']) expect(await find(typed)).toEqual([])
  })

  test('finds interviews by the titles of their questions', async () => {
    const { store } = await searched()
    expect((await store.searchTitles('owner-1', asking('parcel TR'))).map(({ interview }) => interview)).toEqual(['interview-1'])
    expect(await store.searchTitles('owner-1', asking('firstTurn'))).toEqual([])
  })

  test('finds nothing of a deleted turn, and what was said in its place', async () => {
    const { store, byHand, find } = await searched()
    byHand(
      "pragma foreign_keys = on; delete from turns where turn = 3; insert into turns_fts (turns_fts) values ('integrity-check')",
    )
    await store.appendTurn('interview-1', answer('The parcel again.'))
    expect(await find('parcel')).toEqual([3, 2])
  })
})

test('nothing that can be typed breaks a search', async () => {
  const { store } = await searched()
  const typed = fc.oneof(fc.string({ unit: 'binary', maxLength: 40 }), fc.stringMatching(/^[a-c"*^:(){}+\- NEAROT\0]{0,30}$/))
  await fc.assert(
    fc.asyncProperty(typed, fc.constantFrom('newest' as const, 'best' as const), async (words, order) => {
      const { turns, next } = await store.searchTurns('owner-1', asking(words, { order, cursor: words }))
      await store.searchTitles('owner-1', asking(words))
      return Array.isArray(turns) && (next === null || next.length > 0)
    }),
    { numRuns: 400 },
  )
  expect(searchQuery('a OR b* "c')).toBe('"a" "OR" "b*" "c"*')
})

test('interviews come page by page, narrowed, and without a gap', async () => {
  const { store } = openStore()
  for (const id of ['a', 'b', 'c', 'd'])
    await store.createInterview(
      { ...designInterview, id, status: id === 'b' ? 'ended' : 'running', createdAt: id === 'd' ? 200 : 100 },
      designContent,
    )
  const ids = async (page: Parameters<typeof store.listInterviews>[1]) =>
    (await store.listInterviews(designInterview.ownerId, page)).map(({ id }) => id)
  expect(await ids({ limit: 2 })).toEqual(['d', 'c'])
  expect(await ids({ limit: 2, before: 'c' })).toEqual(['b', 'a'])
  expect(await ids({ limit: 2, before: 'a' })).toEqual([])
  expect(await ids({ limit: 2, before: 'nobody' })).toEqual([])
  expect(await ids({ limit: 9, status: 'ended' })).toEqual(['b'])
  expect(await ids({ limit: 9, from: 150, to: 201 })).toEqual(['d'])
})
