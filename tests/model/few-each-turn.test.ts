import { setImmediate as turn } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { fewEachTurn } from '#src/model/few-each-turn.ts'

test('runs at most so many with each turn of the event loop, in order, and none before the next', async () => {
  const run: number[] = []
  const add = fewEachTurn(2)
  for (const one of [1, 2, 3, 4, 5]) add(() => run.push(one))
  expect(run).toEqual([])
  await turn()
  expect(run).toEqual([1, 2])
  await turn()
  expect(run).toEqual([1, 2, 3, 4])
  await turn()
  expect(run).toEqual([1, 2, 3, 4, 5])
  add(() => run.push(6))
  await turn()
  expect(run.at(-1)).toBe(6)
})
