import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { lintContent, loadContent } from '#src/content/load-content.ts'
import { smallContent } from './small-content.ts'

const opening = 'What is a mutex, and what does it cost when many threads want it?'
const head = (title: string) => `---\ntitle: ${title}\nlevels: [mid]\ntopics: [concurrency]\n---\n`

async function ownFolder(files: Record<string, string>): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'hotseat-own-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  for (const [file, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, file)), { recursive: true })
    await writeFile(join(folder, file), text)
  }
  return folder
}

test('a question of an opening alone stands in the bank, without a guide', async () => {
  const own = await ownFolder({ 'concepts/questions/mutex/question.md': head('Mutex') + opening })

  const content = await loadContent(await smallContent(), { own })

  expect(content.questions.map(({ id }) => id)).toEqual(['locks', 'mutex'])
  expect(content.questions[1]).toMatchObject({ opening, guide: { keyPoints: [], hints: [] }, answers: [] })
  expect(content.own).toEqual({ folder: own, ids: ['mutex'], faults: [] })
})

test('a guide may hold one key point and nothing else', async () => {
  const point = `{ id: waits, criterion: depth, phase: concept, level: mid, weight: must, point: Says that others wait.,
      why: It is what it costs., shows: [other* + wait*], probes: [{ kind: deepen, ask: "What do the others do?" }] }`
  const own = await ownFolder({
    'concepts/questions/mutex/question.md': head('Mutex') + opening,
    'concepts/questions/mutex/guide.yaml': `keyPoints:\n  - ${point}\n`,
  })

  const { questions } = await loadContent(await smallContent(), { own })

  expect(questions.find(({ id }) => id === 'mutex')?.guide.keyPoints.map(({ id }) => id)).toEqual(['waits'])
})

test('the id of a question that ships is replaced, in a folder laid out as the repository too', async () => {
  const own = await ownFolder({ 'rubrics/concepts/questions/locks/question.md': head('Our locks') + opening })

  const { questions } = await loadContent(await smallContent(), { own })

  expect(questions.map(({ title }) => title)).toEqual(['Our locks'])
})

test('what has faults is left out and told, and the rest loads', async () => {
  const own = await ownFolder({
    'concepts/questions/mutex/question.md': head('Mutex') + opening,
    'concepts/questions/broken/question.md': `---\ntitle: Broken\nlevels: [expert]\ntopics: [concurrency]\n---\n${opening}`,
    'concepts/questions/astray/question.md': head('Astray').replace('concurrency', 'gardening') + opening,
    'gardening/questions/roses/question.md': head('Roses') + opening,
  })
  const root = await smallContent()

  const content = await loadContent(root, { own })

  expect(content.questions.map(({ id }) => id)).toEqual(['locks', 'mutex'])
  expect(content.own?.faults).toMatchObject([
    { file: 'concepts/questions/astray/question.md', path: 'topics[0]' },
    { file: 'concepts/questions/broken/question.md', path: 'levels[0]' },
    { file: 'gardening', path: '' },
  ])
  expect(await lintContent(root, { own })).toEqual(content.own?.faults)
})

test('tables and cases beside a question are what it hands out; cases with faults keep it out', async () => {
  const one = (name: string) => `{ name: ${name}, calls: [{ with: [1], gives: 1 }] }`
  const cases = `entry: lock\ncases:\n${['the first', 'the second', 'the third', 'the fourth'].map((name) => `  - ${one(name)}\n`).join('')}`
  const own = await ownFolder({
    'concepts/questions/mutex/question.md': head('Mutex') + opening,
    'concepts/questions/mutex/cases.yaml': cases,
    'concepts/questions/mutex/database.sql': '-- the answer\ncreate table locks (id integer);\ncreate index fast on locks (id);',
    'concepts/questions/broken/question.md': head('Broken') + opening,
    'concepts/questions/broken/cases.yaml': cases.replace('entry: lock', 'entry: 7'),
  })

  const content = await loadContent(await smallContent(), { own })

  expect(content.questions.map(({ id, exercise }) => [id, exercise?.database, exercise?.cases?.cases.length])).toEqual([
    ['locks', undefined, undefined],
    ['mutex', 'create table locks (id integer);\n', 4],
  ])
  expect(content.own?.faults).toMatchObject([{ file: 'concepts/questions/broken/cases.yaml', path: 'entry' }])
})

test('a folder that is not there is told, and the bank loads', async () => {
  const content = await loadContent(await smallContent(), { own: '/nowhere/at/all' })

  expect(content.questions).toHaveLength(1)
  expect(content.own?.faults).toMatchObject([{ expected: 'this folder; it is missing' }])
})
