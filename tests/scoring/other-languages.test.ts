import { join } from 'node:path'
import { expect, test } from 'vitest'
import { holdContentFor } from '#src/content/hold-content.ts'
import { loadContent } from '#src/content/load-content.ts'
import { packageRoot } from '#src/package-root.ts'
import { gradeTranscript } from '#src/scoring/grade-transcript.ts'
import { createRuleBasedScorer } from '#src/scoring/rule-based-scorer.ts'
import { readLabelledSet } from '../calibration/labelled-set.ts'

const content = await loadContent(packageRoot())
const { lexicon, thresholds } = content
const scorer = createRuleBasedScorer({ lexicon })
const [labelled] = readLabelledSet(join(packageRoot(), 'tests/calibration/transcripts'))

const gradedAs = async (language: string | undefined) => {
  if (labelled === undefined) throw new Error('there is no labelled transcript')
  const transcript = { ...labelled.transcript, ...(language !== undefined && { language }) }
  const result = await gradeTranscript({ transcript, content: holdContentFor(content, transcript), lexicon, thresholds, scorer })
  if (result.kind !== 'scorecard') throw new Error(result.reason)
  return result.scorecard
}

test.each([undefined, 'en', 'en-GB'])('the rules rate what was said in English (%s)', async (language) => {
  expect((await gradedAs(language)).scores.map(({ kind }) => kind)).toContain('rated')
})

test('the rules leave another language unscored, and say why', async () => {
  const { scores, recommendation } = await gradedAs('de')
  expect(scores.map((score) => (score.kind === 'unscored' ? score.reason : score.rating))).toEqual(
    scores.map(() => expect.stringContaining('The rules read English only; this interview was held in "de".')),
  )
  expect(recommendation).toBeNull()
})
