import { expect, test } from 'vitest'
import { boardTextOf } from '#src/board/board-text.ts'
import type { Turn } from '#src/domain/turn.ts'
import { withShownArtifacts } from '#src/interviewer/shown-artifacts.ts'
import { arrow, box } from '../board/drawn.ts'

const turn = (number: number, artifacts: Turn['artifacts']): Turn => ({
  turn: number,
  speaker: 'candidate',
  text: 'Here.',
  artifacts,
  phase: 0,
  elapsedMs: 0,
  createdAt: 0,
  clientTurnId: null,
  move: null,
  spokenBy: null,
  interrupted: false,
})
const toldOf = (turns: readonly Turn[]) => withShownArtifacts(turns).map(({ artifacts }) => artifacts)

const api = box('a', 'API', [0, 0])
const store = box('b', 'Store', [400, 0])
const board = (...elements: ReturnType<typeof box>) => ({ id: 'board', kind: 'board' as const, text: boardTextOf({ elements }) })

test('the latest board is whole with what changed last, of those before stands what changed, and of the first how large it was', () => {
  const last = board(...api, ...store, arrow('x', [164, 40, 396, 40], { from: 'a', to: 'b' }))
  const turns = [turn(2, [board(...api)]), turn(4, []), turn(6, [board(...api, ...store)]), turn(8, [last])]
  expect(toldOf(turns)).toEqual([
    [{ kind: 'board', text: 'Board: 1 part, 0 arrows' }],
    [],
    [{ kind: 'board', changed: 'new part n2 "Store"' }],
    [{ kind: 'board', text: last.text, changed: 'new arrow n1 "API" -> n2 "Store"' }],
  ])
})

test('an only board is whole and has nothing to be held against', () => {
  const only = board(...api, ...store)
  expect(toldOf([turn(2, [only])])).toEqual([[{ kind: 'board', text: only.text }]])
})

test('the latest code has a number before every line, and of an earlier version stands what is gone since', () => {
  const code = (text: string) => ({ id: 'code', kind: 'code' as const, language: 'python', text })
  const turns = [turn(2, [code('a = 1\nb = 2\n')]), turn(4, [code('a = 1\n')]), turn(6, [code('a = 1\nc = 3\n')])]
  const python = { kind: 'code', language: 'python' }
  expect(toldOf(turns)).toEqual([
    [{ ...python, gone: '2: b = 2' }],
    [{ ...python, gone: '' }],
    [{ ...python, text: '1: a = 1\n2: c = 3' }],
  ])
})

test.each(['sql-result', 'case-results'] as const)('of a result (%s) the beginning stands', (kind) => {
  const [[told] = []] = toldOf([turn(2, [{ id: kind, kind, text: 'row\n'.repeat(900) }])])
  const { text = '' } = told ?? {}
  expect(text).toMatch(/^row\nrow/)
  expect(text.length).toBeLessThan(1_600)
})
