import { expect, test } from 'vitest'
import { agreementWords, differenceWords } from '../../../web/sharing/agreement-words.ts'
import { linkReach } from '../../../web/sharing/link-reach.ts'
import { shareState } from '../../../web/sharing/share-state.ts'
import { findWords } from '../../../web/sharing/words-in-turn.ts'

test.each([
  ['It scans 👍 every row.', 'scans', { start: 3, end: 8 }],
  ['It scans 👍 every row.', 'every row.', { start: 12, end: 22 }],
  ['It scans\n  every row.', ' scans every ', { start: 3, end: 16 }],
  ['It costs $5 (a lot).', '$5 (a lot)', { start: 9, end: 19 }],
  ['It scans every row.', 'each row', null],
  ['It scans every row.', '  ', null],
])('in “%s” the words “%s” stand at %j', (text, typed, place) => {
  expect(findWords(text, typed)).toEqual(place)
})

test.each([
  [
    { n: 0, exact: 0, withinOne: 0, kappa: { kind: 'too-few' } } as const,
    'There is nothing yet that both sides put a number on.',
  ],
  [
    { n: 5, exact: 2, withinOne: 4, kappa: { kind: 'too-few' } } as const,
    'The same rating on 2 of 5, within one on 4 of 5. n = 5 is too small for a kappa, which takes 30.',
  ],
  [
    { n: 40, exact: 20, withinOne: 38, kappa: { kind: 'figure', value: 0.613 } } as const,
    'The same rating on 20 of 40, within one on 38 of 40. Weighted kappa 0.61, n = 40: 1 is full agreement, 0 is chance.',
  ],
  [
    { n: 30, exact: 30, withinOne: 30, kappa: { kind: 'no-spread' } } as const,
    'The same rating on 30 of 30, within one on 30 of 30. No kappa, n = 30: one side gave the same rating throughout.',
  ],
])('agreement %j is told as “%s”', (agreement, words) => {
  expect(agreementWords(agreement)).toBe(words)
})

test.each([
  [3, 3, 'same'],
  [4, 2, '2 higher'],
  [1, 2, '1 lower'],
  ['cannot-say', 2, ''],
  [3, null, ''],
  [undefined, 2, ''],
] as const)('a rating of %s beside the scorer’s %s is “%s”', (rating, scorer, words) => {
  expect(differenceWords(rating, scorer)).toBe(words)
})

test.each([
  [true, '127.0.0.1', 'this-machine'],
  [true, 'hotseat.example', 'this-machine'],
  [false, 'localhost', 'named-locally'],
  [false, '[::1]', 'named-locally'],
  [false, 'hotseat.example', 'network'],
] as const)('a link of a server heard on this machine alone (%s), opened as %s, reaches %s', (isLoopbackOnly, host, reach) => {
  expect(linkReach({ isLoopbackOnly, host })).toBe(reach)
})

test('a link is open until it expires, unless it was withdrawn', () => {
  expect(shareState({ revokedAt: null, expiresAt: 10 }, 9)).toBe('open')
  expect(shareState({ revokedAt: null, expiresAt: 10 }, 10)).toBe('expired')
  expect(shareState({ revokedAt: 5, expiresAt: 10 }, 12)).toBe('withdrawn')
})
