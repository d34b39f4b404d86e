import { expect, test } from 'vitest'
import { chooseQuestions, type QuestionChoice } from '#src/content/choose-questions.ts'
import type { Content } from '#src/content/content.ts'
import { loadContent } from '#src/content/load-content.ts'
import type { Level } from '#src/domain/track.ts'
import { ConflictError, NotFoundError } from '#src/errors.ts'
import { smallContent } from './small-content.ts'

/** Question ids and the levels that they are for. */
const bank: Record<string, Level[]> = { locks: ['junior', 'mid'], queues: ['mid', 'senior'], trees: ['mid'], clocks: ['lead'] }

async function contentWithBank(): Promise<Content> {
  const content = await loadContent(await smallContent())
  const [first] = content.questions
  if (first === undefined) throw new Error('the small content holds a question')
  return { ...content, questions: Object.entries(bank).map(([id, levels]) => ({ ...first, id, levels })) }
}

const plan = (questions: number): QuestionChoice['plan'] => ({
  minutes: 15,
  questions,
  phases: [{ phase: 'concept', minutes: 5, each: true }],
})

async function choose(choice: Partial<QuestionChoice> = {}): Promise<string[]> {
  const content = await contentWithBank()
  const chosen = chooseQuestions({ content, track: 'concepts', level: 'mid', plan: plan(4), avoid: [], pick: () => 0, ...choice })
  return chosen.map((question) => question.id)
}

test('puts questions for the level before the others', async () => {
  expect(await choose()).toEqual(['locks', 'queues', 'trees', 'clocks'])
  expect(await choose({ level: 'lead' })).toEqual(['clocks', 'locks', 'queues', 'trees'])
})

test('begins with the question asked for, whatever its level', async () => {
  expect(await choose({ question: 'clocks', plan: plan(2) })).toEqual(['clocks', 'locks'])
})

test('takes fresh questions first, then the one tried longest ago', async () => {
  expect(await choose({ avoid: ['locks', 'queues'] })).toEqual(['trees', 'queues', 'locks', 'clocks'])
})

test('a question asked for is asked even if it was tried of late', async () => {
  expect(await choose({ question: 'locks', avoid: ['locks'], plan: plan(1) })).toEqual(['locks'])
})

test('draws among equals by the randomness that it is given', async () => {
  const drawn: number[] = []
  const last = (n: number) => {
    drawn.push(n)
    return n - 1
  }
  expect(await choose({ pick: last, plan: plan(3) })).toEqual(['trees', 'queues', 'locks'])
  // Of one topic, whose weight of 50 is halved each time that it comes.
  expect(drawn).toEqual([150, 50, 13, 6])
})

test('draws a topic by how often interviews touch it, and less once it has come', async () => {
  const content = await contentWithBank()
  const topicOf: Record<string, string> = { locks: 'often', queues: 'often', trees: 'often', clocks: 'seldom' }
  const sorted: Content = {
    ...content,
    questions: content.questions.map((one) => ({ ...one, levels: ['mid'], topics: [topicOf[one.id] ?? ''] })),
    topics: {
      source: 'nobody',
      topics: [
        { id: 'often', title: 'Often', focus: 80 },
        { id: 'seldom', title: 'Seldom', focus: 20 },
      ],
    },
  }
  const drawn: number[] = []
  const first = (n: number) => {
    drawn.push(n)
    return 0
  }
  await choose({ content: sorted, pick: first })
  expect(drawn).toEqual([3 * 80 + 20, 2 * 40 + 20, 20 + 20, 20])
})

test('rises from the easier to the harder, after the one asked for', async () => {
  const content = await contentWithBank()
  const difficulty: Record<string, number> = { locks: 3, queues: 2, trees: 1, clocks: 3 }
  const graded = { ...content, questions: content.questions.map((one) => ({ ...one, difficulty: difficulty[one.id] ?? 2 })) }
  expect(await choose({ content: graded, plan: plan(3) })).toEqual(['trees', 'queues', 'locks'])
  expect(await choose({ content: graded, question: 'locks', plan: plan(3) })).toEqual(['locks', 'trees', 'queues'])
})

test('asks about a framework only whoever chose it', async () => {
  const content = await contentWithBank()
  const one = (id: string) => id === 'queues'
  const framed: Content = {
    ...content,
    questions: content.questions.map((each) => (one(each.id) ? { ...each, framework: 'node' as const } : each)),
  }
  expect(await choose({ content: framed, plan: plan(3) })).toEqual(['locks', 'trees', 'clocks'])
  expect(await choose({ content: framed, framework: 'spring', plan: plan(3) })).toEqual(['locks', 'trees', 'clocks'])
  expect(await choose({ content: framed, framework: 'node', plan: plan(2) })).toEqual(['locks', 'queues'])
  expect(await choose({ content: framed, question: 'queues', plan: plan(1) })).toEqual(['queues'])
})

test('refuses a question that the track lacks and a plan that the bank cannot fill', async () => {
  await expect(choose({ question: 'forks' })).rejects.toThrow(
    new NotFoundError('There is no question "forks" in the track concepts.'),
  )
  await expect(choose({ plan: plan(5) })).rejects.toThrow(
    new ConflictError('The track concepts holds 4 question(s); 15 minutes need 5.'),
  )
  await expect(choose({ track: 'sql', plan: plan(1) })).rejects.toThrow(ConflictError)
})
