import { expect, test } from 'vitest'
import { showValue, writeValue } from '../../../web/code-pad/show-value.ts'

class Node {
  value: number
  next: Node | null = null
  constructor(value: number) {
    this.value = value
  }
}

test.each([
  ['as it is', 'as it is'],
  [-0, '-0'],
  [12n, '12n'],
  [undefined, 'undefined'],
  [null, 'null'],
  [Symbol('s'), 'Symbol(s)'],
  [function add() {}, '[Function add]'],
  [Node, '[class Node]'],
  [[1, 'two', [null]], '[1, "two", [null]]'],
  [{ a: 1, 'b c': { d: true } }, '{ a: 1, "b c": { d: true } }'],
  [new Node(3), 'Node { value: 3, next: null }'],
  [new Map([['a', [1]]]), 'Map(1) { "a" => [1] }'],
  [new Set([1, 2]), 'Set(2) { 1, 2 }'],
  [new Uint8Array([1, 2]), 'Uint8Array(2) [1, 2]'],
  [Object.create(null), '[no prototype] {}'],
  [new RangeError('too far'), 'RangeError: too far'],
  [{ why: new Error('inner') }, '{ why: [Error: inner] }'],
  [new Date(0), '1970-01-01T00:00:00.000Z'],
  [/x+/g, '/x+/g'],
  [[], '[]'],
  [{}, '{}'],
])('%o is shown as a console shows it', (value, shown) => {
  expect(showValue(value)).toBe(shown)
})

test('a cycle ends, and so does what is deep', () => {
  const first = new Node(1)
  first.next = first
  expect(writeValue(first)).toBe('Node { value: 1, next: [Circular] }')
  expect(writeValue([[[[[['deep']]]]]])).toBe('[[[[[Array]]]]]')
})

test('what is long is broken into lines, and what is very long is cut', () => {
  expect(writeValue(Array.from({ length: 3 }, () => 'x'.repeat(40)))).toMatch(/^\[\n {2}"x+",\n {2}"x+",\n {2}"x+"\n\]$/)
  expect(writeValue(Array.from({ length: 150 }, (_, index) => index))).toContain('… 50 more')
  expect(writeValue('y'.repeat(5_000)).length).toBeLessThan(2_100)
})

test('a value that cannot be looked at does not stop the output', () => {
  const trap = {
    get broken() {
      throw new Error('no')
    },
  }
  expect(showValue(trap)).toBe('[cannot be shown]')
  const { proxy, revoke } = Proxy.revocable({}, {})
  revoke()
  expect(showValue([proxy])).toBe('[cannot be shown]')
})
