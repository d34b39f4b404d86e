import type { ScheduledPhase } from '#src/domain/interview.ts'
import type { CheckState, LastAnswer, Standpoint } from '#src/interviewer/standpoint.ts'

const minute = 60_000

/** A design round of 40 minutes in four phases. */
export const designSchedule: ScheduledPhase[] = [
  { phase: 'intro', title: 'Introduction', role: 'intro', minutes: 2, question: 0 },
  { phase: 'requirements', title: 'Requirements', role: 'work', minutes: 8, question: 0 },
  { phase: 'deep-dives', title: 'Deep dives', role: 'work', minutes: 25, question: 0 },
  { phase: 'wrap-up', title: 'Wrap-up', role: 'wrap-up', minutes: 5, question: 0 },
]

/** Three stories in 15 minutes, and no wrap-up. */
export const storySchedule: ScheduledPhase[] = [0, 1, 2].map((question) => ({
  phase: 'story',
  title: 'Story',
  role: 'work',
  minutes: 5,
  question,
}))

export const check = (id: string, over: Partial<CheckState> = {}): CheckState => ({
  id,
  source: 'key-point',
  criterion: 'depth',
  stage: null,
  means: `Shows ${id}.`,
  weight: 50,
  shown: 'none',
  settled: over.shown === 'yes',
  due: 'now',
  must: false,
  essential: false,
  aboveBar: false,
  asked: 0,
  probes: [{ kind: 'deepen', ask: `What about ${id}?` }],
  presuming: [],
  leaning: [],
  spent: [],
  near: false,
  called: [],
  ...over,
})

export const answer = (over: Partial<LastAnswer> = {}): LastAnswer => ({
  turn: 4,
  words: 60,
  kind: 'answer',
  asksForAnswer: false,
  facts: [],
  steps: [],
  stepsNotTaken: [],
  heldBack: [],
  asksBesideTask: false,
  mayAskForFacts: true,
  strong: false,
  flowing: false,
  signals: [],
  pointable: false,
  givesCode: false,
  decides: false,
  doneBefore: false,
  partWanted: null,
  wandered: false,
  ...over,
})

/** The candidate has just answered in the middle of the requirements, with two points open. Times in minutes. */
export function standpoint(
  over: Partial<Omit<Standpoint, 'clock'>> & {
    clock?: { elapsed?: number; spent?: number; budget?: number; total?: number }
  } = {},
): Standpoint {
  const { clock, ...rest } = over
  return {
    cue: 'candidate-spoke',
    mode: 'practice',
    schedule: designSchedule,
    phase: 1,
    next: 2,
    wayIn: null,
    exchanges: 2,
    probes: 1,
    checks: [check('scope'), check('sizes', { weight: 30 })],
    owed: [],
    untold: [],
    lastMove: { kind: 'probe', check: 'goals', probe: 'specify' },
    answer: answer(),
    stalled: 0,
    beside: 0,
    pleas: 0,
    misconceptions: [],
    contradictions: [],
    passedOver: { misconceptions: [], contradictions: [] },
    recentProbes: [],
    coachedOn: null,
    gaps: [],
    writing: null,
    sparing: false,
    generalProbes: [],
    beyond: [],
    hint: { rung: 2, aims: ['scope'] },
    change: null,
    changes: 0,
    changeBelongsHere: false,
    coreShown: 0,
    replies: 0,
    ...rest,
    clock: {
      elapsedMs: (clock?.elapsed ?? 5) * minute,
      totalMs: (clock?.total ?? 40) * minute,
      spentMs: (clock?.spent ?? 3) * minute,
      budgetMs: (clock?.budget ?? 8) * minute,
    },
  }
}
