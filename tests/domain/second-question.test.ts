import { expect, test } from 'vitest'
import { asksTwoAtOnce, firstOfTwoQuestions } from '#src/domain/second-question.ts'

test.each([
  ['What is the key, and how would you spread the writes?', 'What is the key?'],
  ['How do you shard it and what happens on a resize?', 'How do you shard it?'],
  ['Where does the lease live and who renews it?', 'Where does the lease live?'],
  ['What do you store and how long do you keep it?', 'What do you store?'],
  ['How would you find a slow consumer, and would you drop it?', 'How would you find a slow consumer?'],
  ['Where do you put the limit and is it per user?', 'Where do you put the limit?'],
  ['Suppose a worker dies half-way: what is left, and who cleans it up?', 'Suppose a worker dies half-way: what is left?'],
  [
    'You said it is durable, so what happens on a crash, and how do you notice?',
    'You said it is durable, so what happens on a crash?',
  ],
  ['Can two callers get the same number, and if so, what then?', 'Can two callers get the same number?'],
  ['What goes wrong, how would you know?', 'What goes wrong?'],
  ['How often would you repeat that, or would you automate it?', 'How often would you repeat that?'],
  ['What comes back when the key is missing and why?', 'What comes back when the key is missing?'],
])('asks the first of two: %s', (sentence, first) => {
  expect(firstOfTwoQuestions(sentence)).toBe(first)
})

test.each([
  'You said the queue is durable, so what happens when the disk is full?',
  'When the primary fails, then what do readers see?',
  'Suppose a worker dies after the write, and what happens then?',
  'A worker dies half-way, and nobody knows where: what is left?',
  'What goes in and what stays out?',
  'How do you know what is stored and what is cached?',
  'How do you decide which data gets a copy and which does not?',
  'How many reads and how many writes do you expect?',
  'How does a caller know when to come back and what to send?',
  'Does it wait, or does it go on?',
  'What do you make of "why is it, and how is it"?',
  'Which would you ship, and not just draw?',
  'Tell me what is read, and how it is found.',
])('asks one thing: %s', (sentence) => {
  expect(firstOfTwoQuestions(sentence)).toBeNull()
})

test('a pair of question words asks two things, of which neither can be said alone', () => {
  expect(asksTwoAtOnce('So when and how do the tokens come back?')).toBe(true)
  expect(asksTwoAtOnce('When do the tokens and the keys come back?')).toBe(false)
})
