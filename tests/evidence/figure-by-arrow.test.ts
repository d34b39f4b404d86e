import { describe, expect, test } from 'vitest'
import { saysChange } from '#src/evidence/figures.ts'
import { matchesAny } from '#src/evidence/match-pattern.ts'
import { tokenise } from '#src/evidence/tokenise.ts'
import { shippedLexicon, shippedRubric } from '../support/content-files.ts'

const checks = shippedRubric('behavioral').criteria.flatMap((criterion) => criterion.checks)

describe.each(['outcome-observed', 'baseline-and-change'])('in notes of how it ended, for %s,', (id) => {
  const shows = checks.find((check) => check.id === id)?.shows ?? []

  test.each([
    '1.2s -> 0.3s',
    '4GB -> 1GB',
    '2h -> 10min',
    '10k -> 2k errors',
    '3 people -> 1 person',
    '12 tickets a week -> 2',
    '400 ms => 90 ms',
    'error rate 30% → 4%',
    'Tickets: 40 -> 12',
    'p99 900 -> 120',
    '30% -> 4%',
    'It went 30% → 4%.',
  ])('"%s" is a figure before and after', (text) => {
    expect(matchesAny(shows, text, shippedLexicon())).toBe(true)
  })

  test.each([
    'from step 1 -> step 2 of the plan.',
    'milestone 1 -> milestone 2, then done in days',
    'phase 1 -> phase 2, three people',
    'version 2 -> version 3',
    '10:30 -> 11:00 meeting',
    'step 1 -> 2',
    '3 people -> the other room',
  ])('"%s" is none', (text) => {
    expect(matchesAny(shows, text, shippedLexicon())).toBe(false)
  })
})

test.each([
  ['30% -> 4%', true],
  ['The rate went 30% → 4%.', true],
  ['from 40 minutes to 6', true],
  ['step 1 -> 2', false],
  ['10:30 -> 11:00 meeting', false],
  ['3 people -> the other room', false],
])('"%s" says of a story how a figure changed: %s', (text, says) => {
  expect(saysChange(tokenise(text))).toBe(says)
})
