import { expect, test } from 'vitest'
import { countWords } from '#src/content/check-wording.ts'
import { lintContent } from '#src/content/load-content.ts'
import { plannedMinutes } from '#src/domain/schedule.ts'
import { trackIds } from '#src/domain/track.ts'
import { recogniseFacts } from '#src/evidence/recognise-facts.ts'
import { shippedContent } from '../support/shipped-content.ts'

test('the content that ships has no faults', async () => {
  expect(await lintContent('.')).toEqual([])
})

test('the six tracks have the criteria, weights and must-haves of the rubric', async () => {
  const { rubrics } = await shippedContent()
  const shape = trackIds.map((id) => [
    id,
    rubrics.get(id)?.criteria.map(({ id, weight, must }) => `${id} ${weight}${must ? ' must' : ''}`),
  ])

  expect(Object.fromEntries(shape)).toEqual({
    'system-design': ['framing 20 must', 'core-design 25 must', 'depth 25', 'reliability 15', 'judgement 15'],
    behavioral: ['context 15', 'actions 30 must', 'judgement 20', 'result 20 must', 'reflection 15'],
    concepts: ['correctness 35 must', 'completeness 20', 'depth 20', 'application 15 must', 'clarity 10'],
    sql: ['modelling 25 must', 'query 25 must', 'performance 20', 'integrity 15', 'reasoning 15'],
    coding: ['understanding 15', 'approach 30 must', 'code 25 must', 'verification 20', 'communication 10'],
    incident: ['triage 20 must', 'diagnosis 30 must', 'signals 15', 'mitigation 20', 'prevention 15'],
  })
})

test('every track has the plans that are offered, and leaves three minutes or more for the candidate in half an hour and above', async () => {
  const { rubrics } = await shippedContent()
  const plans = trackIds.map((id) => [
    id,
    rubrics.get(id)?.plans.map((plan) => ({ minutes: plannedMinutes(plan), questions: plan.questions })),
  ])
  const closings = [...rubrics.values()].flatMap((rubric) =>
    rubric.plans
      .filter((plan) => plan.minutes >= 30)
      .map((plan) => plan.phases.find((phase) => phase.phase === 'wrap-up')?.minutes ?? 0),
  )

  expect(Object.fromEntries(plans)).toEqual({
    'system-design': [
      { minutes: 45, questions: 1 },
      { minutes: 35, questions: 1 },
    ],
    behavioral: [
      { minutes: 5, questions: 1 },
      { minutes: 15, questions: 3 },
      { minutes: 45, questions: 5 },
    ],
    concepts: [
      { minutes: 5, questions: 1 },
      { minutes: 15, questions: 3 },
      { minutes: 30, questions: 7 },
    ],
    sql: [{ minutes: 40, questions: 1 }],
    coding: [{ minutes: 40, questions: 1 }],
    incident: [{ minutes: 35, questions: 1 }],
  })
  expect(closings.filter((minutes) => minutes < 3 || minutes > 5)).toEqual([])
})

test('every criterion has five standing checks or more, two of them for rating 3, and each comes with a drill', async () => {
  const { rubrics } = await shippedContent()
  const thin = [...rubrics.values()].flatMap((rubric) =>
    rubric.criteria
      .filter(
        ({ checks }) =>
          checks.length < 5 ||
          checks.filter((check) => check.rating === 3).length < 2 ||
          checks.some((check) => check.drill === undefined),
      )
      .map((criterion) => `${rubric.id} ${criterion.id}`),
  )
  expect(thin).toEqual([])
})

test('standing probes ask one open question in 25 words or fewer', async () => {
  const { rubrics } = await shippedContent()
  const probes = [...rubrics.values()].flatMap((rubric) =>
    rubric.criteria.flatMap((criterion) =>
      criterion.checks.flatMap((check) => (check.probe === undefined ? [] : [check.probe.ask])),
    ),
  )
  expect(probes.length).toBeGreaterThan(150)
  expect(probes.filter((ask) => !ask.endsWith('?') || countWords(ask) > 25)).toEqual([])
})

test('in every incident since when it is and what changed are facts that can be had', async () => {
  const { questions, lexicon } = await shippedContent()
  const incidents = questions.filter(({ track }) => track === 'incident')
  const silent = (ask: string) =>
    incidents.filter(({ guide }) => recogniseFacts(ask, guide.facts, lexicon).length === 0).map(({ id }) => id)
  expect(incidents.length).toBeGreaterThan(0)
  expect(silent('Since when?')).toEqual([])
  expect(silent('What changed?')).toEqual([])
})
