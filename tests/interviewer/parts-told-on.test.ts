import { describe, expect, test } from 'vitest'
import { holdContent } from '#src/content/hold-content.ts'
import type { Interview } from '#src/domain/interview.ts'
import type { Move } from '#src/domain/move.ts'
import { pointsBack } from '#src/interviewer/quote.ts'
import { rankProbes } from '#src/interviewer/rank-probes.ts'
import { ruleBasedInterviewer } from '#src/interviewer/rule-based-interviewer.ts'
import { standOf } from '#src/interviewer/where-we-stand.ts'
import { lacking } from '../evidence/plain-stories.ts'
import { shippedLexicon, shippedPhrases, shippedQuestion, shippedRubric } from '../support/content-files.ts'
import { sitting, storyInterview } from './fixtures.ts'

const options = { lexicon: shippedLexicon(), phrases: shippedPhrases() }
const interviewer = ruleBasedInterviewer(options)
const rubric = shippedRubric('behavioral')

/** The parts that may be asked for next, of a story told in answer to a question of the bank. */
const partsAskedAfter = (question: string, ...answers: string[]) => partsAsked(question, { answers })

interface Told {
  answers: readonly string[]
  /** What the last answer replies to. */
  asking?: Move
}

async function partsAsked(question: string, told: Told) {
  const { asked, at } = await standAfter(question, told)
  const planned = [
    ...asked.guide.keyPoints.flatMap(({ probes }) => probes),
    ...rubric.criteria.flatMap(({ checks }) => checks.flatMap(({ probe }) => probe ?? [])),
  ]
  return rankProbes({ ...at, coreShown: 1 }).map((move) => {
    const ask = at.checks.find(({ id }) => id === move.check)?.probes.find(({ kind }) => kind === move.probe)?.ask
    return planned.find((probe) => probe.ask === ask)?.asksForPart ?? null
  })
}

async function standAfter(question: string, { answers, asking }: Told) {
  const asked = shippedQuestion('behavioral', question)
  const interview: Interview = {
    ...storyInterview,
    track: 'behavioral',
    minutes: 8,
    questions: [{ id: asked.id, title: asked.title, text: asked.opening, firstTurn: 1 }],
    schedule: [{ phase: 'story', title: 'Story', role: 'work', minutes: 8, question: 0 }],
  }
  const here = sitting({ interviewer, interview, content: holdContent({ rubrics: new Map([['behavioral', rubric]]) }, [asked]) })
  await here.hear('start')
  here.say(answers[0] ?? '')
  for (const answer of answers.slice(1)) {
    await here.hear()
    const last = here.turns.at(-1)
    if (asking !== undefined && last !== undefined) here.turns.splice(-1, 1, { ...last, move: asking })
    here.say(answer)
  }
  return { asked, ...standOf(here.request(), options) }
}

const storyOf = (kind: keyof typeof lacking): string => lacking[kind][1] ?? ''

describe('what somebody has told in plain words is not asked for again', () => {
  test.each(['failure-and-learning', 'late-requirements', 'owned-project'])('on %s', async (question) => {
    const asked = await partsAskedAfter(question, storyOf('own action'))
    for (const part of ['situation', 'result', 'reflection', 'habit'] as const) expect(asked).not.toContain(part)
  })

  test('nor is it when the story took several answers', async () => {
    const sentences = storyOf('reflection').split(/(?<=\.) /)
    const asked = await partsAskedAfter('late-requirements', sentences.slice(0, 4).join(' '), sentences.slice(4).join(' '))
    expect(asked).not.toContain('result')
    expect(asked).not.toContain('action')
  })
})

test('whoever has said why is asked no other question why', async () => {
  const asking: Move = { kind: 'probe', check: 'finding-led-on', probe: 'deepen' }
  const because = 'It was the invoices. A customer was angry, and it was not only about me any more.'
  const answers = [storyOf('own action'), because]
  expect(await partsAsked('performance-bottleneck', { answers, asking })).not.toContain('reason')
  const other: Move = { kind: 'probe', check: 'setting-given', probe: 'clarify' }
  expect(await partsAsked('performance-bottleneck', { answers, asking: other })).toContain('reason')
})

describe('of a story told as "we"', () => {
  const shared =
    'The invoices went out wrong twice a year. We read the old code, we built a new one, and we ran both. Then we moved everybody.'

  test.each(['migration-refactor', 'late-requirements'])('the own part is asked for first, on %s', async (question) => {
    expect((await partsAskedAfter(question, shared))[0]).toBe('action')
  })

  test('and not again', async () => {
    const asked = await partsAskedAfter('migration-refactor', shared, 'I wrote the comparison.', shared)
    expect(asked).not.toContain('action')
  })
})

describe('a question about the event', () => {
  const looked = 'I put the stopwatch in before I touched anything, and it was the network.'
  const lookingBack: Move = { kind: 'probe', check: 'kept-fast', probe: 'reflection' }
  const onEvent: Move = { kind: 'probe', check: 'measured-first', probe: 'deepen' }
  const standingAt = (asking: Move) => standAfter('performance-bottleneck', { answers: [storyOf('result'), looked], asking })

  test('quotes nothing of an answer that looked back, and points at nothing in it', async () => {
    const { at, pointedBackTo, quotableFor, touched } = await standingAt(lookingBack)
    expect(pointedBackTo).toBeNull()
    expect(quotableFor('action-in-detail')[0]).toBe('')
    expect(touched.has('action-in-detail')).toBe(false)
    const asks = at.checks
      .filter(({ criterion }) => criterion !== 'reflection')
      .flatMap(({ probes }) => probes.map(({ ask }) => ask))
    expect(asks.filter(pointsBack)).toEqual([])
  })

  test('goes on from the same words where they told the event', async () => {
    const { at, pointedBackTo, quotableFor } = await standingAt(onEvent)
    expect(pointedBackTo).not.toBeNull()
    expect(quotableFor('action-in-detail')[0]).toBe(looked)
    expect(at.checks.flatMap(({ probes }) => probes.map(({ ask }) => ask)).filter(pointsBack)).not.toEqual([])
  })

  test('is not what looks back, which quotes it all', async () => {
    const { quotableFor } = await standingAt(lookingBack)
    expect(quotableFor('kept-fast')[0]).toBe(looked)
  })
})

describe('what a story lacks is asked for', () => {
  test.each([
    ['result', 'result'],
    ['reflection', 'habit'],
    ['action', 'action'],
    ['own action', 'action'],
  ] as const)('where it lacks the %s', async (kind, part) => {
    expect(await partsAskedAfter('late-requirements', storyOf(kind))).toContain(part)
  })
})
