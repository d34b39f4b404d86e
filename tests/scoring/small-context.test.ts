import { expect, test } from 'vitest'
import type { ModelCall } from '#src/model/model.ts'
import { createModelScorer } from '#src/scoring/model-scorer.ts'
import { type ScriptedAnswer, scriptedModel } from '../support/scripted-model.ts'
import { answerWith, criteria, shippedPrompt as prompt, scorecardOf, scoreOf, spoken } from './model-scoring.ts'

const long = spoken(60)
const turnsIn = ({ messages }: ModelCall): number[] =>
  (messages[1]?.content ?? '')
    .split('\n')
    .filter((line) => line.startsWith('{"turn":'))
    .map((line) => JSON.parse(line).turn)
const lengthOf = ({ messages }: ModelCall): number => messages.reduce((sum, { content }) => sum + content.length, 0)
const partOf = ({ messages }: ModelCall) =>
  /^Part (\d+) of (\d+) /m
    .exec(messages[1]?.content ?? '')
    ?.slice(1)
    .map(Number)

/** Says yes where the words about appending stand, no in the part with turn 60, and nothing elsewhere. */
const answer = (call: ModelCall): ScriptedAnswer => {
  const turns = turnsIn(call)
  if (turns.includes(2))
    return {
      value: answerWith({ 'append-scans': { quotes: [{ turn: 2, quote: 'appended as an immutable event' }], verdict: 'yes' } }),
    }
  return { value: answerWith(turns.includes(60) ? { 'append-scans': { quotes: [], verdict: 'no' } } : {}) }
}

test('a transcript that fits is one part', async () => {
  const model = scriptedModel(answer)
  await scorecardOf(createModelScorer({ model, prompt }), long)
  expect(model.calls.map(partOf)).toEqual(criteria.map(() => [1, 1]))
})

test('a transcript beyond a small context is judged in overlapping parts that fit, the same for every criterion, and the best verdict counts', async () => {
  const model = scriptedModel(answer)
  const card = await scorecardOf(createModelScorer({ model, prompt, contextTokens: 8192 }), long)
  const parts = model.calls.length / criteria.length
  expect(parts).toBeGreaterThan(1)
  expect(model.calls.slice(0, parts).map(partOf)).toEqual(Array.from({ length: parts }, (_, at) => [at + 1, parts]))
  expect(new Set(model.calls.map((call) => turnsIn(call).join())).size).toBe(parts)
  const read = model.calls.slice(0, parts).flatMap(turnsIn)
  expect([...new Set(read)]).toEqual(long.turns.map((_, at) => at + 1))
  expect(read.length).toBe(long.turns.length + 2 * (parts - 1))
  for (const call of model.calls) expect(lengthOf(call) / 3.5 + call.maxTokens).toBeLessThanOrEqual(8192)
  expect(scoreOf(card, 'depth').checks.find(({ check }) => check === 'append-scans')).toMatchObject({
    verdict: 'yes',
    evidence: [{ turn: 2, quote: 'appended as an immutable event' }],
  })
})

test('an endpoint that can read less than was thought is sent smaller parts, found out once and not for every criterion', async () => {
  const tooMuch: ScriptedAnswer = { failure: { kind: 'context-full', message: 'Too long.' } }
  const model = scriptedModel((call) => (lengthOf(call) > 15_000 ? tooMuch : answer(call)))
  const card = await scorecardOf(createModelScorer({ model, prompt }), long)
  expect(card.scores.every(({ kind }) => kind === 'rated')).toBe(true)
  const refused = model.calls.filter((call) => lengthOf(call) > 15_000)
  expect(refused.length).toBeGreaterThan(0)
  expect(refused.length).toBeLessThan(criteria.length)
})

test('an endpoint that can read nothing leaves the criteria unscored with the reason, and is not asked for ever', async () => {
  const model = scriptedModel(() => ({ failure: { kind: 'context-full', message: 'Use a model with a longer context.' } }))
  const card = await scorecardOf(createModelScorer({ model, prompt }), long)
  expect(scoreOf(card, 'depth')).toMatchObject({ kind: 'unscored', reason: expect.stringContaining('longer context') })
  expect(model.calls.length).toBeLessThan(20)
})

test('a part that fails leaves the criterion unscored: half a transcript is not judged', async () => {
  const model = scriptedModel((call) =>
    partOf(call)?.[0] === 2 ? { failure: { kind: 'timeout', message: 'The model took too long.' } } : answer(call),
  )
  const card = await scorecardOf(createModelScorer({ model, prompt, contextTokens: 8192 }), long)
  expect(scoreOf(card, 'depth')).toMatchObject({ kind: 'unscored', reason: expect.stringContaining('took too long') })
})
