import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { loadContent } from '#src/content/load-content.ts'
import { ContentError } from '#src/errors.ts'
import { plant, smallContent } from './small-content.ts'

const question = 'rubrics/concepts/questions/locks/question.md'
const titles = async (root: string, cacheFile: string) =>
  (await loadContent(root, { cacheFile })).questions.map(({ title }) => title)

test('what is kept is what was loaded', async () => {
  const root = await smallContent()
  const cacheFile = join(root, 'kept.json')
  const loaded = await loadContent(root, { cacheFile })
  expect(await loadContent(root, { cacheFile })).toEqual(loaded)
  expect(loaded).toEqual(await loadContent(root))
})

test('it is taken while no byte has changed, and made anew when one has', async () => {
  const root = await smallContent()
  const cacheFile = join(root, 'kept.json')
  await titles(root, cacheFile)
  await writeFile(cacheFile, (await readFile(cacheFile, 'utf8')).replace('"Locks"', '"Kept"'))
  expect(await titles(root, cacheFile)).toEqual(['Kept'])
  await plant(root, { file: question, from: 'title: Locks', to: 'title: Bolts' })
  expect(await titles(root, cacheFile)).toEqual(['Bolts'])
})

test('a damaged one is made anew', async () => {
  const root = await smallContent()
  const cacheFile = join(root, 'kept.json')
  await titles(root, cacheFile)
  await writeFile(cacheFile, (await readFile(cacheFile, 'utf8')).slice(0, 100))
  expect(await titles(root, cacheFile)).toEqual(['Locks'])
  expect(JSON.parse(await readFile(cacheFile, 'utf8'))).toMatchObject({ questions: [{ title: 'Locks' }] })
})

test('content with faults is not kept', async () => {
  const root = await smallContent()
  const cacheFile = join(root, 'kept.json')
  await plant(root, { file: question, from: 'topics: [concurrency]', to: 'topics: [weather]' })
  await expect(loadContent(root, { cacheFile })).rejects.toThrow(ContentError)
  await expect(readFile(cacheFile)).rejects.toThrow('ENOENT')
})

test('where it cannot be written the content loads all the same', async () => {
  expect(await titles(await smallContent(), '/nowhere/at/all/kept.json')).toEqual(['Locks'])
})
