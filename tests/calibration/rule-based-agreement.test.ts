import { join } from 'node:path'
import { expect, test } from 'vitest'
import { createRuleBasedScorer } from '#src/scoring/rule-based-scorer.ts'
import { shippedContent } from '../support/shipped-content.ts'
import { assess } from './assess.ts'
import type { Assessed } from './assessment.ts'
import { readLabelledSet } from './labelled-set.ts'
import { measure } from './measure.ts'
import { alwaysThree, byWordCount } from './trivial-scorers.ts'

test('the rule-based scorer agrees with the readers of the labelled set, well beyond what costs nothing', {
  timeout: 60_000,
}, async () => {
  const content = await shippedContent()
  const set = readLabelledSet(join(import.meta.dirname, 'transcripts'))
  const scorer = createRuleBasedScorer({ lexicon: content.lexicon })
  const assessed: Assessed[] = []
  for (const labelled of set) assessed.push(await assess(labelled, { content, scorer }))
  const { overall } = measure(scorer.id, assessed)
  const words = byWordCount(set)
  const kappaOf = (by: typeof words) =>
    measure(
      'trivial',
      assessed.map((one) => ({ ...one, assessment: by(one) })),
    ).overall.kappa?.scorer ?? 1

  expect(overall.transcripts).toBe(24)
  expect(overall.kappa?.scorer).toBeGreaterThan(0.6)
  expect(overall.kappa?.scorer).toBeGreaterThan(Math.max(kappaOf(alwaysThree), kappaOf(words)) + 0.2)
  expect(overall.nulls).toBe(0)
  expect(overall.evidencePrecision).toBe(1)
})
