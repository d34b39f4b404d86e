import { expect, test } from 'vitest'
import type { CheckResult, Score, Verdict } from '#src/domain/score.ts'
import { suggestions } from '#src/progress/suggestions.ts'
import { weakChecks } from '#src/progress/weak-checks.ts'

const check = (id: string, verdict: Verdict, source: CheckResult['source'] = 'standing'): CheckResult => ({
  ...{ check: id, source, verdict, means: `Does ${id}.`, evidence: [], cappedBy: null },
})
const score = (criterion: string, checks: CheckResult[]): Score => ({
  ...{
    kind: 'rated',
    criterion,
    rating: 2,
    rationale: '',
    evidence: [],
    checks,
    byLevel: { junior: 2, mid: 2, senior: 2, lead: 2 },
  },
})
const interview = (id: string, ...scores: Score[]) => ({
  ...{ interview: id, title: `Title ${id}`, createdAt: 1, perQuestion: [{ question: `question-${id}`, scores }] },
})

test('standing checks are counted over questions, those not met most often first', () => {
  const weak = weakChecks([
    interview('3', score('depth', [check('names-cost', 'no'), check('names-limit', 'not-shown'), check('met', 'yes')])),
    interview('2', score('depth', [check('names-cost', 'not-shown'), check('names-limit', 'partly'), check('met', 'no')])),
    interview('1', score('depth', [check('names-cost', 'no'), check('names-limit', 'no'), check('met', 'yes')])),
  ])
  expect(weak.map(({ check: id, times, met, partly, no, notShown }) => [id, times, met, partly, no, notShown])).toEqual([
    ['names-cost', 3, 0, 0, 2, 1],
    ['names-limit', 3, 0, 1, 1, 1],
  ])
  expect(weak[0]?.unmet.map(({ interview: id, question, verdict }) => [id, question, verdict])).toEqual([
    ['3', 'question-3', 'no'],
    ['2', 'question-2', 'not-shown'],
    ['1', 'question-1', 'no'],
  ])
})

test('key points of one question and criteria without a fair chance count for nothing', () => {
  const unscored: Score = {
    kind: 'unscored',
    criterion: 'depth',
    reason: 'Not reached.',
    checks: [check('names-cost', 'not-shown')],
  }
  const point = score('depth', [check('point', 'no', 'key-point')])
  expect(weakChecks([interview('1', unscored, point), interview('2', unscored, point)])).toEqual([])
})

const weak = weakChecks(
  ['2', '1'].map((id) => interview(id, score('depth', [check('names-cost', 'no')]), score('data', [check('names-key', 'no')]))),
)
const question = (id: string, criteria: string[], levels = ['mid' as const]) => ({ id, title: id, levels, criteria })

test('a question that was not tried and asks most of the criterion is suggested, with the check it follows from', () => {
  const questions = [
    question('little', ['depth', 'data', 'data', 'data']),
    question('most', ['depth', 'depth']),
    question('tried', ['depth']),
    { ...question('other-level', ['depth']), levels: ['lead' as const] },
  ]
  const given = suggestions({ weak, level: 'mid', questions, tried: new Set(['tried']) })
  expect(given.map((one) => [one.kind, one.kind === 'question' && one.question, one.because.check])).toEqual([
    ['question', 'most', 'names-cost'],
    ['question', 'little', 'names-key'],
  ])
})

test('where no question is left, the newest part that lacked it is suggested to be answered again', () => {
  const given = suggestions({ weak, level: 'mid', questions: [question('one', ['depth'])], tried: new Set() })
  expect(given.map((one) => (one.kind === 'redo' ? ['redo', one.interview] : [one.kind, one.question]))).toEqual([
    ['question', 'one'],
    ['redo', '2'],
  ])
})
