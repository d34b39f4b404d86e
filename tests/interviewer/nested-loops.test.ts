import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { nestedLoop } from '#src/interviewer/nested-loops.ts'

const programs: { name: string; language: string; code: string; found: { line: number; outer: number } | null }[] = [
  {
    name: 'a loop in a loop',
    language: 'typescript',
    code: 'for (const a of xs) {\n  for (let i = 0; i < n; i++) {\n    use(a, i)\n  }\n}',
    found: { line: 2, outer: 1 },
  },
  {
    name: 'a while under an if of a loop',
    language: 'java',
    code: 'int f() {\n  for (int a : xs) {\n    if (a > 0) {\n      while (q.size() > a) {\n      }\n    }\n  }\n}',
    found: { line: 4, outer: 2 },
  },
  {
    name: 'a loop in a loop of Go',
    language: 'go',
    code: 'for i := range xs {\n\tfor j := 0; j < i; j++ {\n\t}\n}',
    found: { line: 2, outer: 1 },
  },
  { name: 'nothing in loops one after another', language: 'javascript', code: 'for (;;) {\n}\nwhile (x) {\n}', found: null },
  {
    name: 'nothing in a loop that stands in a comment or a text',
    language: 'javascript',
    code: "for (const a of xs) {\n  // for (const b of xs) {\n  log('while (true) {')\n}",
    found: null,
  },
  { name: 'nothing after do', language: 'java', code: 'do {\n  step();\n} while (more());\nfor (int i : xs) {\n}', found: null },
  {
    name: 'a loop in a loop of Python',
    language: 'python',
    code: 'for a in xs:\n    # every pair\n    for b in ys:\n        use(a, b)',
    found: { line: 3, outer: 1 },
  },
  {
    name: 'nothing in loops of Python one after another',
    language: 'python',
    code: 'for a in xs:\n    use(a)\nwhile more():\n    step()',
    found: null,
  },
  {
    name: 'nothing in a comprehension',
    language: 'python',
    code: 'for a in xs:\n    pairs = [b for b in ys]\n',
    found: null,
  },
]

describe('a loop in a loop', () => {
  test.each(programs)('is found as it stands: $name', ({ code, language, found }) => {
    expect(nestedLoop(code, language)).toEqual(found)
  })

  test('is looked for in any text without failing', () => {
    const pieces = fc.constantFrom('for', 'while', '{', '}', '(', ')', ';', '\n', '"', '`', '/*', '*/', '//', ' x ', ':')
    fc.assert(
      fc.property(fc.array(pieces), fc.constantFrom('python', 'go', undefined), (code, language) => {
        const found = nestedLoop(code.join(''), language)
        expect(found === null || found.line >= found.outer).toBe(true)
      }),
    )
  })
})
