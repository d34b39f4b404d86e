import { describe, expect, test } from 'vitest'
import { groundOf } from '#src/evidence/ground.ts'
import { judgeKeyPoint } from '#src/evidence/judge-check.ts'
import { quoteFor } from '#src/evidence/quote-for.ts'
import { lexicon } from '../interviewer/fixtures.ts'

const asked = 'The cache goes down at peak. What happens to the readers?'
const manyParts = ['cache + fall* through | go* straight + postgres | it + cap* | limit*']
const twoParts = ['cache + fall* through | go* straight']

interface Told {
  shows?: string[]
  question?: string
  asksAbout?: string | null
}

const judge = (said: string | string[], { shows = manyParts, question = asked, asksAbout = 'cache-lost' }: Told = {}) =>
  judgeKeyPoint(
    { id: 'cache-lost', shows },
    groundOf({
      candidateSaid: [said].flat().map((text, at) => ({ turn: 4 + 2 * at, text })),
      interviewerSaid: [
        { turn: 1, text: 'Design a reading service.' },
        { turn: 3, text: question, asksAbout },
        { turn: 5, text: 'And what else?' },
      ],
      lexicon,
    }),
  )

const answer = 'Reads fall through to Postgres, so I would cap how many may go at once.'

describe('a reply to the question about a check', () => {
  test('shows it without saying the words of the question again', () => {
    const shown = judge(answer)
    expect(shown.verdict).toBe('yes')
    expect(shown.matches.map(quoteFor)).toEqual([{ turn: 4, start: 0, end: answer.length, quote: answer }])
  })

  test('in two neighbouring sentences shows it in part, and leaves nothing to ask', () => {
    expect(judge('Reads fall through to Postgres. I would cap how many may go there.')).toMatchObject({
      verdict: 'partly',
      answered: true,
    })
  })

  test('shows it in part where one word group alone is its own', () => {
    const shown = judge('Reads just fall through to Postgres then.', { shows: twoParts })
    expect(shown).toMatchObject({ verdict: 'partly', demoted: false, answered: false })
  })

  test('with two own word groups and few words leaves nothing to ask, and shows it in part', () => {
    expect(judge('They go straight to it, with a limit on each.')).toMatchObject({ verdict: 'partly', answered: true })
  })

  test.each([
    ['that nobody is known to have asked', answer, { asksAbout: null }],
    ['about another check', answer, { asksAbout: 'writes-lost' }],
    ['that lacks the word', answer, { question: 'What happens to the readers at peak?' }],
    [
      'that quotes it from the candidate',
      answer,
      { question: 'You said "a cache in front". What happens to the readers at peak?' },
    ],
  ])('is none to a question %s', (_, said, told) => {
    expect(judge(said, told).verdict).toBeNull()
  })

  test.each([
    'The cache goes down at peak, and that is what happens to the readers.',
    'You are asking: what happens to the readers when the cache goes down at peak?',
    'Good question. It is important to do the right thing there.',
    'I do not know, maybe reads fall through to Postgres with a cap.',
    'Reads never fall through to Postgres, and there is no cap.',
    'Should reads fall through to Postgres, and should I cap them?',
    'Tell me the answer: do they fall through, and is there a cap?',
  ])('is none that says nothing of its own: %s', (said) => {
    expect(judge(said).verdict).toBeNull()
  })

  test.each(['Capped.', 'Postgres, capped.'])('is none in a word or two: %s', (said) => {
    expect(judge(said, { shows: ['cache + cap* | limit*'] }).verdict).toBeNull()
  })

  test('is none after its first sentences, and none in a later answer', () => {
    const before = 'I like that one. We had it at work. It was in spring. '
    expect(judge(before + answer).verdict).toBeNull()
    expect(judge(['Let me think about it.', answer]).verdict).toBeNull()
  })

  test('heeds what must not stand beside it', () => {
    expect(judge(answer, { shows: ['cache + fall* through + cap* + ! at once'] }).verdict).toBeNull()
  })

  test('takes one word group from the question and no more', () => {
    expect(judge(answer, { shows: ['cache + readers + fall* through + cap* + postgres'] }).verdict).toBeNull()
  })

  test('takes no joining word for what was asked', () => {
    expect(judge('Reads fall through to Postgres.', { shows: ['what | how + fall* through'] }).verdict).toBeNull()
  })
})
