import { expect, test } from 'vitest'
import { asksForTold } from '#src/evidence/asks-for-told.ts'

const isTold = asksForTold(['A worker that dies keeps its lease for a minute.'], 'Jobs are run by workers. How?')

test('a question asks for what was told when it shares two words with one sentence', () => {
  expect(isTold('Whose lease is left when something dies?')).toBe(true)
  expect(isTold('Who pays for the lease?')).toBe(false)
})

test('words of the task do not count', () => {
  expect(isTold('Which worker takes a lease?')).toBe(false)
})
