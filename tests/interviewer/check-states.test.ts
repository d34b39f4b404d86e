import { describe, expect, test } from 'vitest'
import type { Move } from '#src/domain/move.ts'
import type { ProbeKind, Rubric } from '#src/domain/rubric.ts'
import { checkStates, type LastWords } from '#src/interviewer/check-states.ts'
import { designContent, parcelGuide } from './fixtures.ts'

const probeOf = (kind: ProbeKind) => ({ kind, ask: 'How does that go?' })

/** The design rubric, with questions of these kinds planned for the checks of depth. */
const rubricWith = (...kinds: ProbeKind[]): Rubric => ({
  ...designContent.rubric,
  criteria: designContent.rubric.criteria.map((criterion) => ({
    ...criterion,
    checks: criterion.checks.map((check, at) => {
      const kind = criterion.id === 'depth' ? kinds[at] : undefined
      return kind === undefined ? check : { ...check, probe: probeOf(kind) }
    }),
  })),
})

const saidNothing: LastWords = {
  text: '',
  touched: new Map(),
  spokenOf: new Map(),
  signals: [],
  isAnswer: true,
  decides: false,
}

/** A question of which nothing was told or asked, in its last part. */
const plain: Omit<Parameters<typeof checkStates>[0], 'rubric'> = {
  guide: parcelGuide,
  level: 'senior',
  phases: ['requirements', 'deep-dives'],
  coverage: { shown: new Map(), settled: new Set(), told: new Set() },
  ended: new Set(),
  partsTold: new Set(),
  moves: [],
  askedElsewhere: new Set(),
  fits: () => true,
  alreadyAsked: () => false,
  sameAsked: () => false,
  answeredByFact: () => false,
  presumes: () => false,
  last: saidNothing,
}

/** Which follow-ups an answer calls for of the check that it answers. */
const calledOf = (check: string, called: ProbeKind, rubric = rubricWith()) =>
  checkStates({
    ...plain,
    rubric,
    moves: [{ kind: 'probe', check, probe: 'deepen' }],
    last: { ...saidNothing, signals: [{ kind: called, sentence: null }] },
  }).find(({ id }) => id === check)?.called

describe('a general follow-up', () => {
  test.each(['edge-case', 'conflict', 'metrics'] as const)('about %s is put for no check that it does not fit', (kind) => {
    expect(calledOf('append-scans', kind)).toEqual([])
    expect(calledOf('names-goals', kind)).toEqual([])
  })

  test('of one side of an answer is put where its author planned one', () => {
    expect(calledOf('late-scans', 'edge-case')).toEqual(['edge-case'])
    expect(calledOf('late-scans', 'metrics')).toEqual([])
  })

  test('of one side is put for every check of a criterion that is mostly asked about so', () => {
    expect(calledOf('append-scans', 'metrics', rubricWith('metrics', 'metrics', 'deepen'))).toEqual(['metrics'])
    expect(calledOf('append-scans', 'metrics', rubricWith('metrics', 'deepen', 'deepen'))).toEqual([])
    expect(calledOf('survives-loss', 'metrics', rubricWith('metrics', 'metrics', 'deepen'))).toEqual([])
  })

  test('of any other kind is put for whatever was answered', () => {
    expect(calledOf('append-scans', 'specify')).toEqual(['specify'])
  })
})

/** How a check of depth stands in the first of two parts that could ask about it, after these moves. */
const stateOf = (check: string, { moves = [], rubric = rubricWith() }: { moves?: Move[]; rubric?: Rubric } = {}) =>
  checkStates({
    ...plain,
    rubric,
    phases: ['requirements'],
    moves,
  }).find(({ id }) => id === check)

test('a general question is asked in the parts that its author names', () => {
  const rubric = rubricWith('deepen')
  const [depth] = rubric.criteria.filter(({ id }) => id === 'depth')
  expect(stateOf('depth-2', { rubric })?.due).toBe('later')
  const [first] = depth?.checks ?? []
  if (first !== undefined) first.askedIn = ['requirements']
  expect(stateOf('depth-2', { rubric })?.due).toBe('now')
})

test('what the opener of a part asked for counts as asked', () => {
  expect(stateOf('depth-2', { moves: [{ kind: 'next-phase', phase: 1, asksFor: ['depth-2'] }] })?.asked).toBe(1)
  expect(stateOf('depth-3', { moves: [{ kind: 'next-phase', phase: 1, asksFor: ['depth-2'] }] })?.asked).toBe(0)
})

test('a choice without its reason calls for the question of a criterion about choices, whatever it was about', () => {
  const rubric = rubricWith('justify', 'justify', 'deepen')
  const withAsk = (ask: string): Rubric => ({
    ...rubric,
    criteria: rubric.criteria.map((one) => ({
      ...one,
      checks: one.checks.map((check) => (check.probe === undefined ? check : { ...check, probe: { ...check.probe, ask } })),
    })),
  })
  const calledBy = (ask: string) =>
    checkStates({
      ...plain,
      rubric: withAsk(ask),
      last: {
        ...saidNothing,
        text: 'I would use Kafka.',
        signals: [{ kind: 'justify', sentence: 'I would use Kafka' }],
      },
    })
      .filter(({ called, near }) => called.includes('justify') && near)
      .map(({ id }) => id)
  expect(calledBy('Why that way, and not another?')).toEqual(['depth-2', 'depth-3'])
  expect(calledBy('Which rule does the database keep?')).toEqual([])
})

test.each([
  ['in two words', 'status column', 'clarify', ['deepen']],
  ['in two words, its own question for that spent', 'status column', 'deepen', ['clarify']],
  ['in a sentence', 'I would overwrite a status column.', 'clarify', []],
] as const)('what was shown in part %s is asked for its mechanism, or not', (_, text, probe, called) => {
  const states = checkStates({
    ...plain,
    rubric: designContent.rubric,
    coverage: { shown: new Map([['append-scans', 'partly']]), settled: new Set(), told: new Set() },
    moves: [{ kind: 'probe', check: 'append-scans', probe }],
    last: { ...saidNothing, text, touched: new Map([['append-scans', text]]) },
  })
  expect(states.find(({ id }) => id === 'append-scans')?.called).toEqual(called)
})

test('a general check is asked about in a part that is opened by asking for it, though that part is the first of its criterion', () => {
  const { rubric } = designContent
  const [first] = rubric.criteria.find(({ id }) => id === 'judgement')?.checks ?? []
  const asking = { announce: 'First the requirements.', ask: 'Which?', asksFor: [first?.id ?? ''] }
  const dueOf = (phases: Rubric['phases']) =>
    checkStates({
      ...plain,
      rubric: { ...rubric, phases },
      phases: ['requirements'],
    }).find(({ id }) => id === first?.id)?.due
  expect(dueOf(rubric.phases)).toBe('later')
  expect(dueOf(rubric.phases.map((phase) => (phase.id === 'requirements' ? { ...phase, openers: [asking] } : phase)))).toBe('now')
})

test('the lowest that a criterion asks is not asked of whoever showed two of the higher, unless it is essential', () => {
  const dueOf = (shown: string[], essential = false) =>
    checkStates({
      ...plain,
      rubric: {
        ...designContent.rubric,
        criteria: designContent.rubric.criteria.map((criterion) => ({
          ...criterion,
          checks: criterion.checks.map((check) => (check.id === 'depth-2' && essential ? { ...check, essential } : check)),
        })),
      },
      coverage: { shown: new Map(shown.map((id) => [id, 'yes'])), settled: new Set(), told: new Set() },
    }).find(({ id }) => id === 'depth-2')?.due
  expect(dueOf(['depth-3', 'depth-4'])).toBe('past')
  expect(dueOf(['depth-3'])).toBe('now')
  expect(dueOf(['depth-3', 'judgement-3'])).toBe('now')
  expect(dueOf(['depth-3', 'depth-4'], true)).toBe('now')
})

test('of the questions of a check those come first that take nothing for given', () => {
  const [late] = checkStates({
    ...plain,
    rubric: rubricWith(),
    guide: { ...parcelGuide, keyPoints: parcelGuide.keyPoints.filter(({ id }) => id === 'names-goals') },
    phases: ['requirements'],
    presumes: (ask) => ask.startsWith('How fresh'),
  })
  expect(late?.probes.map(({ kind }) => kind)).toEqual(['justify', 'specify'])
  expect(late?.presuming).toEqual(['How fresh must what a customer sees be, in figures?'])
})

describe('a question that leans on what was said', () => {
  const point = parcelGuide.keyPoints.find(({ id }) => id === 'append-scans')
  const askedOf = (kind: ProbeKind, over: Partial<LastWords>, byItself?: string) => {
    const probe = { kind, ask: 'Why that way, and not another?', ...(byItself !== undefined && { byItself }) }
    const guide = { ...parcelGuide, keyPoints: point === undefined ? [] : [{ ...point, probes: [probe] }] }
    const [state] = checkStates({
      ...plain,
      rubric: rubricWith(),
      guide,
      last: { ...saidNothing, text: 'A row for each scan.', ...over },
    })
    return { asks: state?.probes.map(({ ask }) => ask), leaning: state?.leaning }
  }
  const leans = { asks: ['Why that way, and not another?'], leaning: [] }
  const ownWords = 'Why do you store scans the way you do?'
  const touched = new Map([['append-scans', 'A row for each scan.']])

  test('about a decision leans on what was decided, and on nothing else that was said of its point', () => {
    expect(askedOf('justify', { decides: true }, ownWords)).toEqual(leans)
    expect(askedOf('justify', { touched }, ownWords)).toEqual({ asks: [ownWords], leaning: [] })
  })

  test('of another kind leans on what was said of its point', () => {
    expect(askedOf('deepen', { touched }, ownWords)).toEqual(leans)
    expect(askedOf('deepen', { decides: true }, ownWords)).toEqual({ asks: [ownWords], leaning: [] })
  })

  test('leans on no answer that says that this was all', () => {
    expect(askedOf('deepen', { touched, isAnswer: false }, ownWords)).toEqual({ asks: [ownWords], leaning: [] })
  })

  test('without words that stand by themselves is marked', () => {
    expect(askedOf('justify', {})).toEqual({ asks: leans.asks, leaning: leans.asks })
  })
})
