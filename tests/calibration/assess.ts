import type { Content } from '#src/content/content.ts'
import { holdContentFor } from '#src/content/hold-content.ts'
import type { Thresholds } from '#src/domain/thresholds.ts'
import { gradeTranscript } from '#src/scoring/grade-transcript.ts'
import type { Scorer } from '#src/scoring/scorer.ts'
import type { Assessed, Assessment } from './assessment.ts'
import type { Labelled } from './labelled-set.ts'

/** Grades one labelled transcript as the product would; quotes claimed and found are those that its scorecard counts. */
export async function assess(
  labelled: Labelled,
  { content, scorer, thresholds = content.thresholds }: { content: Content; scorer: Scorer; thresholds?: Thresholds },
): Promise<Assessed> {
  const { transcript } = labelled
  const held = holdContentFor(content, transcript)
  const result = await gradeTranscript({
    transcript,
    content: held,
    bank: content.questions,
    lexicon: content.lexicon,
    thresholds,
    scorer,
  })
  const quotes = (result.kind === 'scorecard' ? result.scorecard.quotes : undefined) ?? { claimed: 0, verified: 0 }
  const scores = result.kind === 'scorecard' ? result.scorecard.scores : []
  const ratings: Assessment['ratings'] = Object.fromEntries(
    held.rubric.criteria.map(({ id }) => {
      const score = scores.find(({ criterion }) => criterion === id)
      return [id, score?.kind === 'rated' ? score.rating : null]
    }),
  )
  return { ...labelled, rubric: held.rubric, assessment: { ratings, quotes } }
}
