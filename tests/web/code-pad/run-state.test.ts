import { expect, test } from 'vitest'
import type { Cases } from '#src/domain/exercise.ts'
import type { RunEvent } from '../../../web/code-pad/run-code.ts'
import { reduceRun, startedRun } from '../../../web/code-pad/run-state.ts'
import { placeWords, runWords } from '../../../web/code-pad/run-words.ts'
import type { ShownCase } from '../../../web/code-pad/runner-messages.ts'

const cases = (count: number): Cases => ({
  entry: 'solve',
  cases: Array.from({ length: count }, (_, index) => ({ name: `case ${index + 1}`, calls: [{ with: [], gives: index }] })),
})
const failed: ShownCase = { kind: 'failed', calls: ['solve()'], expected: '1', actual: '2', places: [] }
const after = (given: Cases | null, ...events: RunEvent[]) => events.reduce(reduceRun, startedRun(given))
const passes = (...indexes: number[]): RunEvent[] =>
  indexes.map((index) => ({ type: 'case', index, outcome: { kind: 'passed' } }))

test('a run says how it ended', () => {
  const line: RunEvent = { type: 'line', level: 'log', text: 'x' }
  const fault: RunEvent = { type: 'failed', message: 'Error: no', places: [] }
  expect(runWords(after(null))).toBe('Running')
  expect(runWords(after(null, { type: 'end', end: 'ended' }))).toBe('It ran to its end and printed nothing.')
  expect(runWords(after(null, line, { type: 'end', end: 'ended' }))).toBe('It ran to its end.')
  expect(runWords(after(null, fault, { type: 'end', end: 'ended' }))).toBe('It ended with an error.')
  expect(runWords(after(null, line, { type: 'end', end: 'timed-out' }))).toBe(
    'Stopped after 2 seconds: it did not come to an end.',
  )
  expect(runWords(after(null, line, { type: 'end', end: 'stopped' }))).toBe('Stopped.')
})

test('cases are counted, and those that failed are named', () => {
  expect(runWords(after(cases(2), ...passes(0, 1), { type: 'end', end: 'ended' }))).toBe('All 2 cases pass.')
  const run = after(cases(3), ...passes(0, 2), { type: 'case', index: 1, outcome: failed }, { type: 'end', end: 'ended' })
  expect(runWords(run)).toBe('2 of 3 cases pass. Failed: case 2.')
})

test('the case that took too long is named, and those behind it were not run', () => {
  const run = after(cases(4), ...passes(0), { type: 'end', end: 'timed-out' })
  expect(run.cases.map(({ result }) => result.kind)).toEqual(['passed', 'timed-out', 'not-run', 'not-run'])
  expect(runWords(run)).toBe('Stopped: one case took longer than 2 seconds. 1 of 4 cases pass. Failed: case 2.')
})

test('of failures without end only the first are kept', () => {
  const many = Array.from({ length: 100 }, (): RunEvent => ({ type: 'failed', message: 'Error: again', places: [] }))
  expect(after(null, ...many).failures).toHaveLength(20)
})

test('a place is a line and what it is in, innermost first', () => {
  const places = [
    { line: 4, within: 'inner' },
    { line: 9, within: null },
  ]
  expect(placeWords(places)).toBe('line 4 in inner, called from line 9')
})
