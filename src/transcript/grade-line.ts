import type { DeliveryReport } from '#src/domain/delivery.ts'
import type { Rubric } from '#src/domain/rubric.ts'
import type { Evidence, Scorecard } from '#src/domain/score.ts'
import type { Transcript } from '#src/domain/transcript.ts'

/** What grading came to: a scorecard, or why there is none. */
export type Graded = { kind: 'scorecard'; scorecard: Scorecard } | { kind: 'too-short'; reason: string }

interface GradeLineOptions {
  transcript: Pick<Transcript, 'id' | 'track' | 'level'>
  rubric: Pick<Rubric, 'criteria'>
  result: Graded
  /** Id of the scorer, such as "rule-based@1". */
  scorer: string
  /** How it was told; beside the ratings, never part of them. */
  delivery?: DeliveryReport | undefined
}

/** One line of JSON for one graded file: a rating from 1 to 4 or null for each criterion; every null has its reason under `unscored`; `secondLook` only where another scorer is far from a rating. */
export function gradeLine({ transcript: { id, track, level }, rubric, result, scorer, delivery }: GradeLineOptions): string {
  const ratings: Record<string, number | null> = {}
  const unscored: Record<string, string> = {}
  const evidence: Record<string, Pick<Evidence, 'turn' | 'artifact' | 'quote'>[]> = {}
  const scores = result.kind === 'scorecard' ? result.scorecard.scores : []
  for (const { id: criterion } of rubric.criteria) {
    const score = scores.find((one) => one.criterion === criterion)
    ratings[criterion] = score?.kind === 'rated' ? score.rating : null
    if (score?.kind === 'rated') evidence[criterion] = score.evidence.map(named)
    else unscored[criterion] = score?.reason ?? (result.kind === 'too-short' ? result.reason : 'not on the scorecard')
  }
  const looks = scores.flatMap((score) =>
    score.kind === 'rated' && score.secondLook !== undefined ? [[score.criterion, score.secondLook] as const] : [],
  )
  const secondLook = looks.length === 0 ? {} : { secondLook: Object.fromEntries(looks) }
  const recommendation = result.kind === 'scorecard' ? result.scorecard.recommendation : null
  return JSON.stringify({ id, track, level, scorer, ratings, unscored, evidence, recommendation, ...secondLook, delivery })
}

/** The line of a file that could not be graded. */
export const gradeErrorLine = (file: string, message: string): string => JSON.stringify({ file, error: message })

const named = ({ turn, artifact, quote }: Evidence) => ({ turn, ...(artifact === undefined ? {} : { artifact }), quote })
