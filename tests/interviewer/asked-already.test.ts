import { expect, test } from 'vitest'
import { askedAlready } from '#src/interviewer/asked-already.ts'
import { ruleBasedInterviewer } from '#src/interviewer/rule-based-interviewer.ts'
import { standOf } from '#src/interviewer/where-we-stand.ts'
import { designContent, lexicon, phrases, sitting } from './fixtures.ts'

const spoken = async (text: string) => {
  const here = sitting({ interviewer: ruleBasedInterviewer({ lexicon, phrases }) })
  await here.hear('start')
  const [opening] = here.turns
  if (opening === undefined) throw new Error('nothing was said')
  return [{ ...opening, text }]
}

test.each([
  [
    'word for word',
    'Okay. How do you work out what each operation costs?',
    'How do you work out what each operation costs?',
    true,
  ],
  [
    'in nearly the same words',
    'What does one row of your result stand for?',
    'What does one row of that result stand for?',
    true,
  ],
  [
    'about something else',
    'How do you work out what each operation costs?',
    'What does one row of that result stand for?',
    false,
  ],
  [
    'with other words of the candidate in it',
    'When you say "one row for each parcel", what ends up there?',
    'When you say {quote}, what ends up there?',
    true,
  ],
  [
    'in the words of a quotation only',
    'You said "what each operation costs". How so?',
    'How do you work out what each operation costs?',
    false,
  ],
])('a question was asked already, %s', async (_, said, ask, expected) => {
  expect(askedAlready(await spoken(said))(ask)).toBe(expected)
})

test('a check whose question was put for another one is not asked about in the same words', async () => {
  const [question] = designContent.questions
  if (question === undefined) throw new Error('no question')
  const ask = 'How fresh must what a customer sees be, in figures?'
  const keyPoints = question.guide.keyPoints.map((point) =>
    point.id === 'leaves-out' ? { ...point, probes: [{ kind: 'decide' as const, ask }] } : point,
  )
  const content = { ...designContent, questions: [{ ...question, guide: { ...question.guide, keyPoints } }] }
  const here = sitting({ interviewer: ruleBasedInterviewer({ lexicon, phrases }), content })
  await here.hear('start')
  here.say('Let me see.')
  await here.hear()
  const asked = []
  for (let turn = 0; turn < 6; turn++) {
    here.say('It has a page that people open in a browser, and a form on it.')
    asked.push((await here.hear()).text)
  }
  expect(asked.filter((text) => text.includes(ask))).toHaveLength(1)
  expect(standOf(here.request(), { lexicon, phrases }).at.checks.find(({ id }) => id === 'leaves-out')?.probes).toEqual([])
})

test('a question that was cut after its last word is not put again', async () => {
  const here = sitting({ interviewer: ruleBasedInterviewer({ lexicon, phrases }) })
  await here.hear('start')
  here.say('Let me see.')
  await here.hear()
  here.say('It has a page that people open in a browser.')
  const { text } = await here.hear()
  const cut = here.turns.at(-1)
  if (cut === undefined) throw new Error('nothing was said')
  here.turns[here.turns.length - 1] = { ...cut, move: null, interrupted: true }
  here.say('And a form on it, where one types the number.')
  expect((await here.hear()).text).not.toContain(text.split('. ').at(-1))
})
