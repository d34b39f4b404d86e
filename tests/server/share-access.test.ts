import { describe, expect, test } from 'vitest'
import { guessLimit } from '#src/server/guess-limit.ts'
import { linkStanding, openingOf } from '#src/server/share-access.ts'
import { submittedReview } from '#src/server/submitted-review.ts'
import { manualClock } from '../support/manual-clock.ts'

const ended = { status: 'ended' } as const
const running = { status: 'running' } as const
const live = { expiresAt: 1000, revokedAt: null }

test.each([
  ['of a live share', { share: live, interview: ended }, 999, 'open'],
  ['at the moment it expires', { share: live, interview: ended }, 1000, 'expired'],
  ['that was revoked', { share: { ...live, revokedAt: 500 }, interview: ended }, 600, 'revoked'],
  ['that was revoked, long expired', { share: { ...live, revokedAt: 500 }, interview: ended }, 5000, 'revoked'],
  ['that never was', null, 1, 'unknown'],
  ['whose interview is gone', { share: live, interview: null }, 1, 'unknown'],
  ['whose interview is gone, revoked before', { share: { ...live, revokedAt: 1 }, interview: null }, 2, 'unknown'],
  ['whose interview runs', { share: live, interview: running }, 1, 'unknown'],
] as const)('a link %s stands so: %j at %i is %s', (_what, link, now, standing) => {
  expect(linkStanding(link, now)).toBe(standing)
})

test.each([
  ['read-only', false, false, { criteria: false, submits: false, scores: 'hidden' }],
  ['read-only', false, true, { criteria: false, submits: false, scores: 'hidden' }],
  ['read-only', true, false, { criteria: true, submits: false, scores: 'shown' }],
  ['read-only', true, true, { criteria: true, submits: false, scores: 'shown' }],
  ['review', false, false, { criteria: true, submits: true, scores: 'hidden' }],
  ['review', false, true, { criteria: true, submits: false, scores: 'hidden' }],
  ['review', true, false, { criteria: true, submits: true, scores: 'after-review' }],
  ['review', true, true, { criteria: true, submits: false, scores: 'shown' }],
] as const)('a %s link (ratings allowed: %s, review submitted: %s) opens %j', (kind, showsRatings, isSubmitted, opening) => {
  expect(openingOf({ kind, showsRatings }, isSubmitted)).toEqual(opening)
})

describe('guesses', () => {
  test('twenty in a row are answered, then one in six seconds, by address', () => {
    const clock = manualClock()
    const limit = guessLimit(clock)
    for (let guess = 0; guess < 20; guess++) {
      expect(limit.waitFor('10.0.0.1')).toBe(0)
      limit.count('10.0.0.1')
    }
    expect([limit.waitFor('10.0.0.1'), limit.waitFor('10.0.0.2')]).toEqual([6000, 0])
    clock.advance(6000)
    expect(limit.waitFor('10.0.0.1')).toBe(0)
    limit.count('10.0.0.1')
    expect(limit.waitFor('10.0.0.1')).toBe(6000)
  })

  test('of ten thousand other addresses make the first be forgotten', () => {
    const limit = guessLimit(manualClock())
    for (let guess = 0; guess < 20; guess++) limit.count('first')
    for (let address = 0; address < 9999; address++) limit.count(String(address))
    expect(limit.waitFor('first')).toBe(6000)
    limit.count('one more')
    expect(limit.waitFor('first')).toBe(0)
  })
})

describe('a submitted review', () => {
  const criteria = [
    { id: 'framing', title: 'Framing' },
    { id: 'depth', title: 'Depth' },
  ]
  const turns = [{ turn: 1, text: 'It scans 👍 all.' }]
  const request = { reviewer: 'Ada', ratings: { framing: 3, depth: 'cannot-say' } as const, comments: [] }
  const submit = (over: Partial<Parameters<typeof submittedReview>[0]>) =>
    submittedReview({ ...request, ...over }, { criteria, turns, submittedAt: 7 })

  test('keeps the words that a comment points at', () => {
    const comments = [
      { turn: 1, words: { start: 3, end: 11 }, text: 'How many?' },
      { turn: 1, words: null, text: 'Short.' },
    ]
    expect(submit({ comments })).toEqual({
      ...request,
      comments: [
        { turn: 1, words: { start: 3, end: 11, quote: 'scans 👍' }, text: 'How many?' },
        { turn: 1, words: null, text: 'Short.' },
      ],
      submittedAt: 7,
    })
  })

  test.each([
    [{ ratings: { framing: 3 } as const }, 'rate Depth too'],
    [{ ratings: { framing: 3, depth: 2, charm: 4 } as const }, 'no criterion "charm"'],
    [{ comments: [{ turn: 2, words: null, text: 'x' }] }, 'there is no turn 2'],
    [{ comments: [{ turn: 1, words: { start: 3, end: 3 }, text: 'x' }] }, 'has no words from 3 to 3'],
    [{ comments: [{ turn: 1, words: { start: 0, end: 99 }, text: 'x' }] }, 'has no words from 0 to 99'],
  ])('with %j is refused: %s', (over, words) => {
    expect(() => submit(over)).toThrow(words)
  })
})
