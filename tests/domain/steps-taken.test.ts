import { expect, test } from 'vitest'
import { guideSchema } from '#src/domain/guide.ts'
import type { Move } from '#src/domain/move.ts'
import type { Ended } from '#src/domain/rubric.ts'
import {
  askedByNow,
  endedBy,
  fitsWhatEnded,
  guideAfter,
  nameBefore,
  pastNamed,
  stepsOpen,
  stepsTaken,
  toldSoFar,
} from '#src/domain/steps-taken.ts'

const guide = guideSchema.parse({
  facts: [
    { id: 'errors', asked: ['errors'], fact: 'Two in ten requests fail.' },
    { id: 'memory', asked: ['memory'], fact: 'Memory is level.' },
  ],
  steps: [
    {
      id: 'restart',
      taken: ['restart'],
      notAfter: ['roll-back'],
      seen: 'For a minute one in ten fails.',
      facts: { errors: 'One.' },
    },
    {
      id: 'roll-back',
      taken: ['roll back'],
      seen: 'After four minutes none fails.',
      facts: { errors: 'None.' },
      ends: ['harm'],
    },
    { id: 'warm', taken: ['warm'], onlyAfter: ['roll-back'], seen: 'The cache is full.' },
  ],
})
const tells = (fact: string, ...also: string[]): Move => ({ kind: 'answer', fact, also })
const factsAfter = (...taken: string[]) =>
  Object.fromEntries(guideAfter(guide, taken, { isOver: false }).facts.map(({ id, fact }) => [id, fact]))

test('a step that comes after one of several is open once any of them was taken', () => {
  const step = (id: string, place: object = {}) => ({ id, taken: [id], seen: 'It is seen.', ...place })
  const several = guideSchema.parse({
    steps: [step('park'), step('limit'), step('scale', { onlyAfterOneOf: ['park', 'limit'] })],
  })
  expect(stepsOpen(several, [])).toEqual(['park', 'limit'])
  expect(stepsOpen(several, ['limit'])).toEqual(['park', 'scale'])
})

test('a step is taken once it was told, and what it changes is news again', () => {
  const moves = [tells('errors', 'memory'), tells('roll-back')]
  expect([stepsTaken(guide, []), stepsTaken(guide, moves)]).toEqual([[], ['roll-back']])
  expect([...toldSoFar(guide, moves)]).toEqual(['memory', 'roll-back'])
  expect([...toldSoFar(guide, [...moves, tells('errors'), tells('roll-back')])]).toEqual(['memory', 'roll-back', 'errors'])
})

test('a step that goes on to the next part with it is taken as well', () => {
  expect(stepsTaken(guide, [{ kind: 'next-phase', phase: 2, facts: ['restart', 'memory'] }])).toEqual(['restart'])
})

test('of two steps that change a fact the later one counts', () => {
  expect(factsAfter()).toMatchObject({ errors: 'Two in ten requests fail.', memory: 'Memory is level.' })
  expect(factsAfter('restart')).toMatchObject({ errors: 'One.', memory: 'Memory is level.' })
  expect(factsAfter('restart', 'roll-back')).toMatchObject({ errors: 'None.', memory: 'Memory is level.' })
})

test('a step may be open before others only, or after others only', () => {
  expect(stepsOpen(guide, [])).toEqual(['restart', 'roll-back'])
  expect(stepsOpen(guide, ['restart'])).toEqual(['roll-back'])
  expect(stepsOpen(guide, ['roll-back'])).toEqual(['warm'])
  expect(Object.keys(factsAfter('roll-back'))).toEqual(['errors', 'memory', 'roll-back', 'warm'])
})

test('once it is over, no step but those that were taken may be told', () => {
  const ids = (isOver: boolean) => guideAfter(guide, ['restart'], { isOver }).facts.map(({ id }) => id)
  expect([ids(true), ids(false)]).toEqual([
    ['errors', 'memory', 'restart'],
    ['errors', 'memory', 'restart', 'roll-back'],
  ])
})

test('a guide without steps is itself, and the same steps make the same guide', () => {
  const plain = { ...guide, steps: [] }
  expect(guideAfter(plain, ['restart'], { isOver: false })).toBe(plain)
  expect(guideAfter(guide, ['restart'], { isOver: false })).toBe(guideAfter(guide, ['restart'], { isOver: false }))
})

test('what a step ends leaves the questions that still ask something, and those that do by now', () => {
  const ended = endedBy(guide, ['restart', 'roll-back'])
  expect([[...endedBy(guide, ['restart'])], [...ended]]).toEqual([[], ['harm']])
  const fits = [{}, { mootOnce: 'harm' }, { mootOnce: 'cause' }, { onlyOnce: 'harm' }, { onlyOnce: 'cause' }] as const
  expect(fits.map((one) => fitsWhatEnded(one, ended))).toEqual([true, false, true, true, false])
})

test('what a fact said before stands beside it for who looks back, under a name that says how far', () => {
  const taken = ['restart', 'roll-back']
  const { facts } = guideAfter(guide, taken, { isOver: false, looksBack: true })
  expect(facts.map(({ id, fact }) => [id, fact])).toEqual([
    ['errors', 'None.'],
    ['memory', 'Memory is level.'],
    ['errors-at-first', 'Two in ten requests fail.'],
    ['errors-before-roll-back', 'One.'],
    ['restart', 'For a minute one in ten fails.'],
    ['roll-back', 'After four minutes none fails.'],
    ['warm', 'The cache is full.'],
  ])
  expect(['errors', 'errors-at-first', 'errors-before-roll-back', 'roll-back'].map((name) => pastNamed(guide, name))).toEqual([
    null,
    { fact: 'errors', before: 'first' },
    { fact: 'errors', before: 'step' },
    null,
  ])
})

test('a fact is looked back at past the step that is named, else past the last that changed it', () => {
  const taken = ['restart', 'roll-back']
  const named = (id: string, step: string | null) => nameBefore(guide, id, { taken, step })
  expect(named('errors', null)).toBe('errors-before-roll-back')
  expect(named('errors', 'roll-back')).toBe('errors-before-roll-back')
  expect(named('errors', 'restart')).toBe('errors-at-first')
  expect(named('memory', 'restart')).toBe('memory')
  expect(nameBefore(guide, 'errors', { taken: [], step: null })).toBe('errors')
})

test('a question about what is over looks back on it, or is not asked', () => {
  const probes = [
    { ask: 'What else could it be?', mootOnce: 'cause' as const, afterwards: 'What else could it have been?' },
    { ask: 'What do you do now?', mootOnce: 'harm' as const },
    { ask: 'Who hears about it?' },
  ]
  const asks = (...ended: Ended[]) => askedByNow(probes, new Set(ended)).map(({ ask }) => ask)
  expect(asks()).toEqual(['What else could it be?', 'What do you do now?', 'Who hears about it?'])
  expect(asks('harm')).toEqual(['What else could it be?', 'Who hears about it?'])
  expect(asks('harm', 'cause')).toEqual(['What else could it have been?', 'Who hears about it?'])
})
