import { expect, test } from 'vitest'
import { parseAnswers } from '#src/content/read-answers.ts'

const parse = (text: string) => {
  const faults: string[][] = []
  return { answers: parseAnswers(text, (path, expected) => faults.push([path, expected])), faults }
}

test('splits answers by quality and their parts by phase', () => {
  expect(
    parse('# Sample answers\n\n## senior\n\n### data\nOne table.\n\n### queries\nOne query.\n\n## weak\n### data\nA database.'),
  ).toEqual({
    answers: [
      {
        quality: 'senior',
        parts: [
          { phase: 'data', text: 'One table.' },
          { phase: 'queries', text: 'One query.' },
        ],
      },
      { quality: 'weak', parts: [{ phase: 'data', text: 'A database.' }] },
    ],
    faults: [],
  })
})

test('leaves headings inside code fences alone', () => {
  const code = '```python\n## not a level\n### not a phase\n```'
  expect(parse(`## mid\n### code\n${code}\nThat is it.`)).toEqual({
    answers: [{ quality: 'mid', parts: [{ phase: 'code', text: `${code}\nThat is it.` }] }],
    faults: [],
  })
})

test('names the answer in which something is wrong', () => {
  expect(parse('## expert\n### data\nText.\n## weak\nLoose words.\n### data\n')).toEqual({
    answers: undefined,
    faults: [
      ['weak', 'its text under "### phase-id" headings, and none ahead of the first'],
      ['expert.quality', 'another value than "expert": junior, mid, senior, lead, or weak'],
      ['weak.parts[0].text', 'at least 1 characters'],
    ],
  })
})
