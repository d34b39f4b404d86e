import type { RunnerMessage } from './runner-messages.ts'
import { showValue } from './show-value.ts'

export const mostLines = 500
export const mostCharacters = 64_000

type Level = Extract<RunnerMessage, { type: 'line' }>['level']

/** A console whose lines are told one by one, until there are too many of them. */
export function capturedConsole(tell: (message: RunnerMessage) => void): Record<string, (...values: unknown[]) => void> {
  let lines = 0
  let characters = 0
  let indent = ''
  const counts = new Map<string, number>()
  const print = (level: Level, text: string) => {
    if (lines >= mostLines || characters >= mostCharacters) return
    const shown = indent === '' ? text : `${indent}${text.replaceAll('\n', `\n${indent}`)}`
    const room = mostCharacters - characters
    lines += shown.split('\n').length
    characters += shown.length
    tell({ type: 'line', level, text: shown.slice(0, Math.min(room, 10_000)) })
    if (lines >= mostLines || characters >= mostCharacters) tell({ type: 'cut' })
  }
  const at =
    (level: Level) =>
    (...values: unknown[]) =>
      print(level, formatted(values))
  const ignored = () => undefined
  return {
    log: at('log'),
    info: at('log'),
    debug: at('log'),
    dir: (value) => print('log', showValue(value)),
    table: (value) => print('log', showValue(value)),
    warn: at('warn'),
    error: at('error'),
    trace: at('log'),
    assert: (holds, ...values) => {
      if (!holds) print('error', ['Assertion failed', formatted(values)].filter(Boolean).join(': '))
    },
    group: (...values) => {
      if (values.length > 0) print('log', formatted(values))
      indent += '  '
    },
    groupEnd: () => {
      indent = indent.slice(2)
    },
    count: (label = 'default') => {
      const name = String(label)
      counts.set(name, (counts.get(name) ?? 0) + 1)
      print('log', `${name}: ${counts.get(name)}`)
    },
    time: ignored,
    timeLog: ignored,
    timeEnd: ignored,
    clear: ignored,
  }
}

/** Values in a row, and `%s` and its like in a first string replaced by those that follow. */
function formatted(values: readonly unknown[]): string {
  const [first, ...rest] = values
  if (typeof first !== 'string' || !/%[sdifjoOc%]/.test(first)) return values.map(showValue).join(' ')
  const text = first.replaceAll(/%[sdifjoOc%]/g, (mark) => {
    if (mark === '%%') return '%'
    if (rest.length === 0) return mark
    const value = rest.shift()
    if (mark === '%c') return ''
    if (mark === '%d' || mark === '%f') return String(Number(value))
    if (mark === '%i') return String(Math.trunc(Number(value)))
    return showValue(value)
  })
  return [text, ...rest.map(showValue)].join(' ')
}
