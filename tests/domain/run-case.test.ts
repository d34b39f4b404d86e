import { expect, test } from 'vitest'
import { isSameValue, runCase } from '#src/domain/run-case.ts'

class Counter {
  #count: number
  constructor(start: number) {
    if (start < 0) throw new RangeError('a counter starts at zero')
    this.#count = start
  }
  add(by: number) {
    if (by > 10) throw new Error('too much at once: ten at most')
    this.#count += by
    return this.#count
  }
}
const counter = Counter as unknown as () => unknown

test('a case passes when every call gives what it says', async () => {
  const calls = [
    { call: 'add', with: [2] },
    { call: 'add', with: [3], gives: 6 },
  ]
  expect(await runCase(counter, { name: 'adds up', new: [1], calls })).toEqual({ kind: 'passed' })
})

test('a case fails at the first call that gives something else', async () => {
  const calls = [
    { call: 'add', with: [2], gives: 3 },
    { call: 'add', with: [3], gives: 7 },
    { call: 'add', with: [3], gives: 0 },
  ]
  const happened = { kind: 'returned', value: 6 }
  expect(await runCase(counter, { name: 'adds up', new: [1], calls })).toEqual({ kind: 'failed', at: 1, happened })
})

test('an error is as expected when its message holds the words, and a failure otherwise', async () => {
  const run = (throws?: string) =>
    runCase(counter, { name: 'refuses', new: [1], calls: [{ call: 'add', with: [11], ...(throws ? { throws } : {}) }] })
  expect(await run('ten at most')).toEqual({ kind: 'passed' })
  const failed = { kind: 'failed', at: 0, happened: { kind: 'threw', error: new Error('too much at once: ten at most') } }
  expect([await run('negative'), await run()]).toEqual([failed, failed])
  const calls = [{ call: 'add', with: [1], throws: 'ten at most' }]
  expect(await runCase(counter, { name: 'refuses', new: [1], calls })).toMatchObject({ kind: 'failed', at: 0 })
})

test('what cannot be constructed, and a method that is not there, are told apart from wrong values', async () => {
  const calls = [{ call: 'take', with: [] }]
  expect(await runCase(counter, { name: 'no start', new: [-1], calls })).toMatchObject({ kind: 'failed', at: null })
  expect(await runCase(counter, { name: 'no take', new: [1], calls })).toEqual({ kind: 'no-method', at: 0 })
})

test('a promise is waited for', async () => {
  const entry = async (value: unknown) => value
  expect(await runCase(entry as () => unknown, { name: 'later', calls: [{ with: [4], gives: 4 }] })).toEqual({ kind: 'passed' })
})

test.each([
  [undefined, null, true],
  [[1, undefined], [1, null], true],
  [{ a: 1, b: undefined }, { a: 1 }, true],
  [Object.assign(new (class Node {})(), { a: [1] }), { a: [1] }, true],
  [Number.NaN, Number.NaN, true],
  [-0, 0, true],
  [0, null, false],
  ['1', 1, false],
  [[1], { 0: 1 }, false],
  [[1, 2], [1], false],
  [new Map(), {}, false],
  [{ a: 1, b: 2 }, { a: 1 }, false],
])('%o beside %o is the same: %s', (actual, expected, isSame) => {
  expect(isSameValue(actual, expected)).toBe(isSame)
})

test('what is called may throw and return anything, and the case then fails', async () => {
  const odd = () => new Proxy({ a: 1 }, { get: () => fail(), ownKeys: () => fail(), getOwnPropertyDescriptor: () => fail() })
  const fail = () => {
    throw new Error('not to be looked at')
  }
  const run = (entry: () => unknown, step: object) => runCase(entry, { name: 'anything', calls: [{ with: [], ...step }] })
  expect(await run(() => Promise.reject(Object.create(null)), { throws: 'no' })).toMatchObject({ kind: 'failed' })
  expect(await run(() => Promise.reject(Object.assign(new Error('a'), { message: 404 })), { throws: '404' })).toEqual({
    kind: 'passed',
  })
  for (const step of [{ gives: { a: 1 } }, { gives: [1] }, { throws: 'a' }])
    expect(await run(() => ({ a: odd() }), step)).toMatchObject({ kind: 'failed' })
  const getters = {
    get call() {
      return fail()
    },
  }
  const made = function Made() {
    return getters
  } as unknown as () => unknown
  expect(await runCase(made, { name: 'a getter', new: [], calls: [{ call: 'call', with: [] }] })).toMatchObject({
    kind: 'failed',
    happened: { kind: 'threw' },
  })
})

test('methods of the language that the code has replaced change no outcome', async () => {
  const { entries, every } = Array.prototype
  const { is, keys } = Object
  const { apply } = Function.prototype
  const calls = [{ call: 'add', with: [2], gives: [1, { a: 2 }] }]
  let outcome: unknown
  try {
    Object.assign(Array.prototype, { entries: () => [], every: () => true })
    Object.assign(Object, { is: () => true, keys: () => [] })
    Function.prototype.apply = () => [1, { a: 2 }]
    outcome = await runCase(counter, { name: 'adds up', new: [1], calls })
  } finally {
    Object.assign(Array.prototype, { entries, every })
    Object.assign(Object, { is, keys })
    Function.prototype.apply = apply
  }
  expect(outcome).toEqual({ kind: 'failed', at: 0, happened: { kind: 'returned', value: 3 } })
})
