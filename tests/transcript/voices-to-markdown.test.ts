import { expect, test } from 'vitest'
import { voicesToMarkdown } from '#src/transcript/voices-to-markdown.ts'

const criteria = [
  { id: 'framing', title: 'Framing' },
  { id: 'depth', title: 'Depth' },
]

test('reviews and what was called not useful read as text, whatever is written in them', () => {
  const reviews = [
    {
      reviewer: 'Ada\n# L.',
      ratings: { framing: 3 as const, depth: 'cannot-say' as const },
      comments: [
        { turn: 2, words: { start: 0, end: 5, quote: '<b>it' }, text: 'Say\n\nwhich.' },
        { turn: 4, words: null, text: 'Good.' },
      ],
      submittedAt: 1,
    },
  ]
  const objection = {
    id: 'one',
    target: { kind: 'turn' as const, turn: 1 },
    about: 'Why?',
    reason: 'I *had* said.',
    createdAt: 2,
  }
  expect(voicesToMarkdown({ reviews, objections: [objection] }, criteria)).toEqual([
    '## Reviewed by Ada # L.',
    'Submitted before the link showed any rating.',
    '- Framing: 3\n- Depth: cannot say',
    '- Turn 2, “\\<b\\>it”: Say which.\n- Turn 4: Good.',
    '## Not useful, says the candidate',
    'These change no rating.',
    '- “Why?”: I \\*had\\* said.',
  ])
  expect(voicesToMarkdown({ reviews: [], objections: [] }, criteria)).toEqual([])
})
