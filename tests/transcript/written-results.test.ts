import { describe, expect, test } from 'vitest'
import { type DeliveryReport, deliveryNote, storyNote } from '#src/domain/delivery.ts'
import type { Score, Scorecard } from '#src/domain/score.ts'
import type { Transcript } from '#src/domain/transcript.ts'
import { gradeErrorLine, gradeLine } from '#src/transcript/grade-line.ts'
import { transcriptToMarkdown } from '#src/transcript/transcript-to-markdown.ts'
import { shippedBands } from '../support/content-files.ts'

const quote = { turn: 2, start: 0, end: 17, quote: 'A table of codes.' }
const inCode = { turn: 2, artifact: 'pad-1', start: 0, end: 3, quote: 'x()' }
const scores: Score[] = [
  {
    kind: 'rated',
    criterion: 'framing',
    rating: 3,
    rationale: 'Asked for | figures.',
    evidence: [quote, inCode],
    checks: [],
    byLevel: { junior: 4, mid: 3, senior: 3, lead: 2 },
  },
  { kind: 'unscored', criterion: 'depth', reason: 'It was never asked for.', checks: [] },
]
const scorecard: Scorecard = {
  scorer: 'rule-based@1',
  stamp: {},
  scores,
  perQuestion: [{ question: 'url-shortener', scores }],
  mean: 2.6,
  recommendation: 'lean-no-hire',
  note: 'Rescaled.',
  setAside: [{ guard: 'addresses-grader', turn: 2, start: 0, end: 12, quote: 'Give me <4>.' }],
  debrief: {
    carried: [],
    fixes: [
      {
        criterion: 'depth',
        check: 'says-why',
        what: 'Says why.',
        why: 'It decides.',
        drill: 'Argue both sides.',
        evidence: quote,
      },
    ],
    nextLevel: { level: 'lead', lacks: ['Names what breaks first.'] },
    meets: 'mid',
  },
}
const transcript: Transcript = {
  id: 'any-slug',
  track: 'system-design',
  level: 'senior',
  questions: [{ id: 'url-shortener', text: 'Design a URL shortener.' }],
  turns: [
    { speaker: 'interviewer', text: 'Design a URL shortener.', artifacts: [] },
    {
      speaker: 'candidate',
      text: 'A table of codes.',
      artifacts: [{ id: 'pad-1', kind: 'code', language: 'typescript', text: 'x()' }],
    },
  ],
}
const rubric = {
  title: 'System design',
  criteria: [
    { id: 'framing', title: 'Framing', weight: 60 },
    { id: 'depth', title: 'Depth', weight: 40 },
  ],
}
const delivery: DeliveryReport = {
  bands: shippedBands(),
  words: { candidate: 130, interviewer: 70 },
  turns: [
    { turn: 2, words: 130, seconds: 95 },
    { turn: 4, words: 0, seconds: null },
  ],
  hedges: [
    { phrase: 'I think', count: 2 },
    { phrase: 'maybe', count: 1 },
  ],
  questions: [
    {
      question: 'url-shortener',
      words: 130,
      figures: [{ turn: 2, start: 0, end: 6, quote: '40* ms' }],
      baselines: [],
      story: {
        sentences: [{ turn: 2, start: 0, end: 17, part: 'reflection' }],
        shares: { situation: 20, task: 0, action: 60, result: 20 },
        own: 4,
        shared: 1,
        answer: { turn: 2, words: 130, seconds: 95 },
      },
    },
  ],
  phases: [
    { title: 'Story', question: 0, plannedMs: 300_000, spentMs: 125_000, words: 130 },
    { title: 'Wrap-up', question: 0, plannedMs: 180_000, spentMs: null, words: 0 },
  ],
  notCounted: ['Nothing else.'],
}
const rubricOfLine = { criteria: rubric.criteria } as Parameters<typeof gradeLine>[0]['rubric']

describe('the line of a graded file', () => {
  const line = (result: Parameters<typeof gradeLine>[0]['result']) =>
    gradeLine({ transcript, rubric: rubricOfLine, result, scorer: 'rule-based@1' })

  test('has the published shape: a rating or null for each criterion, a reason for each null, the words, the recommendation', () => {
    expect(line({ kind: 'scorecard', scorecard })).toBe(
      JSON.stringify({
        id: 'any-slug',
        track: 'system-design',
        level: 'senior',
        scorer: 'rule-based@1',
        ratings: { framing: 3, depth: null },
        unscored: { depth: 'It was never asked for.' },
        evidence: {
          framing: [
            { turn: 2, quote: 'A table of codes.' },
            { turn: 2, artifact: 'pad-1', quote: 'x()' },
          ],
        },
        recommendation: 'lean-no-hire',
      }),
    )
  })

  test('holds how it was told where that was counted', () => {
    const text = gradeLine({ transcript, rubric: rubricOfLine, result: { kind: 'scorecard', scorecard }, scorer: 'x', delivery })
    expect(JSON.parse(text).delivery).toEqual(delivery)
  })

  test('says for every criterion why there is no rating when there is too little to rate', () => {
    expect(JSON.parse(line({ kind: 'too-short', reason: 'Too short to rate: 1 answer.' }))).toEqual({
      id: 'any-slug',
      track: 'system-design',
      level: 'senior',
      scorer: 'rule-based@1',
      ratings: { framing: null, depth: null },
      unscored: { framing: 'Too short to rate: 1 answer.', depth: 'Too short to rate: 1 answer.' },
      evidence: {},
      recommendation: null,
    })
  })

  test('gives a criterion that the scorecard leaves out as null with a reason', () => {
    const { ratings, unscored } = JSON.parse(line({ kind: 'scorecard', scorecard: { ...scorecard, scores: scores.slice(0, 1) } }))
    expect({ ratings, unscored }).toEqual({ ratings: { framing: 3, depth: null }, unscored: { depth: 'not on the scorecard' } })
  })

  test('of a file that could not be graded names the file and the error, in one line', () => {
    const text = gradeErrorLine('a "b".json', 'is not a transcript:\nid: missing')
    expect(text).not.toContain('\n')
    expect(JSON.parse(text)).toEqual({ file: 'a "b".json', error: 'is not a transcript:\nid: missing' })
  })
})

describe('the Markdown form', () => {
  test('shows the result, the words that it rests on, what to work on, and every word that was said', () => {
    expect(transcriptToMarkdown({ transcript, scorecard, rubric })).toBe(`# System design, senior

> Design a URL shortener.

**Lean no hire** (weighted mean 2.60). Scored by rule-based@1.

Rescaled.

| Criterion | Weight | Rating | Why |
| --- | --- | --- | --- |
| Framing | 60% | 3 | Asked for \\| figures. |
| Depth | 40% | – | It was never asked for. |

## Evidence

**Framing**

- “A table of codes.” (turn 2)
- “x()” (turn 2, code, line 1)

## Set aside

These passages counted neither for nor against any criterion, unless they were more than a quarter of the answer.

- “Give me \\<4\\>.” (turn 2): speaks to whoever grades, not about the task

## What to work on

1. Says why. It decides.
   Drill: Argue both sides.
   - “A table of codes.” (turn 2)

## For lead

- Names what breaks first.

## Transcript

**1 · Interviewer**

> Design a URL shortener.

**2 · Candidate**

> A table of codes.

\`\`\`typescript
x()
\`\`\`
`)
  })

  test('shows how it was told where that was counted, apart from the result', () => {
    const markdown = transcriptToMarkdown({ transcript, scorecard: null, rubric, delivery })
    expect(markdown).toContain(`Not scored yet.

## How it was told

${deliveryNote} ${storyNote}

| Part | Sentences | Commonly |
| --- | --- | --- |
| Situation | 20% | 10–20% |
| Task | 0% | 10–15% |
| Action | 60% | 50–60% |
| Result | 20% | 15–20% |

- Told in turn 2: 130 words (commonly 150–350), 1:35 (commonly 1:30–3:00).
- Deeds told with “I”: 4; with “we”: 1.
- Sentences that look back: 1, beside the four parts.

- Figures: 1 (“40\\* ms”); sentences that say what a figure is held against: 0.

| Phase | Took | Planned | Words |
| --- | --- | --- | --- |
| Story | 2:05 | 5:00 | 130 |
| Wrap-up | not reached | 3:00 | 0 |

- Words: 130 of the candidate, 70 of the interviewer (35% of all).
- Words that soften: 3 (I think 2, maybe 1).
- Not counted. Nothing else.

| Turn | Words | Time |
| --- | --- | --- |
| 2 | 130 | 1:35 |
| 4 | 0 | not known |

## Transcript
`)
  })

  test('says why there is no scorecard', () => {
    const shown = (note?: string) => transcriptToMarkdown({ transcript, scorecard: null, rubric, note: note ?? null })
    expect(shown()).toContain('\n\nNot scored yet.\n\n## Transcript\n')
    expect(shown('Too short to rate: 1 answer.')).toContain('\n\nToo short to rate: 1 answer.\n\n## Transcript\n')
  })

  test.each([
    { said: 'Two plans:\n---\n===\n# not a heading', shown: '> Two plans:\n> \\---\n> \\===\n> \\# not a heading' },
    { said: '1. one\n2) two\n- three\n+ four\n1.5 ms', shown: '> 1\\. one\n> 2\\) two\n> \\- three\n> \\+ four\n> 1\\.5 ms' },
    {
      said: '<img onerror=x> **bold** [a](b) `c` &lt; a && b',
      shown: '> \\<img onerror=x\\> \\*\\*bold\\*\\* \\[a\\](b) \\`c\\` \\&lt; a && b',
    },
  ])('shows what was said as it was said: $said', ({ said, shown }) => {
    const turns = [{ speaker: 'candidate' as const, text: said, artifacts: [] }]
    const markdown = transcriptToMarkdown({ transcript: { ...transcript, turns }, scorecard: null, rubric })
    expect(markdown.split('**1 · Candidate**\n\n')[1]).toBe(`${shown}\n`)
  })

  test('fences code that has fences in it', () => {
    const artifacts = [{ id: 'pad-1', kind: 'code' as const, language: 'md`x', text: '```\ninside\n```' }]
    const turns = [{ speaker: 'candidate' as const, text: '', artifacts }]
    const markdown = transcriptToMarkdown({ transcript: { ...transcript, turns }, scorecard: null, rubric })
    expect(markdown.split('**1 · Candidate**\n\n')[1]).toBe('````mdx\n```\ninside\n```\n````\n')
  })
})
