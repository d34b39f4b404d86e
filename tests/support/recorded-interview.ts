import { contentHash } from '#src/content/content-hash.ts'
import type { InterviewRecord } from '#src/domain/interview-record.ts'
import type { Score, Scorecard } from '#src/domain/score.ts'
import type { Turn } from '#src/domain/turn.ts'
import { designContent, designInterview } from '../interviewer/fixtures.ts'

const turn = (at: number, over: Partial<Turn>): Turn => ({
  turn: at,
  speaker: at % 2 === 1 ? 'interviewer' : 'candidate',
  text: '',
  artifacts: [],
  phase: 0,
  elapsedMs: at * 60_000,
  createdAt: 1_000_000 + at * 60_000,
  clientTurnId: at % 2 === 1 ? null : `client-turn-${at}`,
  move: null,
  spokenBy: at % 2 === 1 ? 'rule-based@1' : null,
  interrupted: false,
  ...over,
})

/** A drawing of one text, with fields that nobody here knows. */
const sceneOf = (text: string) => ({
  type: 'excalidraw',
  version: 2,
  elements: [
    {
      ...{ id: 'e1', type: 'text', x: 0, y: -1.5, width: 10, height: 20, text, strokeColor: '#e03131' },
      strange: [0, null, { a: '"scene": "x"' }],
    },
  ],
  appState: { viewBackgroundColor: '#fff' },
})

const evidence = [{ turn: 2, start: 0, end: 5, quote: 'Scans' }]
const rated: Score = {
  kind: 'rated',
  criterion: 'framing',
  rating: 3,
  rationale: 'Puts figures on what is asked.',
  evidence,
  checks: [{ check: 'names-goals', source: 'key-point', means: 'Names goals.', verdict: 'yes', evidence, cappedBy: null }],
  byLevel: { junior: 4, mid: 3, senior: 3, lead: 2 },
}
const unscored: Score = { kind: 'unscored', criterion: 'depth', reason: 'It never came up.', checks: [] }
const scorecard: Scorecard = {
  scorer: 'rule-based@1',
  stamp: { content: 'hash' },
  scores: [rated, unscored],
  perQuestion: [{ question: 'parcel-tracker', scores: [rated, unscored] }],
  mean: 3,
  recommendation: 'lean-hire',
  note: null,
  setAside: [{ guard: 'no-content', turn: 2, start: 6, end: 10, quote: 'come' }],
  debrief: { carried: [], fixes: [], nextLevel: { level: 'lead', lacks: ['Names what breaks first.'] }, meets: 'senior' },
}

/** A scorecard as an older Hotseat wrote it: with a field that is no more, and without one that is now. */
const { setAside: _, ...older } = { ...scorecard, confidence: 'high' }

/** An interview with something in every place: two scorings, an appeal that moved and one that was refused, a redo, a review, notes and all the rest. */
export function recordedInterview(): { record: InterviewRecord } {
  const { ownerId: _owner, ...interview } = designInterview
  const turns = [
    turn(1, { text: 'Design a parcel tracker.', move: { kind: 'open' } }),
    turn(2, {
      text: 'Scans come in at two hundred a second.\n\n\tThen — “so” they say — 5 < 7 & *more*.\r\nA new line  ',
      artifacts: [
        { id: 'pad-1', kind: 'code', language: 'typescript', text: 'const a = `x`\n```\n<b>' },
        { id: 'board-1', kind: 'board', text: 'client -> queue', revision: 2 },
      ],
    }),
    turn(3, { text: 'How fresh?', move: { kind: 'probe', check: 'names-goals', probe: 'specify' }, phase: 1, interrupted: true }),
    turn(4, { text: '   ', phase: 1 }),
    turn(5, { text: 'أهلا — thank you 👋', phase: 1, move: { kind: 'close', reason: 'finished' } }),
  ]
  const job = (id: string, createdAt: number) => ({
    id,
    scorer: 'rule-based' as const,
    status: 'done' as const,
    done: 2,
    total: 2,
    finished: ['Framing', 'Depth'],
    error: null,
    createdAt,
    scores: [
      { questionIndex: 0, score: rated },
      { questionIndex: 0, score: unscored },
    ],
    scorecard: { scorecard: older as unknown as Scorecard, createdAt: createdAt + 5 },
  })
  const place = { question: 'parcel-tracker', criterion: 'framing', check: 'names-goals' }
  const appeal = { ...place, claim: 'Scans', quote: evidence[0] ?? null, reason: 'It was said.', createdAt: 3_000_000 }
  const shares = { kind: 'review' as const, name: 'Rae', showsRatings: true, createdAt: 5, expiresAt: 50, lastUsedAt: 7 }
  const record: InterviewRecord = {
    version: 1,
    interview: {
      ...interview,
      status: 'ended',
      endedAt: 2_000_000,
      draft: 'Unsent words',
      contentHash: contentHash(designContent),
      prepared: ['parcel-tracker'],
      imported: {
        format: 'zoom',
        fileName: 'call.vtt',
        importedAt: 900_000,
        revision: 2,
        timed: true,
        quality: { verdict: 'full', share: 1 },
        speakers: [{ label: 'Anna', role: 'interviewer' }],
        unread: [],
        group: null,
        extra: { company: 'neutral', taggedBy: ['x'] },
      },
    },
    content: designContent,
    turns,
    scorings: [
      { ...job('scoring-0', 2_000_001), status: 'failed', error: 'The model did not answer.', scores: [], scorecard: null },
      job('scoring-1', 2_000_002),
      job('scoring-2', 2_000_003),
    ],
    openedAt: 2_500_000,
    selfRating: { selfRating: { kind: 'rated', ratings: { framing: 2 } }, createdAt: 2_400_000 },
    appeals: [
      {
        root: 'scoring-1',
        against: 'scoring-1',
        made: 'scoring-2',
        appeal: { id: 'appeal-1', ...appeal, outcome: { kind: 'moved', from: 'no', to: 'yes' } },
      },
      {
        root: 'scoring-1',
        against: 'scoring-2',
        made: null,
        appeal: { id: 'appeal-2', ...appeal, createdAt: 3_000_001, outcome: { kind: 'refused', verdict: 'no' } },
      },
    ],
    redos: [
      {
        id: 'redo-0001',
        ...place,
        asked: 'How fresh?',
        text: 'Within five seconds.',
        original: rated,
        state: { kind: 'graded', scorer: 'rule-based@1', score: rated },
        createdAt: 3_100_000,
      },
    ],
    revisions: [{ revision: 1, turns: turns.slice(0, 2), createdAt: 950_000 }],
    reviews: [
      {
        share: { id: 'share-1', ...shares, revokedAt: 60 },
        guest: { id: 'guest-1', createdAt: 6 },
        review: {
          reviewer: 'Rae <i>',
          ratings: { framing: 3, depth: 'cannot-say' },
          comments: [{ turn: 2, words: { start: 0, end: 5, quote: 'Scans' }, text: 'Good | figures.' }],
          submittedAt: 8,
        },
      },
    ],
    objections: [
      {
        root: null,
        objection: {
          id: 'objection-1',
          target: { kind: 'turn', turn: 3 },
          about: 'How fresh?',
          reason: 'Too vague.',
          createdAt: 9,
        },
      },
      {
        root: 'scoring-1',
        objection: {
          id: 'objection-2',
          target: { kind: 'fix', criterion: 'framing', check: 'names-goals' },
          about: 'Names goals.',
          reason: 'I did.',
          createdAt: 10,
        },
      },
    ],
    boards: [
      { revision: 2, scene: sceneOf('client -> queue'), text: 'client -> queue', turn: 2, createdAt: 1_100_000 },
      { revision: 5, scene: sceneOf('“unsaid” \uE000scene 0'), text: 'unsaid', turn: null, createdAt: 1_200_000 },
    ],
    pads: [
      { pad: 'code', text: 'const a = `x`\n\t// “so”', language: 'typescript', updatedAt: 1_150_000 },
      { pad: 'sql', text: '', language: 'sql', updatedAt: 1_160_000 },
    ],
    notes: [
      {
        id: 'note-0001',
        ...(evidence[0] ?? { turn: 2, start: 0, end: 5, quote: 'Scans' }),
        text: 'Mine.',
        createdAt: 11,
        updatedAt: 12,
      },
      { id: 'note-0002', turn: 2, artifact: 'pad-1', start: 0, end: 5, quote: 'const', text: '', createdAt: 13, updatedAt: 13 },
    ],
  }
  return { record }
}
