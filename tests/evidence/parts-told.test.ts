import { describe, expect, test } from 'vitest'
import type { ToldPart } from '#src/domain/rubric.ts'
import { partsTold } from '#src/evidence/parts-told.ts'
import { shippedLexicon } from '../support/content-files.ts'
import { noOutcomes, outcomes } from './later-outcomes.ts'
import { lacking } from './plain-stories.ts'

const lexicon = shippedLexicon()
const told = (text: string, askedFor: ToldPart | null = null) => partsTold([{ turn: 2, text, askedFor }], { lexicon })

const parts = ['situation', 'action', 'result', 'reflection'] as const
const lacked = { result: 'result', reflection: 'reflection', action: 'action', 'own action': 'action' } as const
const stories = Object.entries(lacked).flatMap(([kind, part]) =>
  (lacking[kind as keyof typeof lacking] ?? []).map((text, at) => ({ text, part, isHeldOut: at % 2 === 1 })),
)

describe('of plain stories that lack one part, over those that no list was fitted on,', () => {
  const heldOut = stories.filter(({ isHeldOut }) => isHeldOut)

  test.each(parts)('the %s is heard in four of five that tell it, and in none that lacks it', (part) => {
    const telling = heldOut.filter((story) => story.part !== part)
    const heard = telling.filter(({ text }) => told(text).has(part))
    expect(heard.length).toBeGreaterThanOrEqual(telling.length * 0.8)
    expect(heldOut.filter((story) => story.part === part && told(story.text).has(part))).toEqual([])
  })
})

describe('in an answer that tells no deed, behind the one that told them,', () => {
  const deeds = 'The queue was full and the orders got stuck. I rewrote the consumer and talked to the other team.'
  const tellsResult = (text: string) =>
    partsTold(
      [deeds, text].map((one, at) => ({ turn: 2 * at + 2, text: one, askedFor: null })),
      { lexicon },
    ).has('result')

  test('the result is heard in four of five that tell it', () => {
    expect(outcomes.filter(tellsResult).length).toBeGreaterThanOrEqual(outcomes.length * 0.8)
  })

  test.each(noOutcomes)('it is not heard in "%s"', (text) => expect(tellsResult(text)).toBe(false))
})

describe('a part is told', () => {
  test('by where a sentence stands to the deeds, whatever it is about', () => {
    const deed = 'I watered the tomatoes twice a day.'
    const other = 'The leaves were green and the neighbours came over.'
    expect(told(`${deed} ${other}`)).toContain('result')
    expect(told(`${other} ${deed}`)).not.toContain('result')
    expect(told(`${other} ${deed}`)).toContain('situation')
  })

  test('in an answer behind the one that told the deeds, when it looks back', () => {
    const answers = ['I watered the tomatoes twice a day.', 'I would water them less.']
    const given = answers.map((text, at) => ({ turn: 2 * at, text, askedFor: null }))
    expect([...partsTold(given, { lexicon })]).toEqual(expect.arrayContaining(['action', 'reflection', 'habit']))
    expect(partsTold(given.slice(1), { lexicon })).not.toContain('reflection')
  })

  test('in the reply to a question for it, and not by whoever does not know', () => {
    expect(told('They signed off on it the next day.', 'result')).toContain('result')
    expect(told('They signed off on it the next day.')).not.toContain('result')
    expect(told("I don't know, I left before that.", 'result')).not.toContain('result')
    expect(told('Do you mean for the team?', 'result')).not.toContain('result')
  })

  test('with its reason, in whatever words, by the reply to a question why', () => {
    expect(told('It was the two invoices. A customer was angry.', 'reason')).toContain('reason')
    expect(told('It was the two invoices. A customer was angry.')).not.toContain('reason')
    expect(told("I don't know any more.", 'reason')).not.toContain('reason')
    expect(told('Why I rang them, you mean?', 'reason')).not.toContain('reason')
  })

  test.each([
    'Sorry, I lost the thread.',
    'Sorry, I was elsewhere for a moment.',
    'I would rather not say.',
    'I did not think about it at all.',
  ])('by nobody who only says "%s"', (text) => {
    for (const part of ['reason', 'harm', 'reflection', 'result'] as const) expect(told(text, part)).not.toContain(part)
    expect(told(`${text} A customer was angry.`, 'reason')).toContain('reason')
  })

  test.each([
    'Sorry, the customer was angry.',
    'I told her that I was sorry, and she needed it fast.',
    'I would rather not lose a customer.',
    'I did not think that they would wait.',
  ])('with its reason by "%s"', (text) => {
    expect(told(text, 'reason')).toContain('reason')
  })

  test('and stays told, whatever is said later', () => {
    const story = stories[0]?.text ?? ''
    const alone = [{ turn: 2, text: story, askedFor: null }]
    const later = partsTold([...alone, { turn: 4, text: 'Because it was the quickest way.', askedFor: null }], { lexicon })
    for (const part of partsTold(alone, { lexicon })) expect(later).toContain(part)
  })

  test.each([
    [
      'what should be done in general',
      'You always have to look at both sides. In general I try to stay calm. Communication is the key.',
    ],
    ['how things stood', 'It was a team of five people in Berlin. The code was written in PHP. My manager was nice.'],
  ])('by nobody who says %s', (_, text) => {
    expect([...told(text)]).toEqual([])
  })

  test('by somebody else’s deeds as little as by what "we" did, when it is the own action', () => {
    expect(told('We wrote a script. Anna ran it. Then we told the customer.')).not.toContain('action')
    expect(told('We wrote a script. I ran it. Then we told the customer.')).toContain('action')
  })
})
