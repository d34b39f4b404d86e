import { expect, test } from 'vitest'
import { loadContent } from '#src/content/load-content.ts'
import { ruleBasedInterviewer } from '#src/interviewer/rule-based-interviewer.ts'
import { packageRoot } from '#src/package-root.ts'
import { measure } from './measure.ts'
import { type Sat, sit } from './sit.ts'
import { candidateOf } from './temperaments.ts'

const content = await loadContent(packageRoot())

async function sitFrontLoaded(id: string, persona: 'neutral' | 'quiet' = 'neutral'): Promise<Sat> {
  const question = content.questions.find((one) => one.id === id)
  if (question === undefined) throw new Error(`no question ${id}`)
  return sit({
    content,
    interviewer: ruleBasedInterviewer(content),
    question,
    candidate: candidateOf('front-loading', question),
    mode: 'mock',
    persona,
  })
}

const beyondIn = ({ turns }: Sat) => turns.filter(({ move }) => move?.kind === 'probe' && move.beyond === true)

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
  const question = content.questions.find(({ id }) => id === 'event-intake')
  if (question === undefined) throw new Error('no question event-intake')
  const ask = (id: string) => `Suppose a colleague inherits ${id} next winter. What would surprise them?`
  const keyPoints = question.guide.keyPoints.map((point) => ({
    ...point,
    beyond: { kind: 'operate' as const, ask: ask(point.id) },
  }))
  const withBeyond = { ...question, guide: { ...question.guide, keyPoints } }
  const held = { ...content, questions: content.questions.map((one) => (one.id === question.id ? withBeyond : one)) }
  const sat = await sit({
    content: held,
    interviewer: ruleBasedInterviewer(held),
    question: withBeyond,
    candidate: candidateOf('front-loading', withBeyond),
    mode: 'mock',
  })
  const asked = beyondIn(sat)
  expect(asked.length).toBeGreaterThan(0)
  expect(asked[0]?.move?.kind === 'probe' && asked[0].text.includes(ask(asked[0].move.check))).toBe(true)
  const checks = asked.map(({ move }) => move?.kind === 'probe' && move.check)
  expect(new Set(checks).size).toBe(checks.length)
})
