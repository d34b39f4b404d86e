import { readFileSync } from 'node:fs'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { onTestFinished } from 'vitest'

export const smallThresholds = {
  shares: { 2: 0.4, 3: 0.6, 4: 0.5 },
  words: {
    weights: { 2: 0, 3: 1, 4: 1, specificity: 0.2, wording: 0, weakest: 0, level: 0 },
    cuts: { 2: 0.25, 3: 0.75, 4: 1.5 },
  },
  wording: { constant: 1, most: 1.5, usual: { mean: 1, weakest: 1 }, words: {} },
}

const criteria = ['correctness', 'completeness', 'depth', 'application', 'clarity']

const track = `id: concepts
version: 1
title: Concepts
about: Short questions.
phases:
  - { id: concept, title: Concept, role: work, feeds: [${criteria.join(', ')}], openers: [] }
  - { id: wrap-up, title: Wrap-up, role: wrap-up, feeds: [], openers: ["What would you like to ask me?"] }
plans:
  - { minutes: 5, questions: 1, phases: [{ phase: concept, minutes: 5, each: true }] }
  - { minutes: 15, questions: 3, phases: [{ phase: concept, minutes: 4, each: true }, { phase: wrap-up, minutes: 3 }] }
criteria:
${criteria
  .map(
    (id) => `  - id: ${id}
    title: ${id}
    weight: 20
    must: false
    means: What it means.
    anchors: { 1: One., 2: Two., 3: Three., 4: Four. }
    checks:
      - { id: ${id}-two, rating: 2, check: Says something., feature: { id: answer-words, partly: 10, yes: 20 } }
      - { id: ${id}-three, rating: 3, check: Says why it is so., shows: ["key + @because"], probe: { kind: justify, ask: "Why is that so?" } }
      - { id: ${id}-four, rating: 4, check: Says when it is not., shows: [unless] }
`,
  )
  .join('')}recommendation:
  strongHire: { mean: 3.5, lowest: 3 }
  leanHire: { mean: 2.75, mustAbove: 1 }
  leanNoHire: { mean: 1.9 }
`

const guide = `version: 1
facts:
  - { id: which-one, asked: [which one], fact: Any one will do. }
keyPoints:
${[...criteria, 'clarity']
  .map(
    (criterion, index) => `  - id: point-${index + 1}
    criterion: ${criterion}
    phase: concept
    level: junior
    weight: must
    point: Says what it is for.
    why: Because it matters to somebody.
    shows: ["lock + @because"]
    probes: [{ kind: deepen, ask: "What does it do then?" }]
`,
  )
  .join('')}hints:
  - phase: concept
    aims: [point-1]
    category: One kind of thing is missing.
    constraint: Imagine there are two of them.
    choice: Is it the first or the second?
    point: It is the first of the two.
changedRequirements:
  - { id: more, feeds: [point-2], say: Let it be a hundred times more. What changes? }
misconceptions:
  - { id: wrong, criterion: depth, central: true, says: [always faster], truth: It is slower on writes., challenge: "What happens on a write?" }
`

const part = (phase: string) => `### ${phase}\nAn answer with a key, because it has to be found again.\n`

const files: Record<string, string> = {
  'rubrics/lexicon.yaml': 'negators: not\ncues: { because: "because, so that" }\n',
  'rubrics/phrases.yaml': 'nudge: ["Take your time."]\n',
  'rubrics/thresholds.json': JSON.stringify(smallThresholds),
  'rubrics/delivery.yaml': [
    'version: 1',
    'story:',
    '  tracks: []',
    '  shares: { situation: &band { from: 10, to: 20 }, task: *band, action: *band, result: *band }',
    '  answer: { seconds: { from: 90, to: 180 }, words: { from: 150, to: 350 } }',
    'interviewerShare: { atMost: 30, fromWords: 300 }',
  ].join('\n'),
  'rubrics/review.yaml': readFileSync('rubrics/review.yaml', 'utf8'),
  'rubrics/topics.yaml': 'source: nobody\ntopics:\n  - { id: concurrency, title: Concurrency }\n',
  'rubrics/approaches.yaml':
    'approaches:\n  - { id: in-two, title: In two steps, tracks: [concepts], about: One after the other., steps: [{ step: First, how: Say what it is. }, { step: Then, how: Say what it costs. }] }\n',
  'rubrics/concepts/track.yaml': track,
  'rubrics/concepts/questions/locks/guide.yaml': guide,
  'rubrics/concepts/questions/locks/question.md':
    '---\ntitle: Locks\nlevels: [junior, senior]\ntopics: [concurrency]\ncovers: []\n---\nWhen do you take a lock?\n',
  'rubrics/concepts/questions/locks/answers.md': `## mid\n${part('concept')}\n## senior\n${part('concept')}\n## weak\n${part('concept')}`,
  'prompts/manner.yaml': `persona: { collaborative: Warm., neutral: Even., sceptical: Asks for reasons., quiet: Short. }
company: { startup: Quick., large-company: Formal. }
language: 'Speak {language}.'
`,
  'prompts/speak.md':
    '---\nid: speak\nversion: 1\ninputs: [question]\noutput: one sentence\n---\n# system\nYou ask.\n\n# user\n{{question}}\n',
}

/** A folder with the least content that loads: one track, one question, one prompt. Removed when the test ends. */
export async function smallContent(): Promise<string> {
  const root = await mkdtemp(join(tmpdir(), 'content-'))
  onTestFinished(() => rm(root, { recursive: true, force: true }))
  for (const [file, text] of Object.entries(files)) {
    await mkdir(dirname(join(root, file)), { recursive: true })
    await writeFile(join(root, file), text)
  }
  return root
}

/** Replaces the first `from` in a file. Throws when it is not there, so that no fault goes unplanted. */
export async function plant(root: string, { file, from, to }: { file: string; from: string; to: string }) {
  const text = await readFile(join(root, file), 'utf8')
  if (!text.includes(from)) throw new Error(`${file} holds no "${from}"`)
  await writeFile(
    join(root, file),
    text.replace(from, () => to),
  )
}
