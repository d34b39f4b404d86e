import type { Evidence, Score, Scorecard } from '#src/domain/score.ts'
import type { Mark } from './mark-text.ts'

/** A mark with the place it is in and the criteria that rest on it. */
export interface TranscriptMark extends Mark {
  turn: number
  artifact: string | null
  criteria: readonly string[]
}

/** One id per slice of the transcript, the same wherever that slice is quoted; fit for an element and for a link. */
export function markId({ turn, artifact, start, end }: Pick<Evidence, 'turn' | 'artifact' | 'start' | 'end'>): string {
  return ['quote', turn, ...(artifact === undefined ? [] : [artifact]), start, end].join('-')
}

/** Every slice that a scorecard quotes, once each, in the order of the transcript. */
export function collectMarks(scorecard: Pick<Scorecard, 'scores' | 'perQuestion' | 'debrief'>): TranscriptMark[] {
  const scores = [...scorecard.scores, ...scorecard.perQuestion.flatMap((question) => question.scores)]
  const { carried, fixes } = scorecard.debrief
  const quoted: { criterion: string; evidence: Evidence }[] = [
    ...scores.flatMap((score) => evidenceOf(score).map((evidence) => ({ criterion: score.criterion, evidence }))),
    ...carried,
    ...fixes.flatMap(({ criterion, evidence }) => (evidence === null ? [] : [{ criterion, evidence }])),
  ]
  const marks = new Map<string, TranscriptMark>()
  for (const { criterion, evidence } of quoted) {
    const id = markId(evidence)
    const criteria = marks.get(id)?.criteria ?? []
    const { turn, start, end, artifact = null } = evidence
    marks.set(id, {
      id,
      turn,
      artifact,
      start,
      end,
      criteria: criteria.includes(criterion) ? criteria : [...criteria, criterion],
    })
  }
  return [...marks.values()].sort((left, right) => left.turn - right.turn || left.start - right.start || left.end - right.end)
}

function evidenceOf(score: Score): Evidence[] {
  const checks = score.checks.flatMap(({ evidence }) => evidence)
  return score.kind === 'rated' ? [...score.evidence, ...checks] : checks
}
