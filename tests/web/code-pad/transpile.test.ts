import { expect, test } from 'vitest'
import { syntaxErrorLine } from '../../../web/code-pad/syntax-error-line.ts'
import { transpile } from '../../../web/code-pad/transpile.ts'

test('types go, exports stay, and every line stays where it is', () => {
  const text = `interface A {
  x: number
}
enum Kind { One = 1 }
export class Box<T extends A> {
  constructor(private readonly held: T) {}
  get = (): number => this.held?.x ?? Kind.One
}`
  const made = transpile(text, 'typescript')
  if (made.kind !== 'program') throw new Error(made.message)
  expect(made.program.split('\n')).toHaveLength(text.split('\n').length)
  expect(made.program.split('\n')[6]).toContain('this.held?.x ?? Kind.One')
  expect(made.program).not.toContain('interface')
  expect(made.program).toContain('exports.Box = Box')
})

test('text that is no program is told with its line', () => {
  expect(transpile('const a = 1\nconst = 2', 'javascript')).toEqual({
    kind: 'fault',
    message: 'SyntaxError: Unexpected token',
    places: [{ line: 2, within: null }],
  })
  expect(transpile('let a: number', 'javascript').kind).toBe('fault')
})

test.each([
  ['const a = 1\n\nconst a = 2\nlet b', 3],
  ['let a\nfunction f() {\n  return 1\n}\nlet f', 5],
  ['let a = 1', null],
])('the line of an error that only the engine finds: %j', (program, line) => {
  const compile = (text: string) => new Function(text)
  let fault: unknown = new Error('none')
  try {
    compile(program)
  } catch (error) {
    fault = error
  }
  expect(syntaxErrorLine(program, fault, compile)).toBe(line)
})
