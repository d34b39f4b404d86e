import type { Guide } from '#src/domain/guide.ts'
import type { Lexicon } from '#src/domain/lexicon.ts'
import type { Rubric } from '#src/domain/rubric.ts'
import { isCandidatesOwn, type Turn } from '#src/domain/turn.ts'
import { rubricRunsOf } from '#src/evidence/given-back.ts'
import { groundOf } from '#src/evidence/ground.ts'
import { findMisconceptions, judgeKeyPoint, judgeStandingCheck } from '#src/evidence/judge-check.ts'

/** Which checks have evidence so far; those without any are absent. */
export interface Coverage {
  shown: ReadonlyMap<string, 'yes' | 'partly'>
  /** Checks that the candidate met in the interviewer's own words only: told, so there is nothing left to ask. */
  told: ReadonlySet<string>
  /** Said with confidence, not so, and not taken back. */
  misconceptions: readonly string[]
}

/** What the turns on one question show, judged together, as a scorer would: what gives back the interviewer's words shows nothing. */
export function coverageOf(options: {
  turns: readonly Turn[]
  questionText: string
  guide: Guide
  rubric: Rubric
  lexicon: Lexicon
}): Coverage {
  const { turns, guide, rubric } = options
  const said = (speaker: Turn['speaker']) => turns.filter((turn) => turn.speaker === speaker)
  const ground = groundOf({
    candidateSaid: said('candidate').flatMap(({ turn, text, artifacts }) => [
      { turn, text },
      ...artifacts.filter(isCandidatesOwn).map((artifact) => ({ turn, artifact: artifact.id, text: artifact.text })),
    ]),
    interviewerSaid: [{ turn: 0, text: options.questionText }, ...said('interviewer').map(({ turn, text }) => ({ turn, text }))],
    rubricRuns: rubricRunsOf(rubric, guide),
    lexicon: options.lexicon,
  })
  const judged = [
    ...guide.keyPoints.map((point) => [point.id, judgeKeyPoint(point, ground)] as const),
    ...rubric.criteria.flatMap(({ checks }) => checks.map((check) => [check.id, judgeStandingCheck(check, ground)] as const)),
  ]
  return {
    shown: new Map(judged.flatMap(([id, { verdict }]) => (verdict === null ? [] : [[id, verdict] as const]))),
    told: new Set(judged.filter(([, { demoted }]) => demoted).map(([id]) => id)),
    misconceptions: findMisconceptions(guide.misconceptions, ground)
      .filter(({ stands }) => stands)
      .map(({ misconception }) => misconception.id),
  }
}
