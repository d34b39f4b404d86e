import { expect, test } from 'vitest'
import { readSource } from '#src/transcript/read-source.ts'
import { turnsOf } from '#src/transcript/turns-of.ts'

const source = readSource(
  [
    '[0:02] Anna: Why?',
    '[0:05] Cleo: And how?',
    '[0:09] Ben: Because.',
    '```sql',
    'select 1',
    '```',
    '[0:12] Dan: hm',
    '[0:20] Ben: That is all.',
  ].join('\n'),
  null,
)

test('neighbouring utterances of one role are one turn, and who is left out is in none', () => {
  const roles = { Anna: 'interviewer', Cleo: 'interviewer', Ben: 'candidate', Dan: 'left-out' } as const
  const speakers = Object.entries(roles).map(([label, role]) => ({ label, role }))
  expect(turnsOf(source, speakers)).toEqual([
    { speaker: 'interviewer', text: 'Why?\n\nAnd how?', artifacts: [], atMs: 2000, line: 1 },
    {
      speaker: 'candidate',
      text: 'Because.\n\nThat is all.',
      artifacts: [{ id: 'block-4', kind: 'sql', text: 'select 1' }],
      atMs: 9000,
      line: 3,
    },
  ])
})

test('a label that nobody spoke of gives no turn', () => {
  expect(turnsOf(source, [{ label: 'Anna', role: 'candidate' }])).toEqual([
    { speaker: 'candidate', text: 'Why?', artifacts: [], atMs: 2000, line: 1 },
  ])
})
