import { expect, test } from 'vitest'
import type { LibraryQuestion } from '#src/protocol/rest.ts'
import { everything, selectQuestions } from '../../../web/library/select-questions.ts'

const question = (part: Partial<LibraryQuestion> & { id: string }): LibraryQuestion => ({
  track: 'concepts',
  title: part.id,
  opening: 'What is it, and when would you use it?',
  levels: ['mid'],
  topics: ['databases'],
  framework: null,
  difficulty: 2,
  tests: null,
  isOwn: false,
  tried: null,
  isGuideRead: false,
  ...part,
})

const bank = [
  question({ id: 'indexes', tests: 'Whether you know what a write pays for it.' }),
  question({ id: 'event-loop', framework: 'node', topics: ['node'], levels: ['junior', 'mid'] }),
  question({ id: 'outage', track: 'behavioral', topics: ['incidents'], tried: { times: 2, lastAt: 0 } }),
]
const titles = new Map([
  ['databases', 'Databases and SQL'],
  ['node', 'Node.js'],
  ['incidents', 'Incidents'],
])
const found = (part: Partial<typeof everything>) => selectQuestions(bank, { ...everything, ...part }, titles).map(({ id }) => id)

test.each([
  ['nothing asked, by title', {}, ['event-loop', 'indexes', 'outage']],
  ['a track', { track: 'behavioral' }, ['outage']],
  ['a topic', { topic: 'databases' }, ['indexes']],
  ['a level', { level: 'junior' }, ['event-loop']],
  ['a framework', { framework: 'node' }, ['event-loop']],
  ['not tried yet', { untriedOnly: true }, ['event-loop', 'indexes']],
  ['the beginning of a word of the title', { words: 'Event' }, ['event-loop']],
  ['words of the topic and of what it tests', { words: 'sql pays' }, ['indexes']],
  ['the middle of a word', { words: 'vent' }, []],
  ['several at once', { track: 'concepts', level: 'mid', untriedOnly: true, words: 'when' }, ['event-loop', 'indexes']],
] satisfies [string, Partial<typeof everything>, string[]][])('%s', (_, selection, ids) => {
  expect(found(selection)).toEqual(ids)
})
