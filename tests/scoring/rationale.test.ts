import { expect, test } from 'vitest'
import type { Criterion } from '#src/domain/rubric.ts'
import { rationaleFor } from '#src/scoring/rationale.ts'
import { check, rubric } from './fixtures.ts'

const criterion: Criterion = {
  ...(rubric.criteria.find(({ id }) => id === 'depth') as Criterion),
  checks: [
    { id: 'a', rating: 2, check: 'Says something of substance.' },
    { id: 'b', rating: 3, check: 'Says how it works.' },
    { id: 'c', rating: 4, check: 'Says where it stops working.' },
  ],
}
const means = new Map(criterion.checks.map((one) => [one.id, one.check]))
const checks = (a: 'yes' | 'no', b: 'yes' | 'no', c: 'yes' | 'no') =>
  Object.entries({ a, b, c }).map(([id, verdict]) => ({ ...check(id, verdict), means: means.get(id) ?? '' }))
const base = {
  criterion,
  guide: null,
  level: 'mid',
  capReason: null,
  specificity: null,
  worded: null,
  askedIn: undefined,
} as const

test.each([
  [
    'a 3 says what a 4 would take',
    { ...base, rating: 3, checks: checks('yes', 'yes', 'no') },
    '2 of the 2 things expected at this level were shown; a 4 would take: says where it stops working.',
  ],
  [
    'a 2 says what was not shown, and that the words are general',
    { ...base, rating: 2, checks: checks('yes', 'no', 'no'), specificity: -3 },
    '1 of the 2 things expected at this level was shown; the words are more general than specific; not shown: says how it works.',
  ],
  [
    'what the wording held down says where, and by which words',
    {
      ...base,
      rating: 2,
      checks: checks('yes', 'no', 'no'),
      specificity: -3,
      worded: { without: 3, turn: 6, general: ['important', 'standard'] },
    },
    '1 of the 2 things expected at this level was shown; the answers are more general than most that show as much, most of all in turn 6 (“important”, “standard”); not shown: says how it works.',
  ],
  [
    'what the wording lifted is said too',
    { ...base, rating: 3, checks: checks('yes', 'no', 'no'), worded: { without: 2, turn: 6, general: ['important'] } },
    '1 of the 2 things expected at this level was shown; the answers are more specific than most that show as much; a 4 would take: says where it stops working.',
  ],
  [
    'a 1 points at the turn in which it was asked',
    { ...base, rating: 1, checks: checks('no', 'no', 'no'), askedIn: 12 },
    '0 of the 2 things expected at this level were shown; not shown: says something of substance; asked in turn 12.',
  ],
  [
    'a 1 says that it never came up',
    { ...base, rating: 1, checks: checks('no', 'no', 'no'), askedIn: null },
    '0 of the 2 things expected at this level were shown; not shown: says something of substance; it never came up.',
  ],
] as const)('%s', (_, options, expected) => {
  expect(rationaleFor(options)).toBe(expected)
})
