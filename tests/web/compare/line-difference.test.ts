import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type LineRun, lineDifference } from '../../../web/compare/line-difference.ts'

const numbered = (count: number) => Array.from({ length: count }, (_, at) => `line ${at}`)

test('lines of one text alone stand where the other has something else', () => {
  expect(lineDifference('a\nb\nc', 'a\nB\nc\nd\n')).toEqual([
    { kind: 'both', lines: ['a'] },
    { kind: 'first', lines: ['b'] },
    { kind: 'second', lines: ['B'] },
    { kind: 'both', lines: ['c'] },
    { kind: 'second', lines: ['d'] },
  ])
})

test('ends of lines make no difference', () => {
  expect(lineDifference('a\r\nb\r\n', 'A\nb').map(({ kind }) => kind)).toEqual(['first', 'second', 'both'])
})

test('of what both have only the lines beside a difference are shown', () => {
  const lines = numbered(20)
  const changed = lines.with(10, 'another')
  expect(lineDifference(lines.join('\n'), changed.join('\n'))).toEqual([
    { kind: 'skipped', count: 7 },
    { kind: 'both', lines: ['line 7', 'line 8', 'line 9'] },
    { kind: 'first', lines: ['line 10'] },
    { kind: 'second', lines: ['another'] },
    { kind: 'both', lines: ['line 11', 'line 12', 'line 13'] },
    { kind: 'skipped', count: 6 },
  ])
})

test('whatever the texts are, each has its own lines and as many as it has', () => {
  const texts = fc
    .array(fc.constantFrom('a', 'b', '', '  x', '}'), { minLength: 1, maxLength: 30 })
    .filter((lines) => lines.at(-1) !== '')
  const countOf = (runs: readonly LineRun[], other: 'first' | 'second') =>
    runs.reduce((sum, run) => sum + (run.kind === 'skipped' ? run.count : run.kind === other ? 0 : run.lines.length), 0)
  fc.assert(
    fc.property(texts, texts, (first, second) => {
      const runs = lineDifference(first.join('\n'), second.join('\n'))
      expect([countOf(runs, 'second'), countOf(runs, 'first')]).toEqual([first.length, second.length])
    }),
  )
})
