import { expect, test } from 'vitest'
import type { Question } from '#src/domain/guide.ts'
import { asksBeyond, checkAskedBy } from '#src/domain/move.ts'
import { ruleBasedInterviewer } from '#src/interviewer/rule-based-interviewer.ts'
import { designContent, parcelGuide, sitting } from '../interviewer/fixtures.ts'
import { shippedContent } from '../support/shipped-content.ts'
import { measure } from './measure.ts'
import { type Sat, sit } from './sit.ts'
import { type Candidate, candidateOf } from './temperaments.ts'

const content = await shippedContent()

function shipped(id: string): Question {
  const question = content.questions.find((one) => one.id === id)
  if (question === undefined) throw new Error(`no question ${id}`)
  return question
}

async function sitFrontLoaded(id: string, persona: 'neutral' | 'quiet' = 'neutral'): Promise<Sat> {
  const question = shipped(id)
  return sit({
    content,
    interviewer: ruleBasedInterviewer(content),
    question,
    candidate: candidateOf('front-loading', question),
    mode: 'mock',
    persona,
  })
}

const beyondIn = ({ turns }: Sat) => turns.filter(({ move }) => asksBeyond(move))

const furtherOn = (id: string) => `Suppose a colleague inherits ${id} next winter. What would surprise them?`

/** Every point of the question with a question beyond it that is told from all others by its words. */
function withBeyond(question: Question): Question {
  const keyPoints = question.guide.keyPoints.map((point) => ({
    ...point,
    beyond: { kind: 'operate' as const, ask: furtherOn(point.id) },
  }))
  return { ...question, guide: { ...question.guide, keyPoints } }
}

function sitMarked(question: Question, candidate: Candidate): Promise<Sat> {
  const held = { ...content, questions: content.questions.map((one) => (one.id === question.id ? question : one)) }
  return sit({ content: held, interviewer: ruleBasedInterviewer(held), question, candidate, mode: 'mock' })
}

test.each(['event-intake', 'growing-service', 'double-booking'])(
  'on %s who tells much unasked and goes on answering is asked beyond it, and not for it',
  async (id) => {
    const sat = await sitFrontLoaded(id)
    const asked = beyondIn(sat)
    const { conduct, loops } = measure(sat, content)
    expect(asked.length).toBeGreaterThan(0)
    expect(new Set(asked.map(({ move }) => move?.kind === 'probe' && move.check)).size).toBe(asked.length)
    expect({ breaches: conduct.breaches, loops }).toEqual({ breaches: [], loops: [] })
  },
)

test('a quiet interviewer goes beyond what was told at most once in each part', async () => {
  const sat = await sitFrontLoaded('event-intake', 'quiet')
  const parts = beyondIn(sat).map(({ phase }) => phase)
  expect(new Set(parts).size).toBe(parts.length)
})

test('asks first what its author wrote for whoever told the point, once', async () => {
  const question = withBeyond(shipped('event-intake'))
  const asked = beyondIn(await sitMarked(question, candidateOf('front-loading', question)))
  expect(asked.length).toBeGreaterThan(0)
  expect(asked[0]?.text).toContain(furtherOn(checkAskedBy(asked[0]?.move ?? null) ?? 'nothing'))
  const checks = asked.map(({ move }) => checkAskedBy(move))
  expect(new Set(checks).size).toBe(checks.length)
})

test('goes on beyond what was told in one part for as long as there is time, and changes a requirement after it', async () => {
  const question = withBeyond(shipped('growing-service'))
  const sat = await sitMarked(question, candidateOf('lasting', question))
  const parts = beyondIn(sat).map(({ phase }) => phase)
  expect(parts.filter((phase) => phase === parts.at(-1)).length).toBeGreaterThan(3)
  const firstChange = sat.turns.findIndex(({ move }) => move?.kind === 'change-requirement')
  const twoThirds = (sat.interview.minutes * 60_000 * 2) / 3
  expect(firstChange).toBeGreaterThan(0)
  expect(sat.turns.slice(firstChange).filter(({ move, elapsedMs }) => asksBeyond(move) && elapsedMs < twoThirds)).toEqual([])
})

test.each(['I do not know.', 'Much the same, I think.'])(
  'who answers two such questions with "%s" is asked no third one, and not led back to what was told',
  async (short) => {
    const question = withBeyond(shipped('growing-service'))
    const lasting = candidateOf('lasting', question)
    const isBeyond = (text: string) => question.guide.keyPoints.some(({ id }) => text.includes(furtherOn(id)))
    const sat = await sitMarked(question, (heard) => (isBeyond(heard.text) ? { say: short } : lasting(heard)))
    const moves = sat.turns.flatMap(({ move }) => (move === null ? [] : [move]))
    const afterBeyond = moves.filter((_, at) => asksBeyond(moves[at - 1] ?? null))
    expect(beyondIn(sat)).toHaveLength(2)
    expect(afterBeyond.filter((move) => move.kind === 'probe' && move.probe === 'recover')).toEqual([])
  },
)

test('goes first into what was spoken of last', async () => {
  const keyPoints = parcelGuide.keyPoints.map((point) => ({
    ...point,
    beyond: { kind: 'operate' as const, ask: furtherOn(point.id) },
  }))
  const held = { ...designContent, questions: [{ id: 'parcel-tracker', guide: { ...parcelGuide, keyPoints }, answers: [] }] }
  const firstBeyond = async (told: string[]) => {
    const here = sitting({ interviewer: ruleBasedInterviewer(content), content: held })
    await here.hear('start')
    const said = [
      'A customer sees a scan at most 5 seconds later. Maps are out of scope.',
      ...told,
      ...Array.from({ length: 12 }, () => 'I would do that in one small step, because a small step is taken back in a minute.'),
    ]
    for (const text of said) {
      here.say(text)
      const { move } = await here.hear()
      if (asksBeyond(move)) return checkAskedBy(move)
    }
    return null
  }
  const scans =
    'We append every scan as an immutable event and overwrite nothing, and we order the scans by the time at which they happened.'
  const loss = 'While the database is down a durable queue keeps the scans until it is back.'
  expect(await firstBeyond([scans, loss])).toBe('survives-loss')
  expect(['append-scans', 'late-scans']).toContain(await firstBeyond([loss, scans]))
})
