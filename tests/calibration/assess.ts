import type { Content } from '#src/content/content.ts'
import { holdContentFor } from '#src/content/hold-content.ts'
import type { CheckResult } from '#src/domain/score.ts'
import type { Thresholds } from '#src/domain/thresholds.ts'
import { gradeTranscript } from '#src/scoring/grade-transcript.ts'
import type { Scorer } from '#src/scoring/scorer.ts'
import { taskGround } from '#src/scoring/task-ground.ts'
import { verifyChecks } from '#src/scoring/verify-checks.ts'
import type { Assessed, Assessment } from './assessment.ts'
import type { Labelled } from './labelled-set.ts'

/** Grades one labelled transcript as the product would, and counts the quotes that the scorer claimed. */
export async function assess(
  labelled: Labelled,
  { content, scorer, thresholds = content.thresholds }: { content: Content; scorer: Scorer; thresholds?: Thresholds },
): Promise<Assessed> {
  const { transcript } = labelled
  const held = holdContentFor(content, transcript)
  const quotes = { claimed: 0, verified: 0 }
  const counting: Scorer = {
    ...scorer,
    judge: async (task, criterion, signal) => {
      const verdict = await scorer.judge(task, criterion, signal)
      if (!verdict.ok) return verdict
      quotes.claimed += quotesOf(verdict.checks)
      quotes.verified += quotesOf(verifyChecks(verdict.checks, taskGround(task, content.lexicon)))
      return verdict
    },
  }
  const result = await gradeTranscript({ transcript, content: held, lexicon: content.lexicon, thresholds, scorer: counting })
  const scores = result.kind === 'scorecard' ? result.scorecard.scores : []
  const ratings: Assessment['ratings'] = Object.fromEntries(
    held.rubric.criteria.map(({ id }) => {
      const score = scores.find(({ criterion }) => criterion === id)
      return [id, score?.kind === 'rated' ? score.rating : null]
    }),
  )
  return { ...labelled, rubric: held.rubric, assessment: { ratings, quotes } }
}

const quotesOf = (checks: readonly CheckResult[]): number => checks.reduce((sum, { evidence }) => sum + evidence.length, 0)
