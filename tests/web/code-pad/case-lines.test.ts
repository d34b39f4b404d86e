import { expect, test } from 'vitest'
import { caseLines } from '../../../web/code-pad/case-lines.ts'
import type { CaseResult, RunState } from '../../../web/code-pad/run-state.ts'

const run = (cases: RunState['cases'], over: Partial<RunState> = {}): RunState => ({
  state: 'ended',
  lines: [],
  isCut: false,
  failures: [],
  cases,
  ...over,
})
const failed: CaseResult = { kind: 'failed', calls: ['new Cache(2)', 'get(1)'], expected: '10', actual: 'undefined', places: [] }

test('every case is told, of one that failed the call with what was expected and what came', () => {
  const cases: RunState['cases'] = [
    { name: 'keeps two', result: { kind: 'passed' } },
    { name: 'drops the oldest', result: failed },
    { name: 'is empty', result: { kind: 'not-run' } },
  ]
  expect(caseLines(run(cases)).split('\n')).toEqual([
    'Run in the candidate’s browser. 1 of 3 cases pass. Failed: drops the oldest.',
    'passed: keeps two',
    'failed: drops the oldest',
    '  call: get(1)',
    '  expected: 10',
    '  actual: undefined',
    'not run: is empty',
  ])
})

test('a program that is none is told with its fault', () => {
  const cases: RunState['cases'] = [{ name: 'keeps two', result: { kind: 'not-run' } }]
  const failures = [{ message: 'SyntaxError: no', places: [] }]
  expect(caseLines(run(cases, { failures }))).toBe(
    'Run in the candidate’s browser. It ended with an error.\nSyntaxError: no\nnot run: keeps two',
  )
})

test('what is too long is cut, and says what is left out', () => {
  const long: CaseResult = { ...failed, actual: 'x'.repeat(1_000) }
  const cases = Array.from({ length: 9 }, (_, index) => ({ name: `case ${index}`, result: long }))
  const text = caseLines(run(cases))
  expect(text.length).toBeLessThanOrEqual(4_000)
  expect(text).toMatch(/\(\d+ more lines of the cases\)$/)
})
