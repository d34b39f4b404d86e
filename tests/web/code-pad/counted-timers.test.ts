import { expect, test } from 'vitest'
import { countedTimers } from '../../../web/code-pad/counted-timers.ts'

/** Timers that fire when the test says so, by their numbers from 1. */
function heldTimers() {
  const waiting = new Map<number, () => void>()
  let made = 0
  const hold = (handler: () => void) => {
    made += 1
    waiting.set(made, handler)
    return made
  }
  const drop = (timer: number) => waiting.delete(timer)
  const real = { setTimeout: hold, setInterval: hold, clearTimeout: drop, clearInterval: drop }
  return { real: real as unknown as typeof globalThis, fire: (timer: number) => waiting.get(timer)?.() }
}

test('the run goes on while a timer is to come, and ends with the last of them', () => {
  const { real, fire } = heldTimers()
  const said: unknown[] = []
  const { globals, isIdle } = countedTimers(real, () => said.push('idle'))
  expect(isIdle()).toBe(true)
  globals.setTimeout((...given: unknown[]) => said.push(given), 5, 'a', 1)
  const interval = globals.setInterval(() => said.push('again'), 5)
  fire(1)
  expect([isIdle(), said]).toEqual([false, [['a', 1]]])
  fire(2)
  globals.clearInterval(interval)
  globals.clearInterval(interval)
  expect([isIdle(), said]).toEqual([true, [['a', 1], 'again', 'idle']])
})

test('a timer that fails is over too', () => {
  const { real, fire } = heldTimers()
  let idles = 0
  const { globals } = countedTimers(real, () => idles++)
  globals.setTimeout(() => {
    throw new Error('no')
  }, 1)
  expect(() => fire(1)).toThrow('no')
  expect(idles).toBe(1)
})

test('text is no handler: it would be code from nowhere', () => {
  const { globals } = countedTimers(heldTimers().real, () => undefined)
  expect(() => globals.setTimeout('alert(1)', 1)).toThrow('A timer calls a function.')
})
