import { expect, test } from 'vitest'
import type { CheckResult, Verdict } from '#src/domain/score.ts'
import { checkDifferences } from '../../../web/redo/check-differences.ts'

const check = (id: string, verdict: Verdict): CheckResult => ({
  check: id,
  source: 'standing',
  means: id,
  verdict,
  evidence: [],
  cappedBy: null,
})

test('a check that is met more than before is gained, one that is met less is lost, the rest is neither', () => {
  const original = { checks: [check('a', 'no'), check('b', 'yes'), check('c', 'partly'), check('d', 'not-shown')] }
  const redone = { checks: [check('a', 'partly'), check('b', 'partly'), check('c', 'partly'), check('d', 'no')] }
  const { gained, lost } = checkDifferences(original, redone)
  expect([gained.map((one) => one.check), lost.map((one) => one.check)]).toEqual([['a'], ['b']])
})
