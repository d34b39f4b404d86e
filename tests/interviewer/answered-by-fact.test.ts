import { expect, test } from 'vitest'
import { answeredByFact } from '#src/interviewer/answered-by-fact.ts'
import { ruleBasedInterviewer } from '#src/interviewer/rule-based-interviewer.ts'
import { standOf } from '#src/interviewer/where-we-stand.ts'
import { lexicon, phrases, sitting } from './fixtures.ts'

const facts = [
  {
    id: 'refuse-or-wait',
    asked: ['too many | over the limit + what | happen*', 'queue | wait + request*'],
    fact: 'Refuse at once.',
  },
  { id: 'threads', asked: ['thread* | parallel'], fact: 'They come in parallel.' },
]
const isAnswered = (ask: string, ...wanted: string[]) => answeredByFact({ facts, wanted: new Set(wanted), lexicon })(ask)

test('a question for what the candidate asked for is not put back', () => {
  expect(isAnswered('What happens to a request that is one too many?', 'refuse-or-wait')).toBe(true)
})

test.each([
  ['was not asked for', 'What happens to a request that is one too many?', ['threads']],
  ['is only spoken of before the question', 'Requests are too many one day. Who is told of it?', ['refuse-or-wait']],
  ['depends on what the candidate does', 'What happens in your class when there are too many?', ['refuse-or-wait']],
])('a question is put where the fact %s', (_, ask, wanted) => {
  expect(isAnswered(ask, ...wanted)).toBe(false)
})

test('what was asked for in the opening part is not asked back there, and what it leads to still is', async () => {
  const here = sitting({ interviewer: ruleBasedInterviewer({ lexicon, phrases }) })
  const asksOf = (id: string) =>
    standOf(here.request(), { lexicon, phrases })
      .at.checks.find((check) => check.id === id)
      ?.probes.map(({ ask }) => ask)
  await here.hear('start')
  here.say('Let me see.')
  await here.hear()
  here.say('How many scans are there?')
  expect(asksOf('names-goals')).toHaveLength(2)
  await here.hear()
  here.say('And how fresh must it be?')
  expect(asksOf('names-goals')).toEqual(['What happens to somebody when it is later than that?'])
})
