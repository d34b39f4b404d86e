import { expect, test } from 'vitest'
import { atOnce, type Steps, unhurried } from '#src/interviewer/in-steps.ts'

function* counted(name: string, seen: string[], count = 3): Steps<string> {
  for (let step = 1; step <= count; step++) {
    seen.push(`${name}${step}`)
    yield
  }
  return name
}

const never = new AbortController().signal

test('steps give the same result at once and one by one', async () => {
  expect(atOnce(counted('a', []))).toBe('a')
  expect(await unhurried(counted('a', []), never)).toBe('a')
})

test('the event loop turns before each step, and two who work take turns', async () => {
  const seen: string[] = []
  const works = [unhurried(counted('a', seen), never), unhurried(counted('b', seen), never)]
  let turns = 0
  const turn = () => {
    seen.push('.')
    turns += 1
    if (turns < 8) setImmediate(turn)
  }
  expect(seen).toEqual([])
  setImmediate(turn)
  await Promise.all(works)
  expect(seen.filter((one) => one !== '.')).toEqual(['a1', 'b1', 'a2', 'b2', 'a3', 'b3'])
  expect(seen.join('')).toMatch(/^(?:a1|\.)(?:\.?(?:[ab]\d))(?:\.[ab]\d)+/)
})

test('an abort ends it before the next step', async () => {
  const seen: string[] = []
  const abort = new AbortController()
  const work = unhurried(counted('a', seen), abort.signal)
  await new Promise((resolve) => setImmediate(resolve))
  abort.abort()
  expect(await work).toBeNull()
  expect(seen.length).toBeLessThan(3)
})
