import { beforeAll, describe, expect, test } from 'vitest'
import type { Content } from '#src/content/content.ts'
import { holdContent } from '#src/content/hold-content.ts'
import type { Interview } from '#src/domain/interview.ts'
import { scheduleOf } from '#src/domain/schedule.ts'
import type { TrackId } from '#src/domain/track.ts'
import { partsHeaded, partWanted } from '#src/interviewer/part-wanted.ts'
import { ruleBasedInterviewer } from '#src/interviewer/rule-based-interviewer.ts'
import { shippedContent } from '../support/shipped-content.ts'
import { designInterview, lexicon, phrases, sitting } from './fixtures.ts'

let content: Content
beforeAll(async () => {
  content = await shippedContent()
})

const rubricOf = (track: TrackId) => {
  const rubric = content.rubrics.get(track)
  if (rubric === undefined) throw new Error(`no track ${track}`)
  return rubric
}

describe('the part that a sentence wants to go to', () => {
  test.each<[string, TrackId, string | null]>([
    ["I'm at the repair now.", 'incident', 'mitigation'],
    ['mitigation then', 'incident', 'mitigation'],
    ['Now the root cause.', 'incident', 'diagnosis'],
    ['On to the post-mortem!', 'incident', 'post-mortem'],
    ['on to testing', 'coding', 'testing'],
    ['Ok, time for the code', 'coding', 'code'],
    ['next the data model', 'system-design', 'data'],
    ["Let's do the high-level design next.", 'system-design', 'high-level'],
    ['And then the deep dives.', 'system-design', 'deep-dives'],
    ['Can we go on to the API?', 'system-design', 'data'],
    ['ok, moving on to the queries', 'sql', 'queries'],
    ['Then concurrency.', 'sql', 'performance'],
    ["I'd like to move to mitigation first and then look for the cause.", 'incident', 'mitigation'],
    ["Let's go on to write the code.", 'coding', 'code'],
    ['I want to go on to the next part, the data model.', 'system-design', 'data'],
  ])('"%s" on %s: %s', (sentence, track, part) => {
    expect(partWanted(sentence, { rubric: rubricOf(track), lexicon, phrases })).toBe(part)
  })

  test.each<[string, TrackId]>([
    ['Then the fix goes out to all regions.', 'incident'],
    ['The next thing I look at is the cause of the errors.', 'incident'],
    ['A mitigation.', 'incident'],
    ['Then I write the code for the loop.', 'coding'],
    ['Now the tests pass.', 'coding'],
    ['First the data model, then the high-level design.', 'system-design'],
    ['Then performance suffers.', 'sql'],
    ['Not the queries now.', 'sql'],
    ['Before I go to the data model I want to ask about scale.', 'system-design'],
    ['I want to move to the schema later.', 'system-design'],
    ['Let me go on to review the logs.', 'incident'],
    ['I would like to go on to look back at the traffic graphs.', 'incident'],
    ['Could we go on to that after the code?', 'coding'],
  ])('none in "%s" on %s', (sentence, track) => {
    expect(partWanted(sentence, { rubric: rubricOf(track), lexicon, phrases })).toBeNull()
  })
})

describe('the parts under whose names a text says something', () => {
  test.each<[string, TrackId, string[]]>([
    ['API: POST /links {url} -> 201 {code}.', 'system-design', ['data']],
    ['Ok. Data model: a row for each link. High level: client -> API -> store.', 'system-design', ['data', 'high-level']],
    ['- schema (first cut): one table', 'system-design', ['data']],
    ['## Test cases: empty, one, many', 'coding', ['testing']],
    ['Fix: roll the release back.', 'incident', ['mitigation']],
  ])('"%s" on %s: %j', (text, track, parts) => {
    expect(partsHeaded(text, rubricOf(track))).toEqual(parts)
  })

  test.each<[string, TrackId]>([
    ['The API takes a url: POST /links.', 'system-design'],
    ['Functional: shorten, redirect. Non functional: 99.9 % of the time.', 'system-design'],
    ['The design goal: nothing is lost.', 'system-design'],
    ['POST /schema:validate checks it.', 'system-design'],
    ['I call it like this: code first, words after.', 'coding'],
  ])('none in "%s" on %s', (text, track) => {
    expect(partsHeaded(text, rubricOf(track))).toEqual([])
  })
})

/** A senior design of forty-five minutes. */
function design() {
  const question = content.questions.find(({ track, framework }) => track === 'system-design' && framework === undefined)
  if (question === undefined) throw new Error('the bank has no design')
  const rubric = rubricOf('system-design')
  const plan = rubric.plans.find(({ minutes }) => minutes === 45)
  if (plan === undefined) throw new Error('no plan of 45 minutes')
  const interview: Interview = {
    ...designInterview,
    minutes: 45,
    questions: [{ id: question.id, title: question.title, text: question.opening, firstTurn: null }],
    schedule: scheduleOf(rubric, plan),
  }
  const here = sitting({ interviewer: ruleBasedInterviewer(content), interview, content: holdContent(content, [question]) })
  const say = async (text: string) => {
    here.say(text)
    const { move } = await here.hear()
    return move.kind === 'next-phase' ? interview.schedule[move.phase]?.phase : move.kind
  }
  return { here, say }
}

const goals = 'It must be available all day, and what somebody reads may be one minute late at the most.'

describe('the interviewer goes to the part that is named', () => {
  test('past the one that comes next, once what the part at hand began with was answered', async () => {
    const { here, say } = design()
    await here.hear('start')
    expect(await say("I'd begin with what it must be good at.")).toBe('requirements')
    expect(await say(goals)).toBe('probe')
    expect(await say('Next the high-level design.')).toBe('high-level')
  })

  test('where the first words turn to it and the others begin it', async () => {
    const { here, say } = design()
    await here.hear('start')
    await say("I'd begin with what it must be good at.")
    await say(goals)
    expect(await say('On to the data model. There is one row for each report, with a key of its own.')).toBe('data')
  })

  test('which heads what is said, and past no part that nothing was said of', async () => {
    const { here, say } = design()
    await here.hear('start')
    await say("I'd begin with what it must be good at.")
    await say(goals)
    expect(await say('High level: one service writes to a store and another reads from it.')).toBe('probe')
    expect(await say('API: POST /reports with the text, which answers with an id.')).toBe('data')
    expect(await say('High level: one service writes to a store and another reads from it.')).toBe('high-level')
  })

  test('the last of several, one behind the other', async () => {
    const { here, say } = design()
    await here.hear('start')
    await say("I'd begin with what it must be good at.")
    await say(goals)
    const both =
      'Entities: a report with an id and a place.\nHigh level: one service writes to a store and another reads from it.'
    expect(await say(both)).toBe('high-level')
  })

  test('not before anything was answered, and never back', async () => {
    const { here, say } = design()
    await here.hear('start')
    await say("I'd begin with what it must be good at.")
    expect(await say('Next the high-level design.')).toBe('probe')
    await say(goals)
    expect(await say('Next the data model.')).toBe('data')
    await say('A row for each report.')
    expect(await say("Let's go back to the requirements.")).not.toBe('requirements')
    expect(here.turns.at(-1)?.phase).toBe(2)
  })
})
