import { beforeAll, expect, test } from 'vitest'
import { checkConduct } from '#src/conduct/check-conduct.ts'
import type { Content } from '#src/content/content.ts'
import { type Guide, guideSchema, type KeyPoint } from '#src/domain/guide.ts'
import type { HeldContent, Interview } from '#src/domain/interview.ts'
import { factsOf } from '#src/domain/move.ts'
import type { Ended } from '#src/domain/rubric.ts'
import { planFor, scheduleOf } from '#src/domain/schedule.ts'
import type { Interviewer } from '#src/interviewer/interviewer.ts'
import { modelInterviewer } from '#src/interviewer/model-backed-interviewer.ts'
import { ruleBasedInterviewer } from '#src/interviewer/rule-based-interviewer.ts'
import { standOf } from '#src/interviewer/where-we-stand.ts'
import { speakingModel } from '../support/scripted-model.ts'
import { shippedContent } from '../support/shipped-content.ts'
import { designInterview, lexicon, manner, phrases, type Sitting, sitting } from './fixtures.ts'
import { interviewerPrompt } from './interviewer-prompt.ts'

/** Made up, so that what the bank says may change. */
const guide: Guide = guideSchema.parse({
  facts: [
    { id: 'errors', asked: ['errors | error rate'], fact: 'Two in ten requests fail.' },
    { id: 'memory', asked: ['memory'], fact: 'Memory is level at 300 megabytes.' },
    { id: 'traffic', asked: ['traffic'], fact: 'Traffic is as on every Monday.' },
  ],
  steps: [
    {
      id: 'restart',
      taken: ['@restarts + instance* | all'],
      notAfter: ['roll-back'],
      seen: 'For a minute none fails, then 17 in a hundred.',
      facts: { errors: 'Since the restart 17 in a hundred requests fail.' },
    },
    {
      id: 'roll-back',
      taken: ['@rolls-back'],
      seen: 'After six minutes the old release is there, and failures stop.',
      facts: { errors: 'No request has failed since the old release is back.', memory: 'Memory is level at 280 megabytes.' },
    },
    { id: 'drain', taken: ['drain* + queue'], onlyAfter: ['roll-back'], seen: 'The queue is empty after a minute.' },
  ],
})

const point = (id: string, ...probes: { ask: string; mootOnce?: Ended; afterwards?: string }[]): KeyPoint => ({
  id,
  criterion: 'triage',
  phase: 'triage',
  level: 'junior',
  weight: 'must',
  point: 'Says what it is about.',
  why: 'It is what matters here.',
  shows: ['quux'],
  probes: probes.map((probe) => ({ kind: 'specify', ...probe })),
})
/** The same, with a step that ends what users notice and one that ends the cause. */
const endingGuide: Guide = {
  ...guide,
  steps: guide.steps.map((step) => (step.id === 'restart' ? step : { ...step, ends: [step.id === 'drain' ? 'cause' : 'harm'] })),
  keyPoints: [
    point('of-harm', { ask: 'What do users lose?', mootOnce: 'harm' }),
    point('of-cause', { ask: 'What else could it be?', mootOnce: 'cause' }, { ask: 'How did it begin?' }),
  ],
}

let content: Content
let held: HeldContent
let interview: Interview
beforeAll(async () => {
  content = await shippedContent()
  const rubric = content.rubrics.get('incident')
  const plan = rubric && planFor(rubric, 35)
  if (rubric === undefined || plan === undefined) throw new Error('The bank has no incident of 35 minutes.')
  held = { rubric, questions: [{ id: 'made-up', guide, answers: [] }] }
  const text = 'You are on call for a shop, and one in five requests fails. Talk me through what you do.'
  interview = {
    ...designInterview,
    track: 'incident',
    mode: 'mock',
    minutes: 35,
    questions: [{ id: 'made-up', title: 'Made up', text, firstTurn: 1 }],
    schedule: scheduleOf(rubric, plan),
  }
})

/** In the triage, after an opening and a first look at the traffic. */
async function inTriage(interviewer: Interviewer = ruleBasedInterviewer(content), of: Guide = guide): Promise<Sitting> {
  const here = sitting({ interviewer, interview, content: { ...held, questions: [{ id: 'made-up', guide: of, answers: [] }] } })
  await here.hear('start')
  here.say('What does the traffic look like?')
  await here.hear()
  return here
}

const after = async (here: Sitting, said: string, minutes?: number) => {
  here.say(said, minutes)
  const { text, move } = await here.hear()
  return { text, told: factsOf(move) }
}

test('what is seen at a step is told at once, and once', async () => {
  const here = await inTriage()
  expect(await after(here, 'I roll back right away.')).toEqual({
    text: 'After six minutes the old release is there, and failures stop.',
    told: ['roll-back'],
  })
  expect((await after(here, 'Okay, so I roll back, as I said.')).told).toEqual([])
})

test('facts asked for after a step are those of the new state, also those that were told before', async () => {
  const here = await inTriage()
  expect((await after(here, 'What is the error rate, and what does the memory do?')).text).toBe(
    'Two in ten requests fail. Memory is level at 300 megabytes.',
  )
  await after(here, 'I restart all instances.')
  expect((await after(here, 'What is the error rate now?')).text).toBe('Since the restart 17 in a hundred requests fail.')
  await after(here, 'Then I roll back.')
  expect((await after(here, 'What is the error rate now?')).text).toBe('No request has failed since the old release is back.')
  expect((await after(here, 'And what does the memory do?')).text).toBe('Memory is level at 280 megabytes.')
})

test('"did it help" asks for what the last step has changed, one thing at a time, and then for nothing', async () => {
  const here = await inTriage()
  await after(here, 'I roll back right away.')
  const asked = ['Did that help?', 'Has it helped?', 'Did it help, I ask?']
  const told: string[][] = []
  for (const ask of asked) told.push((await after(here, ask)).told)
  expect(told).toEqual([['errors'], ['memory'], []])
})

test('a question that no entry was written for gets what a step changed, by two words of how it is asked for', async () => {
  const here = await inTriage()
  expect((await after(here, 'At what rate is there an error?')).told).toEqual([])
  await after(here, 'I roll back right away.')
  expect((await after(here, 'At what rate is there an error?')).told).toEqual(['errors'])
})

test('once a step was taken somebody asks what to tell people, unless they were told, and asks once', async () => {
  const raised = content.rubrics
    .get('incident')
    ?.criteria.flatMap(({ checks }) => checks)
    .find(({ raisedByStep }) => raisedByStep === true)?.probe?.ask
  const here = await inTriage()
  expect((await after(here, 'The failures are spread evenly, as far as I can see.')).text).not.toContain(raised)
  await after(here, 'I roll back right away.')
  expect((await after(here, 'That was the release, then.')).text).toContain(raised)
  expect((await after(here, 'No idea so far, we will see.')).text).not.toContain(raised)
  const other = await inTriage()
  await after(other, 'I roll back, and I tell support that failures stop within minutes and that the next update comes at three.')
  expect((await after(other, 'That was the release, then.')).text).not.toContain(raised)
})

test('who asks once more for what is as it was told hears that', async () => {
  const here = await inTriage()
  const again = await after(here, 'What does the traffic look like?')
  expect(again.told).toEqual([])
  expect(phrases['answer-unchanged']).toContain(again.text)
  expect(phrases['answer-unseen']).toContain((await after(here, 'What is on the shelf?')).text)
})

test('of things that are named the one is told that speaks of them, and what was seen at the step is told again', async () => {
  const here = await inTriage()
  await after(here, 'I restart all instances.')
  expect((await after(here, 'Did anything get better after that minute?')).told).toEqual(['restart'])
  expect((await after(here, 'I tell support that things work again.')).told).toEqual([])
})

test('two steps of which the first opens the second are both told', async () => {
  const here = await inTriage()
  const { text, told } = await after(here, 'I roll back and then I drain the queue.')
  expect([text, told]).toEqual([
    'After six minutes the old release is there, and failures stop. The queue is empty after a minute.',
    ['roll-back', 'drain'],
  ])
})

test('a question that a step has made moot is asked no more, in either of the two it may end', async () => {
  const probesAfter = async (...said: string[]) => {
    const here = await inTriage(ruleBasedInterviewer(content), endingGuide)
    for (const one of said) await after(here, one)
    return standOf(here.request(), content).at.checks.flatMap(({ id, probes }) =>
      id.startsWith('of-') ? probes.map(({ ask }) => ask) : [],
    )
  }
  expect(await probesAfter('I restart all instances.')).toEqual([
    'What do users lose?',
    'What else could it be?',
    'How did it begin?',
  ])
  expect(await probesAfter('I roll back right away.')).toEqual(['What else could it be?', 'How did it begin?'])
  expect(await probesAfter('I roll back right away.', 'Now I drain the queue.')).toEqual(['How did it begin?'])
})

test('what is over is looked back on: after a step that ended it, and in the look back whatever was mended', async () => {
  const lookingBack = {
    ...endingGuide,
    keyPoints: [
      point('of-cause', { ask: 'What else could it be?', mootOnce: 'cause', afterwards: 'What else could it have been?' }),
    ],
  }
  const asks = async (...said: [said: string, minutes?: number][]) => {
    const here = await inTriage(ruleBasedInterviewer(content), lookingBack)
    for (const [one, minutes] of said) await after(here, one, minutes)
    return standOf(here.request(), content)
      .at.checks.find(({ id }) => id === 'of-cause')
      ?.probes.map(({ ask }) => ask)
  }
  expect(await asks(['I restart all instances.'])).toEqual(['What else could it be?'])
  expect(await asks(['I roll back right away.'], ['Now I drain the queue.'])).toEqual(['What else could it have been?'])
  expect(
    await asks(['I have seen enough here.', 12], ['I have seen enough here.', 25], ['I have seen enough here.', 31]),
  ).toEqual(['What else could it have been?'])
})

test('beside a step, what it changes is not told as it was before', async () => {
  const here = await inTriage()
  expect((await after(here, 'I restart all instances. What is the error rate? And the memory?')).told).toEqual([
    'restart',
    'memory',
  ])
})

test('a step after which another changes nothing closes it, in one turn too', async () => {
  const here = await inTriage()
  expect((await after(here, 'I roll back and restart all instances.')).told).toEqual(['roll-back'])
  expect((await after(here, 'I restart all instances.')).told).toEqual([])
})

test('a step that is taken when the part is over is told before the next part begins', async () => {
  const here = await inTriage()
  const { text, told } = await after(here, 'I roll back.', 12)
  expect(told).toEqual(['roll-back'])
  expect(text).toMatch(/^After six minutes the old release is there, and failures stop\. .*(?:cause|find out)/)
  expect(here.turns.at(-1)?.move?.kind).toBe('next-phase')
})

test('in the look back nothing is done any more', async () => {
  const here = await inTriage()
  for (const minutes of [12, 25]) await after(here, 'I have seen enough here.', minutes)
  expect(interview.schedule[here.turns.at(-1)?.phase ?? 0]?.phase).not.toBe('triage')
  expect((await after(here, 'I roll back.')).told).toEqual([])
})

test('the state is that of the stored turns alone, and no step settles anything', async () => {
  const here = await inTriage()
  const shown = () => standOf(here.request(), { lexicon, phrases }).at.checks.filter((check) => check.shown !== 'none')
  await after(here, 'I roll back.')
  here.say('Okay.')
  const read = structuredClone(here.turns)
  const stand = standOf({ ...here.request(), turns: read }, { lexicon, phrases })
  expect(stand.guide.facts.find(({ id }) => id === 'errors')?.fact).toBe('No request has failed since the old release is back.')
  expect(shown().filter(({ source }) => source === 'key-point')).toEqual([])
})

test('a model is told the steps, and the facts as they stand after one that it told', async () => {
  const model = speakingModel(
    '{"move": "open", "words": "Hello. You are on call for a shop, and one in five requests fails."}',
    '{"move": "next-phase:1+traffic", "words": "Traffic is as on every Monday. Go on; about 6 minutes for this part."}',
    '{"move": "answer:restart", "words": "For a minute none fails, then 17 in a hundred."}',
    '{"move": "answer:errors", "words": "Since the restart 17 in a hundred fail."}',
  )
  const here = await inTriage(modelInterviewer({ model, prompt: interviewerPrompt, manner, lexicon, phrases }))
  const promptOf = () => model.calls.at(-1)?.messages[1]?.content ?? ''
  expect(await after(here, 'Give all of them a fresh start, please.')).toEqual({
    text: 'For a minute none fails, then 17 in a hundred.',
    told: ['restart'],
  })
  expect(promptOf()).toContain('restart: For a minute none fails, then 17 in a hundred.\n- roll-back: After six minutes')
  expect((await after(here, 'And the error rate?')).told).toEqual(['errors'])
  expect(promptOf()).toContain('errors: Since the restart 17 in a hundred requests fail.')
  expect(promptOf()).not.toMatch(/Two in ten requests fail|restart: For a minute/)
})

test.each([
  'Could we roll back?',
  'I do not roll back, I first look at the logs.',
  'I keep the rollback for later and read the logs first.',
  'If the logs say so we roll back. Show me the logs.',
])('a model that tells a step that nobody took is not heard: %s', async (said) => {
  const model = speakingModel(
    '{"move": "open", "words": "Hello. You are on call for a shop, and one in five requests fails."}',
    '{"move": "next-phase:1+traffic", "words": "Traffic is as on every Monday. Go on; about 6 minutes for this part."}',
    '{"move": "answer:roll-back", "words": "After six minutes the old release is there, and failures stop."}',
    '{"move": "answer:assume", "words": "That is yours to decide."}',
  )
  const here = await inTriage(modelInterviewer({ model, prompt: interviewerPrompt, manner, lexicon, phrases }))
  const { text, told } = await after(here, said)
  expect(told).toEqual([])
  expect(text).not.toContain('the old release is there')
})

test('conduct: figures after a step are the truth then, and what is seen at one that nobody took may not be told', async () => {
  const here = await inTriage()
  await after(here, 'I restart all instances.')
  await after(here, 'What is the error rate now?')
  const conductOf = (turns: Sitting['turns']) =>
    checkConduct(
      {
        turns: turns.map((turn) => ({ ...turn, phase: null })),
        questions: interview.questions.map(({ text, firstTurn }) => ({ text, firstTurn, guide })),
        rubric: held.rubric,
        isEnglish: true,
        mode: 'mock',
        minutes: 35,
        schedule: interview.schedule,
        isOver: false,
      },
      { lexicon, phrases },
    ).breaches.map(({ rule, turn }) => `${turn}: ${rule}`)
  expect(conductOf(here.turns)).toEqual([])
  const told = here.turns.map((turn) =>
    turn.turn === 7
      ? {
          ...turn,
          text: 'After six minutes the old release is there, and failures stop. What next?',
          move: { kind: 'listen' as const },
        }
      : turn,
  )
  expect(conductOf(told)).toEqual(['7: given-away'])
})

test('who looks back past a step is told how things stood then, and that it was then', async () => {
  const here = await inTriage()
  await after(here, 'I restart all instances.')
  await after(here, 'Then I roll back.')
  expect(await after(here, 'What was the error rate before the rollback?')).toEqual({
    text: 'Before that step: Since the restart 17 in a hundred requests fail.',
    told: ['errors-before-roll-back'],
  })
  expect((await after(here, 'And before the restart?')).text).toBe('Before anything was done: Two in ten requests fail.')
  expect((await after(here, 'What is the error rate now?')).text).toBe('No request has failed since the old release is back.')
  expect((await after(here, 'What was the memory at 14:05, before the restart?')).text).toBe(
    'Before anything was done: Memory is level at 300 megabytes.',
  )
})

test('a look back past a step that nobody took, or at what no step changed, gets what is so', async () => {
  const here = await inTriage()
  await after(here, 'I restart all instances.')
  expect((await after(here, 'What was the memory before the restart?')).text).toBe('Memory is level at 300 megabytes.')
  expect((await after(here, 'What was the error rate before a rollback?')).text).toBe(
    'Since the restart 17 in a hundred requests fail.',
  )
})

test.each([
  ['What is the error rate now? What was the error rate before the restart?', 'both'],
  ['What is the error rate now? And what was it before the restart?', 'both'],
  ['Errors had gone up before the restart, so what is the error rate?', 'now'],
  ['What was the error rate before the restart?', 'then'],
])('"%s" asks for %s', async (text, times) => {
  const here = await inTriage()
  await after(here, 'I restart all instances.')
  const then = 'Before anything was done: Two in ten requests fail.'
  const now = 'Since the restart 17 in a hundred requests fail.'
  expect((await after(here, text)).text).toBe({ both: `${then} ${now}`, now, then }[times])
})

test('who looks back at what was told and no step has changed hears it again', async () => {
  const here = await inTriage()
  await after(here, 'What about the traffic?')
  await after(here, 'I restart all instances.')
  expect((await after(here, 'What was the traffic like at the start?')).text).toBe('Traffic is as on every Monday.')
  expect((await after(here, 'And before the restart?')).text).toBe('Traffic is as on every Monday.')
})

test('a model is told how things stood for who looks back, and for nobody else', async () => {
  const model = speakingModel(
    '{"move": "open", "words": "Hello. You are on call for a shop, and one in five requests fails."}',
    '{"move": "next-phase:1+traffic", "words": "Traffic is as on every Monday. Go on; about 6 minutes for this part."}',
    '{"move": "answer:roll-back", "words": "After six minutes the old release is there, and failures stop."}',
    '{"move": "answer:errors-at-first", "words": "Before the rollback two in ten requests failed."}',
    '{"move": "answer:errors", "words": "No request has failed since the old release is back."}',
  )
  const here = await inTriage(modelInterviewer({ model, prompt: interviewerPrompt, manner, lexicon, phrases }))
  const promptOf = () => model.calls.at(-1)?.messages[1]?.content ?? ''
  await after(here, 'I roll back right away.')
  expect(await after(here, 'What was the error rate before the rollback?')).toEqual({
    text: 'Before the rollback two in ten requests failed.',
    told: ['errors-at-first'],
  })
  expect(promptOf()).toContain('errors-at-first: Two in ten requests fail.')
  await after(here, 'And the error rate now?')
  expect(promptOf()).not.toContain('Two in ten requests fail.')
})

test('of more steps than are told at once the rest is asked for one by one', async () => {
  const wordy = `${'word '.repeat(35)}.`
  const steps = guide.steps.map((step) => ({ ...step, seen: wordy, notAfter: undefined }))
  const here = await inTriage(ruleBasedInterviewer(content), { ...guide, steps })
  const { text, told } = await after(here, 'I restart all instances and roll back.')
  expect(told).toEqual(['restart'])
  expect(phrases['step-rest']?.some((words) => text.endsWith(words))).toBe(true)
})
