import { expect, test } from 'vitest'
import { forTerminal } from '#src/commands/for-terminal.ts'

test('code that somebody said cannot give orders to the terminal that it is shown in', () => {
  expect(forTerminal('a\u001b[2J\u001b]0;title\u0007\n\tb\u009b31m\rc')).toBe(
    'a\uFFFD[2J\uFFFD]0;title\uFFFD\n\tb\uFFFD31m\uFFFDc',
  )
})
