import { describe, expect, test } from 'vitest'
import { moveId } from '#src/interviewer/move-id.ts'
import { rankProbes } from '#src/interviewer/rank-probes.ts'
import type { Standpoint } from '#src/interviewer/standpoint.ts'
import { answer, check, standpoint, storySchedule } from './standpoints.ts'

const deepen = { kind: 'deepen', ask: 'What does it do?' } as const
const specify = { kind: 'specify', ask: 'How much is it?' } as const
const failure = { kind: 'failure', ask: 'What if it is gone?' } as const

/** Something has been shown, so that order is not by how a guide begins. */
const shown = check('shown', { shown: 'yes' })

const ranked = (over: Parameters<typeof standpoint>[0]): string[] =>
  rankProbes(standpoint({ ...over, checks: [shown, ...(over?.checks ?? [])] })).map(moveId)

interface Row {
  situation: string
  at: Parameters<typeof standpoint>[0]
  first: string
}

test('a general question that was met is asked no more, a point that two sentences met is', () => {
  const met = { shown: 'yes', settled: false } as const
  const checks = [check('cost', { ...met, source: 'standing' }), check('scope', met), check('sizes', { weight: 10 })]
  expect(ranked({ checks })).toEqual(['probe:scope:deepen', 'probe:sizes:deepen'])
})

const longAsk = { kind: 'deepen', ask: 'What does each of its parts do with it until the last of them has seen it?' } as const

const rows: Row[] = [
  {
    situation: 'a question that leans on what was not said: another, though it weighs less',
    at: { checks: [check('cause', { weight: 60, leaning: ['What about cause?'] }), check('scope', { weight: 20 })] },
    first: 'probe:scope:deepen',
  },
  {
    situation: 'a general question of which a part was given just now, and another open one: the other',
    at: {
      checks: [check('sizes', { weight: 40, source: 'standing', shown: 'partly', near: true }), check('scope', { weight: 50 })],
    },
    first: 'probe:scope:deepen',
  },
  {
    situation: 'two of about the same worth, and somebody who answers in a few words: the shorter',
    at: { sparing: true, checks: [check('long', { weight: 52, probes: [longAsk] }), check('short', { weight: 50 })] },
    first: 'probe:short:deepen',
  },
  {
    situation: 'the same, and somebody who talks: the weightier',
    at: { checks: [check('long', { weight: 52, probes: [longAsk] }), check('short', { weight: 50 })] },
    first: 'probe:long:deepen',
  },
  {
    situation: 'a question that takes for given what nobody named: another, though it weighs far less',
    at: {
      checks: [
        check('loss', { weight: 90, probes: [failure], presuming: [failure.ask] }),
        check('scope', { weight: 20, source: 'standing' }),
      ],
    },
    first: 'probe:scope:deepen',
  },
  {
    situation: 'nothing called for: the heaviest check, with the question its author put first',
    at: { checks: [check('sizes', { weight: 30 }), check('scope', { probes: [deepen, specify] })] },
    first: 'probe:scope:deepen',
  },
  {
    situation: 'a kind called for: a planned question of it, though it is not the first',
    at: { checks: [check('scope', { probes: [deepen, specify] })], answer: answer({ signals: ['specify'] }) },
    first: 'probe:scope:specify',
  },
  {
    situation: 'a kind called for: a lighter check that has such a question',
    at: {
      checks: [check('scope', { weight: 50, probes: [deepen] }), check('sizes', { weight: 42, probes: [specify] })],
      answer: answer({ signals: ['specify'] }),
    },
    first: 'probe:sizes:specify',
  },
  {
    situation: 'a kind called for, and a check that weighs far more: the check',
    at: {
      checks: [check('scope', { weight: 90, probes: [deepen] }), check('sizes', { weight: 30, probes: [specify] })],
      answer: answer({ signals: ['specify'] }),
    },
    first: 'probe:scope:deepen',
  },
  {
    situation: 'called for where the answer speaks of a check that plans no such question: a general one',
    at: { checks: [check('scope', { called: ['specify'] })], generalProbes: ['specify'] },
    first: 'probe:scope:specify',
  },
  {
    situation: 'the general questions of that kind used up: the planned one',
    at: { checks: [check('scope', { called: ['specify'] })], generalProbes: [] },
    first: 'probe:scope:deepen',
  },
  {
    situation: 'that kind spent on the check: the planned one',
    at: { checks: [check('scope', { called: ['specify'], spent: ['specify'] })], generalProbes: ['specify'] },
    first: 'probe:scope:deepen',
  },
  {
    situation: 'called for elsewhere in the answer: no general question about this check',
    at: { checks: [check('scope')], generalProbes: ['specify'], answer: answer({ signals: ['specify'] }) },
    first: 'probe:scope:deepen',
  },
  {
    situation: 'the answer was about a lighter check: on from there',
    at: { checks: [check('scope', { weight: 50 }), check('sizes', { weight: 40, near: true })] },
    first: 'probe:sizes:deepen',
  },
  {
    situation: 'the same kind twice already: another',
    at: {
      checks: [check('scope', { weight: 50, probes: [deepen] }), check('loss', { weight: 40, probes: [failure] })],
      recentProbes: ['deepen', 'deepen'],
    },
    first: 'probe:loss:failure',
  },
  {
    situation: 'it came back to an earlier phase just now: not a second time running',
    at: {
      checks: [check('past', { due: 'earlier' }), check('older', { due: 'earlier', weight: 90 }), check('here', { weight: 30 })],
      lastMove: { kind: 'probe', check: 'past', probe: 'deepen' },
    },
    first: 'probe:here:deepen',
  },
  {
    situation: 'shown in part and asked about, and the answer calls for more: once more',
    at: { checks: [check('scope', { shown: 'partly', asked: 1, called: ['specify'] })], generalProbes: ['specify'] },
    first: 'probe:scope:specify',
  },
]

describe('rankProbes', () => {
  test.each(rows)('$situation', ({ at, first }) => {
    expect(ranked(at)[0]).toBe(first)
  })

  test('asks one thing of a check, and nothing of one that is settled or spent', () => {
    const at: Parameters<typeof standpoint>[0] = {
      checks: [
        check('scope', { probes: [deepen, specify], called: ['specify'] }),
        check('twice', { asked: 2, called: ['specify'] }),
      ],
      generalProbes: ['specify'],
    }
    expect(ranked(at)).toEqual(['probe:scope:specify'])
  })

  test('keeps what words of two sentences met for the end', () => {
    const checks = [check('met', { shown: 'yes', settled: false, weight: 90 }), check('scope')]
    expect(ranked({ checks })).toEqual(['probe:scope:deepen', 'probe:met:deepen'])
  })

  test('goes above the bar when nothing else is left and the core holds, not before', () => {
    const checks = [check('more', { aboveBar: true })]
    expect(ranked({ checks, coreShown: 0.8 })).toEqual(['probe:more:deepen'])
    expect(ranked({ checks, coreShown: 0.2 })).toEqual([])
    expect(ranked({ checks: [check('scope'), ...checks], coreShown: 0.8 })).toEqual(['probe:scope:deepen'])
  })

  test('goes further where those that are due have no question left', () => {
    const checks = [check('scope', { asked: 1, probes: [], spent: ['deepen'] }), check('more', { aboveBar: true })]
    expect(ranked({ checks, coreShown: 0.8 })).toEqual(['probe:more:deepen'])
  })

  test('in the last part comes back to what earlier ones left, and puts general questions into what was said', () => {
    const checks = [
      check('past', { due: 'earlier', source: 'standing' }),
      check('limit', { asked: 1, probes: [], spent: ['deepen'] }),
      check('person', { asked: 1, probes: [], spent: ['reflection'] }),
    ]
    const at = { checks, coreShown: 0.8, generalProbes: ['deepen', 'reflection'] as const }
    const said = answer({ pointable: true })
    expect(ranked({ ...at, phase: 2, answer: said })).toEqual(['probe:past:deepen', 'probe:limit:deepen'])
    expect(ranked({ ...at, phase: 2 })).toEqual(['probe:past:deepen'])
    expect(ranked({ ...at, answer: said })).toEqual([])
  })

  test('with time to spare in the last part asks everybody what earlier ones left, within the bar', () => {
    const checks = [
      check('past', { due: 'earlier', source: 'standing' }),
      check('above', { due: 'earlier', source: 'standing', aboveBar: true }),
    ]
    const last = { checks, phase: 2, coreShown: 0.2 }
    expect(ranked({ ...last, clock: { spent: 8, budget: 38 } })).toEqual(['probe:past:deepen'])
    expect(ranked({ ...last, clock: { spent: 30, budget: 38 } })).toEqual([])
    expect(ranked({ ...last, clock: { spent: 8, budget: 25 } })).toEqual([])
    expect(ranked({ ...last, phase: 1, clock: { spent: 2, budget: 20 } })).toEqual([])
  })

  test('looks back on the whole in the last third, or once nothing else is left', () => {
    const corrected = check('corrected', { weight: 90, probes: [{ kind: 'reflection', ask: 'What would you change first?' }] })
    const at = { checks: [corrected, check('scope', { weight: 20 })], coreShown: 0.8 }
    expect(ranked({ ...at, clock: { elapsed: 20 } })).toEqual(['probe:scope:deepen'])
    expect(ranked({ ...at, clock: { elapsed: 30 } })).toEqual(['probe:corrected:reflection', 'probe:scope:deepen'])
    expect(ranked({ ...at, clock: { elapsed: 20 }, checks: [corrected] })).toEqual([])
    expect(ranked({ ...at, clock: { elapsed: 20 }, checks: [corrected], phase: 2 })).toEqual(['probe:corrected:reflection'])
    const story = { schedule: storySchedule, phase: 0, checks: [corrected] }
    expect(ranked({ ...story, clock: { elapsed: 1 } })).toEqual(['probe:corrected:reflection'])
  })

  test('helps on whoever has nothing to say, and nobody else', () => {
    const checks = [check('unknown', { probes: [{ kind: 'recover', ask: 'What is near it?' }] })]
    expect(ranked({ checks })).toEqual([])
    expect(ranked({ checks, stalled: 1 })).toEqual(['probe:unknown:recover'])
  })

  test('marks what is asked beyond the bar', () => {
    const at = standpoint({ checks: [shown, check('more', { aboveBar: true })], coreShown: 0.8 })
    expect(rankProbes(at)).toEqual([{ kind: 'probe', check: 'more', probe: 'deepen', aboveBar: true }])
  })

  test('begins where a guide begins while nothing has been told', () => {
    const checks = [
      check('event', { weight: 40 }),
      check('result', { weight: 50 }),
      check('manner', { source: 'standing', weight: 60 }),
    ]
    const at: Standpoint = standpoint({ checks })
    expect(rankProbes(at).map(moveId)).toEqual(['probe:event:deepen', 'probe:result:deepen', 'probe:manner:deepen'])
  })
})
