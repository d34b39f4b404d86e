import { expect, test } from 'vitest'
import { scorecardSchema } from '#src/domain/score.ts'
import { checksOf, notShown } from '#src/scoring/asked-checks.ts'
import { createModelScorer, type ModelScorerOptions } from '#src/scoring/model-scorer.ts'
import { createRuleBasedScorer } from '#src/scoring/rule-based-scorer.ts'
import type { Scorer } from '#src/scoring/scorer.ts'
import { shippedLexicon } from '../support/content-files.ts'
import { type ScriptedAnswer, scriptedModel } from '../support/scripted-model.ts'
import { answerWith, criteria, shippedPrompt as prompt, scorecardOf, scoreOf, spoken } from './model-scoring.ts'

const shown = { quotes: [{ turn: 2, quote: 'appended as an immutable event' }], verdict: 'yes' }
const usage = { promptTokens: 1000, completionTokens: 100 }
const answer = (met: boolean): ScriptedAnswer => ({ value: answerWith(met ? { 'append-scans': shown } : {}), usage })
const away: ScriptedAnswer = { failure: { kind: 'timeout', message: 'The model took too long. Try again.' } }

/** A scorer whose model answers each criterion's runs in this order. */
function scorerThat(answers: readonly ScriptedAnswer[], options: Partial<ModelScorerOptions> = {}) {
  let call = 0
  const model = scriptedModel(() => answers[call++ % answers.length] ?? away)
  return { model, scorer: createModelScorer({ model, prompt, repeats: answers.length, ...options }) }
}
const verdictOn = (card: Awaited<ReturnType<typeof scorecardOf>>) =>
  scoreOf(card, 'depth').checks.find(({ check }) => check === 'append-scans')?.verdict

test('each criterion is asked so often in fresh contexts, the majority counts, and the rating of each run is kept', async () => {
  const { model, scorer } = scorerThat([answer(true), answer(false), answer(true)])
  const card = await scorecardOf(scorer)
  expect(model.calls).toHaveLength(3 * criteria.length)
  expect(model.calls.every(({ messages }) => messages.length === 2)).toBe(true)
  expect(model.calls.slice(0, 3).map(({ temperature }) => temperature)).toEqual([0, 0.5, 0.5])
  expect(verdictOn(card)).toBe('yes')
  expect(scoreOf(card, 'depth')).toMatchObject({ kind: 'rated', runs: [expect.any(Number), 1, expect.any(Number)] })
  expect(card.stamp.repeats).toBe('3')
})

test('asked once, there is no spread', async () => {
  expect(scoreOf(await scorecardOf(scorerThat([answer(true)]).scorer), 'depth')).not.toHaveProperty('runs')
})

test('a run that fails is missing; with fewer than half the criterion is unscored, and the reason says of how many', async () => {
  const half = await scorecardOf(scorerThat([answer(true), away]).scorer)
  expect(scoreOf(half, 'depth')).toMatchObject({ kind: 'rated', runs: [expect.any(Number), null] })
  const few = await scorecardOf(scorerThat([away, answer(true), away]).scorer)
  expect(scoreOf(few, 'depth')).toMatchObject({
    kind: 'unscored',
    reason: 'The scoring model gave a verdict in 1 of 3 runs only. The model took too long. Try again.',
  })
})

test('a run’s invented quote gives that run no voice', async () => {
  const invented = {
    value: answerWith({ 'append-scans': { ...shown, quotes: [{ turn: 2, quote: 'vector clocks decide it all' }] } }),
  }
  const card = await scorecardOf(scorerThat([answer(true), invented, invented]).scorer)
  expect(verdictOn(card)).toBe('not-shown')
  expect(card.quotes).toEqual({ claimed: 3, verified: 1 })
})

test('calls and tokens are summed over a scorecard, and cost only what prices say', async () => {
  const calls = criteria.length
  const counted = { calls, retries: 0, promptTokens: 1000 * calls, completionTokens: 100 * calls, unreported: 0 }
  expect((await scorecardOf(scorerThat([answer(true)]).scorer)).usage).toEqual(counted)
  const prices = { in: 2, out: 10 }
  const priced = await scorecardOf(scorerThat([answer(true)], { prices }).scorer)
  expect(priced.usage).toEqual({ ...counted, cost: (2000 * calls + 1000 * calls) / 1_000_000 })
  const silent = await scorecardOf(scorerThat([{ value: answerWith({}) }], { prices }).scorer)
  expect(silent.usage).toEqual({ calls, retries: 0, promptTokens: 0, completionTokens: 0, unreported: calls })
  expect(scorecardSchema.parse(priced)).toEqual(priced)
})

test('a scorecard from before any of this was kept can still be read', async () => {
  const { quotes: _, usage: __, ...old } = await scorecardOf(createRuleBasedScorer({ lexicon: shippedLexicon() }))
  const scores = old.scores.map(({ quotes: ___, ...score }) => score)
  expect(scorecardSchema.parse({ ...old, scores })).toEqual({ ...old, scores })
})

test('where the other scorer is two or more away the score is marked with both ratings and stays as it is', async () => {
  const quote = spoken().turns[1]?.text.slice(0, 46) ?? ''
  const kind: Scorer = {
    ...createRuleBasedScorer({ lexicon: shippedLexicon() }),
    judge: async (task, criterion) => ({
      ok: true,
      checks: task.rubric.criteria
        .filter(({ id }) => id === criterion)
        .flatMap((one) => checksOf(task, one))
        .map((check) => ({ ...notShown(check), verdict: 'yes', evidence: [{ turn: 2, start: 0, end: 46, quote }] })),
    }),
  }
  const alone = await scorecardOf(scorerThat([answer(false)]).scorer)
  const marked = await scorecardOf(scorerThat([answer(false)], { crossCheck: kind }).scorer)
  const { secondLook, ...rest } = scoreOf(marked, 'depth') as ReturnType<typeof scoreOf> & { secondLook?: unknown }
  expect(secondLook).toEqual({ scorer: 'rule-based@1', rating: expect.any(Number), against: 1 })
  expect(rest).toEqual(scoreOf(alone, 'depth'))
  expect(marked.recommendation).toBe(alone.recommendation)
})

test('one rating away is no reason to look again', async () => {
  const { scorer } = scorerThat([answer(false)])
  const same = await scorecardOf({ ...scorer, crossCheck: scorerThat([answer(false)]).scorer })
  expect(same.scores.filter((score) => 'secondLook' in score)).toEqual([])
})
