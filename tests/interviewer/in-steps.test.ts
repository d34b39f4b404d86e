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

test('the event loop turns before each step, and who came first is done first', async () => {
  const seen: string[] = []
  const works = [unhurried(counted('a', seen), never), unhurried(counted('b', seen), never)]
  expect(seen).toEqual([])
  let isWatching = true
  const turn = () => {
    if (seen.at(-1) !== '.') seen.push('.')
    if (isWatching) setImmediate(turn)
  }
  setImmediate(turn)
  await Promise.all(works)
  isWatching = false
  expect(seen.join('')).toBe('a1.a2.a3.b1.b2.b3.')
})

test('what a step throws is told to who waits for it, and the next work is done all the same', async () => {
  function* broken(): Steps<string> {
    yield
    throw new Error('a step failed')
  }
  const works = [unhurried(broken(), never), unhurried(counted('b', []), never)]
  await expect(works[0]).rejects.toThrow('a step failed')
  expect(await works[1]).toBe('b')
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
