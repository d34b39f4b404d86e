import { expect, test } from 'vitest'
import { checkWording } from '#src/content/check-wording.ts'

const faultsOf = (text: string): string[] => {
  const faults: string[] = []
  checkWording(text, { path: 'ask', words: 40, report: (_path, expected) => faults.push(expected) })
  return faults
}

test.each([
  ['What does it cost in time, and where does the memory go while it runs?', 'and where'],
  ['Who notices, and after how long?', 'and after how'],
  ['What do you promise, and to whom?', 'and to whom'],
  ['What has to be done, and by when?', 'and by when'],
  ['Which of these would you keep, and which not?', 'and which'],
  ['How often is that, and measured where?', 'and measured where'],
  ['What do you store and why?', 'and why'],
  ['What does each operation cost, and why?', 'and why'],
  ['Which levels do your tests have, and up to which do they run?', 'and up to which'],
  ['What does each server send, and is the result still exact?', 'and is'],
  ['Is the answer cached, and if so, for how long?', 'and if so, for how'],
  ['How do you find out whether it helps, and whether it is right?', 'and whether'],
  ['How late was it noticed, or how often was somebody woken?', 'or how'],
  ['Why is that right here, or why not?', 'or why'],
  ['When and how do the tokens come back?', 'When and how'],
  ['What do you change but not where?', 'but not where'],
  ['A worker dies half-way, and nobody knows where. What is left, and who sees it?', 'and who'],
])('reports a second question that is joined on: %s', (text, joint) => {
  expect(faultsOf(text)).toEqual([`one question at a time; "${joint}" joins a second one`])
})

test.each([
  'A worker dies between the second size and the third. What is left?',
  'Half of the copies have read the new file, and nobody knows which. How do you go back?',
  'Would you store it or compute it?',
  'Does it learn only that it failed, or also when to come back?',
  'Does the thread wait, or does somebody tell it which ones have spoken?',
  'Which would you give first, what got better, or what you had misjudged?',
  'Which tables and columns does the report read?',
  'How do you decide which data gets a copy and which does not?',
  'How many people look and how many buy?',
  'When a client comes back after an hour, what does it get?',
  'Two workers ask at the same time, and one job is there. What happens?',
  'They are counted when they come in, and when they leave.',
])('takes for one question: %s', (text) => {
  expect(faultsOf(text)).toEqual([])
})

test('counts question marks, words and praise', () => {
  expect(faultsOf('Why? What else?')).toEqual(['one question at a time, not 2 question marks'])
  expect(faultsOf('Good idea. What else?')).toEqual(['neutral words; "Good idea" praises or grades'])
  expect(faultsOf(`${'word '.repeat(40)}what?`)).toEqual(['at most 40 words, not 41'])
})
