import { expect, test } from 'vitest'
import { claimAbout, openingOf, pointsBack, questionIn, quoteFrom, setsScene } from '#src/interviewer/quote.ts'

const rows: [string, string, string | null][] = [
  [
    'We append each scan, and a worker computes the state of the parcel.',
    'What does the worker compute?',
    'a worker computes the state of the parcel',
  ],
  ['We put it in a cache because the readers are many.', 'Which readers?', 'the readers are many'],
  ['Yes, sure.', 'What is stored?', null],
  ['I go in order, stop me.', 'What is stored?', null],
  ['So what would you say?', 'What is stored?', null],
  [`We store ${'very '.repeat(12)}much of it.`, 'What do you store?', null],
]
test.each(rows)('quotes whole clauses of 3 to 12 words: %s', (sentence, about, quote) => {
  expect(quoteFrom(sentence, about)).toBe(quote)
  if (quote !== null) expect(sentence).toContain(quote)
})

const readers = 'Customers can read the status from a replica. The replica is a second behind the database.'
test.each<[string, string, string, string | null]>([
  [
    'the claim that names the thing asked about',
    readers,
    'What does a replica cost you?',
    'The replica is a second behind the database',
  ],
  [
    'of several the one that shares most',
    readers,
    'Which status does the replica show?',
    'Customers can read the status from a replica',
  ],
  ['none that is about something else', readers, 'Who pays for the vans?', null],
  ['none that shares a verb alone', 'The CDN will serve old lists.', 'How many people does it have to serve?', null],
  ['none that points at words left out', 'This has a replica beside it.', 'What does a replica cost you?', null],
  ['none without a verb of its own', 'One replica for the pages that are read.', 'What does a replica cost you?', null],
  ['none that says no more than the question', 'The replica will fail.', 'What happens when the replica will fail?', null],
  ['none that asks', 'Do we need the replica to be fresh?', 'What does a replica cost you?', null],
])('quotes for a question %s', (_, text, ask, claim) => {
  expect(claimAbout(text, ask)).toBe(claim)
})

test.each([
  ['Why that?', true],
  ['Why do you start there?', true],
  ['What tells you that it works?', false],
  ['Which other way would there be for it?', false],
  ['What happens to a request that is one too many?', false],
  ['Why do requests suffer that do not show similar products at all?', false],
  ['What made you decide that?', true],
  ['What do you give up by doing it that way?', true],
  ['Would you build that, assemble it or buy it?', true],
  ['Who changes that, and by when?', true],
  ['What makes that safe when two callers are in it together?', true],
  ['What did you base that decision on?', true],
  ['What would happen if that failed?', true],
  ['Why did you choose that way?', true],
  ['How do you get that index onto the running system?', true],
  ['What do you do with a request that is one too many?', false],
  ['How do you know that orders get stuck?', false],
  ['Which number tells you first that orders get stuck?', false],
  ['How do you recognise two calls about the same event?', false],
  ['What did you build that nobody had asked for?', false],
  ['What did you change that was hard to change back?', false],
  ['What is the simplest thing that works?', false],
])('knows whether a question leans on what was just said: %s', (ask, points) => {
  expect(pointsBack(ask)).toBe(points)
})

test.each([
  ['Imagine 100 times the writes: what gives first?', true],
  ['Somebody changes a field. What happens?', true],
  ['What if a scan comes twice?', true],
  ['If a scan came twice, what would you see?', true],
  ['What happens to a scan that comes twice?', false],
  ['Which scans do you keep if there is no room?', false],
])('knows whether a question sets a scene of its own: %s', (ask, sets) => {
  expect(setsScene(ask)).toBe(sets)
})

test.each([
  ['All the rest has to be very fast.', 'All the rest has to be very fast'],
  ['A team that calls us and has a key that is valid for that very day and place gets in and writes to the database.', null],
  ['If it is down we wait.', null],
  ['That is very fast for everybody.', null],
])('what a sentence begins with is quoted where it stands alone: %s', (sentence, opening) => {
  expect(openingOf(sentence)).toBe(opening)
})

test('finds the last question of an utterance', () => {
  expect(questionIn('I see. Can a job run twice, e.g. where a card is charged?')).toBe(
    'Can a job run twice, e.g. where a card is charged?',
  )
  expect(questionIn('I see. What is stored? Take your time.')).toBe('What is stored?')
  expect(questionIn('Go on.')).toBe(null)
  const scene = 'A van has driven through a valley for an hour. It then uploads all that it had kept. What does a customer see?'
  expect(questionIn(`I see. ${scene}`)).toBe(scene)
  expect(questionIn(`Now the details, about 25 minutes. ${scene}`)).toBe(scene)
  expect(questionIn(`Back to where we were. ${scene}`)).toBe(scene)
  expect(questionIn(`Let us move on to the vans. ${scene}`)).toBe(scene)
})

test.each([
  ['Let us talk about the data, about 8 minutes: what is stored?', 'What is stored?'],
  ['You said "a van stops"; what does the customer see?', 'What does the customer see?'],
  ['You said "a van stops": why that?', 'You said "a van stops": why that?'],
  ['A van stops on its way: what does the customer see?', 'A van stops on its way: what does the customer see?'],
])('of a question with a clause before it only what asks is put again: %s', (words, question) => {
  expect(questionIn(words)).toBe(question)
})
