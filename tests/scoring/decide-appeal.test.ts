import { join } from 'node:path'
import { expect, test } from 'vitest'
import { holdContentFor } from '#src/content/hold-content.ts'
import type { Score, Scorecard } from '#src/domain/score.ts'
import { packageRoot } from '#src/package-root.ts'
import type { AppealJudge } from '#src/scoring/appeal-judge.ts'
import { decideAppeal } from '#src/scoring/decide-appeal.ts'
import { gradeTranscript } from '#src/scoring/grade-transcript.ts'
import { createRuleBasedScorer } from '#src/scoring/rule-based-scorer.ts'
import { readLabelledSet } from '../calibration/labelled-set.ts'
import { shippedContent } from '../support/shipped-content.ts'

const content = await shippedContent()
const { lexicon, thresholds } = content
const scorer = createRuleBasedScorer({ lexicon })
const transcripts = readLabelledSet(join(packageRoot(), 'tests/calibration/transcripts')).map(({ transcript }) => transcript)

/** Grants everything in part, by the words pointed at. */
const kind: AppealJudge = {
  id: 'kind@1',
  judge: async ({ pointed }) => ({ kind: 'met', verdict: 'partly', evidence: [pointed.quote], reason: 'It is there.' }),
}

const ratings = ({ scores }: Pick<Scorecard, 'scores'>) =>
  Object.fromEntries(scores.map((score: Score) => [score.criterion, score.kind === 'rated' ? score.rating : 0]))

const specificities = ({ scores }: Pick<Scorecard, 'scores'>) => scores.map(({ specificity }) => specificity)

test.each(transcripts)('an appeal on $id lowers no rating, and touches its own criterion only', async (transcript) => {
  const held = holdContentFor(content, transcript)
  const graded = await gradeTranscript({ transcript, content: held, lexicon, thresholds, scorer })
  if (graded.kind !== 'scorecard') throw new Error(graded.reason)
  const { scorecard } = graded
  const question = transcript.questions[0]?.id ?? ''
  const said = transcript.turns.filter(({ speaker }) => speaker === 'candidate').map(({ text }) => text)
  const quote =
    said.flatMap((text) => text.match(/[^.!?]+[.!?]/g) ?? []).find((sentence) => sentence.trim().split(/\s+/).length >= 8) ?? ''
  const open = scorecard.scores.flatMap(({ criterion, checks }) =>
    checks.filter(({ verdict }) => verdict === 'not-shown').map(({ check }) => ({ question, criterion, check, quote })),
  )
  expect(open.length).toBeGreaterThan(0)
  let moved = 0
  for (const request of open) {
    const decision = await decideAppeal({ scorecard, request, transcript, content: held, lexicon, thresholds, judge: kind })
    if (decision.kind !== 'moved') continue
    moved++
    const before = ratings(scorecard)
    const after = ratings(decision.scorecard)
    expect(after[request.criterion], `${request.criterion}/${request.check}`).toBeGreaterThanOrEqual(
      before[request.criterion] ?? 0,
    )
    // Half of one check met more moves a rating by one step at the most.
    expect(after[request.criterion]).toBeLessThanOrEqual((before[request.criterion] ?? 0) + 1)
    expect({ ...after, [request.criterion]: null }).toEqual({ ...before, [request.criterion]: null })
    expect(decision.scorecard.quotes).toEqual(scorecard.quotes)
    expect(specificities(decision.scorecard)).toEqual(specificities(scorecard))
  }
  expect(moved).toBeGreaterThan(0)
})
