import { expect, test } from 'vitest'
import { capturedConsole, mostCharacters, mostLines } from '../../../web/code-pad/captured-console.ts'
import type { RunnerMessage } from '../../../web/code-pad/runner-messages.ts'

function captured() {
  const told: RunnerMessage[] = []
  const print = capturedConsole((message) => told.push(message))
  const lines = () =>
    told.flatMap((message) => (message.type === 'line' ? [`${message.level}: ${message.text}`] : [message.type]))
  return { print, told, lines }
}

test('values stand in a row, each at its level', () => {
  const { print, lines } = captured()
  print.log?.('a', 1, ['b'])
  print.warn?.({ c: 2 })
  print.error?.(new Error('d'))
  print.assert?.(true, 'holds')
  print.assert?.(false, 'e')
  expect(lines()).toEqual(['log: a 1 ["b"]', 'warn: { c: 2 }', 'error: Error: d', 'error: Assertion failed: e'])
})

test('%s and its like take the values that follow', () => {
  const { print, lines } = captured()
  print.log?.('%s is %d of %i, %o, %% %s', 'x', '2', 3.7, { a: 1 })
  print.log?.('%d%')
  print.log?.('50% of', 4)
  expect(lines()).toEqual(['log: x is 2 of 3, { a: 1 }, % %s', 'log: %d%', 'log: 50% of 4'])
})

test('groups indent, and counts count', () => {
  const { print, lines } = captured()
  print.group?.('outer')
  print.log?.('two\nlines')
  print.groupEnd?.()
  print.count?.('n')
  print.count?.('n')
  expect(lines()).toEqual(['log: outer', 'log:   two\n  lines', 'log: n: 1', 'log: n: 2'])
})

test('output is cut once, by its lines or by its length', () => {
  const many = captured()
  for (let index = 0; index < mostLines + 50; index++) many.print.log?.(index)
  expect(many.told).toHaveLength(mostLines + 1)
  expect(many.told.at(-1)).toEqual({ type: 'cut' })
  const long = captured()
  for (let index = 0; index < 100; index++) long.print.log?.('z'.repeat(1_900))
  const characters = long.told.reduce((sum, message) => sum + (message.type === 'line' ? message.text.length : 0), 0)
  expect(characters).toBe(mostCharacters)
  expect(long.told.filter(({ type }) => type === 'cut')).toHaveLength(1)
})
