import { expect, test } from 'vitest'
import { guideSchema } from '#src/domain/guide.ts'
import { askedInOtherWords } from '#src/interviewer/asked-in-other-words.ts'

const guide = guideSchema.parse({
  facts: [
    { id: 'length', asked: ['how long | depth + queue'], fact: 'About 99,000 jobs are waiting.' },
    { id: 'pool-size', asked: ['how many connections'], fact: 'Twenty connections.' },
    { id: 'database', asked: ['cpu'], fact: 'It is quiet.' },
  ],
  steps: [{ id: 'park', taken: ['park'], seen: 'They lie aside.', facts: { length: 'About 97,000 jobs are waiting.' } }],
})
const meant = (text: string, { steps = [], told = [] }: { steps?: string[]; told?: string[] } = {}) =>
  askedInOtherWords(text, { guide, steps, told: new Set(told) })

test('what a step changed is meant by two words of how it is asked for in one question, until it is told', () => {
  expect(meant('Does the queue lose any depth?', { steps: ['park'] })).toBe('length')
  expect(meant('Does the queue lose any depth?', { steps: ['park'], told: ['length'] })).toBeNull()
  expect(meant('Does the queue lose any depth?')).toBeNull()
})

test.each([
  ['a word of how it is asked for', 'Has the depth of the analysis a limit?'],
  ['words of what it says', 'Are waiting jobs in the contract?'],
  ['a word in each of two questions', 'Whose queue is it? Is there some depth to it?'],
])('nothing is meant by %s', (_, text) => {
  expect(meant(text, { steps: ['park'] })).toBeNull()
})

test('an entry is meant that is called by its whole name', () => {
  expect(meant('And how does the database look?')).toBe('database')
  expect(meant('What is the size of the pool?')).toBe('pool-size')
  expect(meant('Is the pool full?')).toBeNull()
  expect(meant('Who may open the database?')).toBeNull()
  expect(meant('I look at the database later. What else is there?')).toBeNull()
})
