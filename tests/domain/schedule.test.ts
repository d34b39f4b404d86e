import { readFileSync } from 'node:fs'
import { load } from 'js-yaml'
import { expect, test } from 'vitest'
import { type Rubric, rubricSchema } from '#src/domain/rubric.ts'
import { offeredPlans, planFor, plannedMinutes, scheduleOf, withWriting } from '#src/domain/schedule.ts'

const rubricOf = (track: string): Rubric => rubricSchema.parse(load(readFileSync(`rubrics/${track}/track.yaml`, 'utf8')))

function scheduleFor(track: string, minutes: number) {
  const rubric = rubricOf(track)
  const plan = planFor(rubric, minutes)
  if (plan === undefined) throw new Error(`${track} has no plan of ${minutes} minutes`)
  return scheduleOf(rubric, plan)
}

test('takes the phases of a plan without repetition in order', () => {
  expect(scheduleFor('system-design', 35)).toEqual([
    { phase: 'intro', title: 'Introduction', role: 'intro', minutes: 1, question: 0 },
    { phase: 'requirements', title: 'Requirements', role: 'work', minutes: 5, question: 0 },
    { phase: 'data', title: 'Entities and API', role: 'work', minutes: 4, question: 0 },
    { phase: 'high-level', title: 'High-level design', role: 'work', minutes: 9, question: 0 },
    { phase: 'deep-dives', title: 'Deep dives', role: 'work', minutes: 12, question: 0 },
    { phase: 'wrap-up', title: 'Wrap-up', role: 'wrap-up', minutes: 4, question: 0 },
  ])
})

test('goes through the repeated phases once per question; what comes before is the first question, what comes after the last', () => {
  const story = (question: number) => ({ phase: 'story', title: 'Story', role: 'work', minutes: 7.5, question })
  expect(scheduleFor('behavioral', 45)).toEqual([
    { phase: 'intro', title: 'Introduction', role: 'intro', minutes: 2.5, question: 0 },
    story(0),
    story(1),
    story(2),
    story(3),
    story(4),
    { phase: 'wrap-up', title: 'Wrap-up', role: 'wrap-up', minutes: 5, question: 4 },
  ])
})

test('repeats a run of several phases as a whole', () => {
  const rubric = rubricOf('behavioral')
  const plan = {
    minutes: 20,
    questions: 2,
    phases: [
      { phase: 'intro', minutes: 4, each: true },
      { phase: 'story', minutes: 6, each: true },
    ],
  }
  expect(scheduleOf(rubric, plan).map(({ phase, question }) => `${phase} ${question}`)).toEqual([
    'intro 0',
    'story 0',
    'intro 1',
    'story 1',
  ])
  expect(plannedMinutes(plan)).toBe(20)
})

test('refuses a plan with a phase that the track lacks', () => {
  const plan = { minutes: 5, questions: 1, phases: [{ phase: 'encore', minutes: 5 }] }
  expect(() => scheduleOf(rubricOf('sql'), plan)).toThrow('track sql: its 5-minute plan names the phase "encore", which it lacks')
})

test('has no plan for a length that is not offered', () => {
  expect(planFor(rubricOf('sql'), 41)).toBe(undefined)
})

test('offers the plans that the bank has questions for', () => {
  const lengths = (questions: number) => offeredPlans(rubricOf('behavioral'), questions).map((plan) => plan.minutes)
  expect([0, 1, 2, 3, 5].map(lengths)).toEqual([[], [5], [5], [5, 15], [5, 15, 45]])
})

test.each([
  ['coding', ['code', 'testing', 'extension']],
  ['sql', ['modelling', 'queries', 'performance']],
  ['system-design', []],
])('says of %s in which phases a candidate writes', (track, expected) => {
  const writing = scheduleFor(track, track === 'system-design' ? 35 : 40).filter(({ writes }) => writes === true)
  expect(writing.map(({ phase }) => phase)).toEqual(expected)
})

test('a schedule from before phases said so gets it from the rubric, one that says so itself stays as it is', () => {
  const today = scheduleFor('coding', 40)
  const before = today.map(({ writes, ...phase }) => phase)
  expect(withWriting(before, rubricOf('coding'))).toEqual(today)
  expect(withWriting(before, undefined)).toEqual(before)
  const own = before.map((phase) => (phase.phase === 'testing' ? { ...phase, writes: true as const } : phase))
  expect(withWriting(own, rubricOf('coding'))).toEqual(own)
})
