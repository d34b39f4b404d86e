import { expect, test } from 'vitest'
import { padPlaces } from '../../../web/code-pad/pad-places.ts'

const withStack = (stack: string) => Object.assign(new Error('x'), { stack })

test('lines of the pad are read from a stack of Chromium, and those of the runner are left out', () => {
  const stack = `Error: x
    at new LruCache (pad.js:3:11)
    at async LruCache.get (pad.js:12:5)
    at eval (pad.js:20:1)
    at run (http://127.0.0.1/assets/runner-worker-abc.js:1:200)`
  expect(padPlaces(withStack(stack))).toEqual([
    { line: 3, within: 'LruCache' },
    { line: 12, within: 'LruCache.get' },
    { line: 20, within: null },
  ])
})

test('and from one of Firefox', () => {
  expect(padPlaces(withStack('put@pad.js:7:9\n@pad.js:9:1\nrun@http://127.0.0.1/a.js:1:1'))).toEqual([
    { line: 7, within: 'put' },
    { line: 9, within: null },
  ])
})

test('what was thrown without being an error has no place', () => {
  expect([padPlaces('text'), padPlaces(null)]).toEqual([[], []])
})

test('nor has an error whose stack is no text, or cannot be read', () => {
  const unreadable = Object.defineProperty(new Error('x'), 'stack', {
    get: () => {
      throw new Error('no')
    },
  })
  const trap = new Proxy(
    {},
    {
      getPrototypeOf: () => {
        throw new Error('no')
      },
    },
  )
  expect([Object.assign(new Error('x'), { stack: 5 }), unreadable, trap].map(padPlaces)).toEqual([[], [], []])
})
