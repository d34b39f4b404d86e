import { expect, test } from 'vitest'
import { checkQuestion } from '#src/content/check-question.ts'
import { guideSchema, type Question } from '#src/domain/guide.ts'
import { shippedLexicon, shippedQuestion, shippedRubric } from '../support/content-files.ts'

type Fault = [path: string, expected: string]

function faultsOf(question: Question, { inFull }: { inFull: boolean }): Fault[] {
  const faults: Fault[] = []
  const report = (path: string, expected: string) => faults.push([path, expected])
  const all = { question: report, guide: report, answers: report }
  checkQuestion(question, { rubric: shippedRubric(question.track), inFull, topics: undefined, lexicon: undefined, ...all })
  return faults
}

const depthFaults = (question: Question): string[] =>
  faultsOf(question, { inFull: true }).flatMap(([path, expected]) =>
    path === 'keyPoints' && expected.includes('at the least, not') ? [expected] : [],
  )

const withPoints = (question: Question, count: number): Question => ({
  ...question,
  guide: { ...question.guide, keyPoints: question.guide.keyPoints.slice(0, count) },
})

test('asks for six key points, but for a concept', () => {
  const design = shippedQuestion('system-design', 'url-shortener')
  const concept = shippedQuestion('concepts', 'idempotency')

  expect(depthFaults(withPoints(design, 6))).toEqual([])
  expect(depthFaults(withPoints(design, 5))).toEqual(['6 key points at the least, not 5'])
  expect(depthFaults(withPoints(concept, 5))).toEqual([])
})

function stepFaults(question: Question, steps: unknown[], at = 'steps'): string[] {
  const faults: string[] = []
  const none = () => {}
  const guide = guideSchema.parse({ ...question.guide, steps })
  checkQuestion(
    { ...question, guide },
    {
      rubric: shippedRubric(question.track),
      inFull: false,
      topics: undefined,
      lexicon: shippedLexicon(),
      question: none,
      guide: (path, expected) => path.startsWith(at) && faults.push(`${path}: ${expected}`),
      answers: none,
    },
  )
  return faults
}

test('tells the author of a step which id, word or length is wrong', () => {
  const incident = shippedQuestion('incident', 'memory-leak')
  const step = { id: 'drain', taken: ['drain* + instance'], seen: 'One instance gets no requests any more.' }

  expect(stepFaults(incident, [step, { ...step, id: 'refill', onlyAfter: ['drain'], facts: { impact: 'None.' } }])).toEqual([])
  expect(
    stepFaults(incident, [
      { ...step, taken: ['@drains + instance'], seen: 'Great answer, what do you do now?' },
      { ...step, notAfter: ['drain', 'drained'], onlyAfter: ['drain'], facts: { impacts: `${'word '.repeat(41)}.` } },
      { ...step, id: 'impact' },
    ]),
  ).toEqual([
    'steps[0].taken[0]: a cue list of rubrics/lexicon.yaml; "@drains" is none',
    'steps[1].id: an id of its own; "drain" is there twice',
    'steps[0].seen: what is seen, and no question',
    'steps[0].seen: neutral words; "Great" praises or grades',
    'steps[1].onlyAfter[0]: another step of this guide, not "drain"',
    'steps[1].notAfter[0]: another step of this guide, not "drain"',
    'steps[1].notAfter[0]: a step that is not in `onlyAfter` as well, not "drain"',
    'steps[1].notAfter[1]: another step of this guide, not "drained"',
    'steps[1].facts.impacts: a fact of this guide, not "impacts"',
    'steps[1].facts.impacts: at most 40 words, not 41',
    'steps[2].id: an id that no fact of this guide has, not "impact"',
  ])
})

test('a step comes after one of several', () => {
  const incident = shippedQuestion('incident', 'memory-leak')
  const step = { id: 'drain', taken: ['drain* + instance'], seen: 'One instance gets no requests any more.' }
  const [a, b] = [step, { ...step, id: 'stop' }]
  expect(stepFaults(incident, [a, b, { ...step, id: 'refill', onlyAfterOneOf: ['drain', 'stop'] }])).toEqual([])
  expect(stepFaults(incident, [a, b, { ...step, id: 'refill', onlyAfterOneOf: ['drain', 'refill'] }])).toEqual([
    'steps[2].onlyAfterOneOf[1]: another step of this guide, not "refill"',
  ])
  const never = { ...step, id: 'refill', onlyAfterOneOf: ['drain', 'stop'], notAfter: ['drain', 'stop'] }
  expect(stepFaults(incident, [a, b, never])).toEqual([
    'steps[2].notAfter[0]: a step that is not in `onlyAfterOneOf` as well, not "drain"',
    'steps[2].notAfter[1]: a step that is not in `onlyAfterOneOf` as well, not "stop"',
  ])
})

test('a changed requirement names steps of its guide', () => {
  const incident = shippedQuestion('incident', 'memory-leak')
  const changes = incident.guide.changedRequirements.map((change) => ({ ...change, notAfter: ['no-step'] }))
  const faulty = { ...incident, guide: { ...incident.guide, changedRequirements: changes.slice(0, 1) } }
  expect(stepFaults(faulty, [], 'changedRequirements')).toEqual([
    'changedRequirements[0].notAfter[0]: a step of this guide, not "no-step"',
  ])
})

test('each changed requirement of the bank ends in a question of its own', () => {
  const design = shippedQuestion('system-design', 'url-shortener')
  const [change] = design.guide.changedRequirements
  const faultsOfSaid = (says: string[], inFull = true) => {
    const changedRequirements = change === undefined ? [] : says.map((say, at) => ({ ...change, id: `change-${at}`, say }))
    return faultsOf({ ...design, guide: { ...design.guide, changedRequirements } }, { inFull })
  }
  const repeated = [
    'It is private now. What do you change?',
    'Ten times as many come: what holds?',
    'A new rule.  What do you change?',
  ]

  expect(faultsOfSaid(repeated)).toEqual([
    ['changedRequirements[2].say', 'a last question of its own; "What do you change?" is there twice'],
  ])
  expect(faultsOfSaid(repeated.slice(0, 2))).toEqual([])
  expect(faultsOfSaid(repeated, false)).toEqual([])
})

test('steps are for tracks in which a running system is looked at', () => {
  const design = shippedQuestion('system-design', 'url-shortener')
  expect(stepFaults(design, [{ id: 'drain', taken: ['drain*'], seen: 'It is drained.' }])).toEqual([
    'steps: none, since in the track "system-design" no running system is looked at (`observed` in its track.yaml)',
  ])
})

test.each([
  ['What does a mutex do, and when do you need one?', 'one question at a time; "and when" joins a second one'],
  ['A colleague adds a mutex. What does it do? What does it cost?', 'one question at a time, not 2 question marks'],
  [`${'word '.repeat(70)}what?`, 'at most 70 words, not 71'],
])('an opening of the bank asks one question; one that somebody adds may ask what it likes: %s', (opening, expected) => {
  const asked = { ...shippedQuestion('concepts', 'mutexes'), opening }

  expect(faultsOf(asked, { inFull: true })).toEqual([['opening', expected]])
  expect(faultsOf(asked, { inFull: false })).toEqual([])
})

test('an opening may set a task in several sentences, or ask for a story without a question', () => {
  const mutexes = shippedQuestion('concepts', 'mutexes')
  const openings = [
    'Two threads book seats. Show me what goes wrong, and how you would mend it. What do you do first?',
    'Tell me about a time when a lock cost you a night.',
  ]

  expect(openings.flatMap((opening) => faultsOf({ ...mutexes, opening }, { inFull: true }))).toEqual([])
})

test('a planned question of the bank takes nothing for given that its question does not name', () => {
  const design = shippedQuestion('system-design', 'url-shortener')
  const [point] = design.guide.keyPoints
  const faultsOfAsk = (over: Partial<NonNullable<typeof point>['probes'][number]>, beyond?: string) => {
    const probes = [{ kind: 'failure', ask: 'The queue is full. What happens?', ...over } as const]
    const further = beyond === undefined ? {} : { beyond: { kind: 'failure' as const, ask: beyond } }
    const keyPoints = point === undefined ? [] : [{ ...point, probes, ...further }]
    const faults: string[] = []
    const none = () => {}
    checkQuestion(
      { ...design, guide: { ...design.guide, keyPoints } },
      {
        rubric: shippedRubric(design.track),
        inFull: true,
        topics: undefined,
        lexicon: shippedLexicon(),
        question: none,
        guide: (path, expected) => /probes|beyond/.test(path) && faults.push(`${path}: ${expected}`),
        answers: none,
      },
    )
    return faults
  }

  expect(faultsOfAsk({})).toEqual([
    'keyPoints[0].probes[0].ask: nothing taken for given that the question does not name: "queue*"',
  ])
  expect(faultsOfAsk({ when: ['queue* | kafka'] })).toEqual([])
  expect(faultsOfAsk({ ask: 'A queue is full. What happens?' })).toEqual([])
  expect(faultsOfAsk({ ask: 'A queue is full. What happens?' }, 'The queue is lost. Who notices?')).toEqual([
    'keyPoints[0].beyond.ask: nothing taken for given that the question does not name: "queue*"',
  ])
})

test('tells the author of a question that looks back on nothing', () => {
  const incident = shippedQuestion('incident', 'memory-leak')
  const probe = { kind: 'specify' as const, ask: 'What fills the memory?', afterwards: 'What filled the memory?' }
  const faultsWith = (over: Partial<typeof probe> & { mootOnce?: 'cause' }) => {
    const [point, ...others] = incident.guide.keyPoints
    const keyPoints = point === undefined ? [] : [{ ...point, probes: [{ ...probe, ...over }] }, ...others]
    return faultsOf({ ...incident, guide: { ...incident.guide, keyPoints } }, { inFull: false }).flatMap(([path]) =>
      path.startsWith('keyPoints[0].probes') ? [path] : [],
    )
  }
  expect(faultsWith({ mootOnce: 'cause' })).toEqual([])
  expect(faultsWith({})).toEqual(['keyPoints[0].probes[0].afterwards'])
  expect(faultsWith({ mootOnce: 'cause', afterwards: `What ${'really '.repeat(20)}filled it?` })).toEqual([
    'keyPoints[0].probes[0].afterwards',
  ])
})
