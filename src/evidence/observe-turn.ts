import type { Guide } from '#src/domain/guide.ts'
import type { Lexicon } from '#src/domain/lexicon.ts'
import type { Rubric } from '#src/domain/rubric.ts'
import type { Evidence } from '#src/domain/score.ts'
import { type Artifact, isCandidatesOwn } from '#src/domain/turn.ts'
import { rubricRunsOf } from './given-back.ts'
import { groundOf } from './ground.ts'
import { findMisconceptions, judgeKeyPoint, judgeStandingCheck, type Shown } from './judge-check.ts'
import { quoteFor } from './quote-for.ts'

/** A check that a turn touched. */
export interface ObservedCheck {
  check: string
  source: 'standing' | 'key-point'
  criterion: string
  verdict: 'yes' | 'partly'
  /** At most three quotes. */
  evidence: Evidence[]
}

/** What one candidate turn showed. */
export interface Observation {
  checks: ObservedCheck[]
  misconceptions: { misconception: string; evidence: Evidence }[]
}

/**
 * Notes which key points, standing checks and misconceptions one candidate turn touches. Pure, a few milliseconds at the most: it runs
 * before every move. `interviewerSaid` is what the interviewer said so far, the question included: giving it back shows nothing.
 */
export function observeTurn(options: {
  text: string
  artifacts: readonly Artifact[]
  guide: Guide
  rubric: Rubric
  lexicon: Lexicon
  interviewerSaid: readonly string[]
  /** Number of the turn, for the evidence; 1 when unsaid. */
  turn?: number
}): Observation {
  const { text, artifacts, guide, rubric, lexicon } = options
  const turn = options.turn ?? 1
  const own = artifacts.filter(isCandidatesOwn)
  const ground = groundOf({
    candidateSaid: [{ turn, text }, ...own.map((artifact) => ({ turn, artifact: artifact.id, text: artifact.text }))],
    interviewerSaid: options.interviewerSaid.map((said) => ({ turn: turn - 1, text: said })),
    rubricRuns: rubricRunsOf(rubric, guide),
    lexicon,
  })
  const checks: ObservedCheck[] = []
  const note = (shown: Shown, check: Omit<ObservedCheck, 'verdict' | 'evidence'>) => {
    if (shown.verdict === null) return
    checks.push({ ...check, verdict: shown.verdict, evidence: shown.matches.slice(0, 3).map(quoteFor) })
  }
  for (const point of guide.keyPoints)
    note(judgeKeyPoint(point, ground), { check: point.id, source: 'key-point', criterion: point.criterion })
  for (const criterion of rubric.criteria)
    for (const check of criterion.checks)
      note(judgeStandingCheck(check, ground), { check: check.id, source: 'standing', criterion: criterion.id })
  return {
    checks,
    misconceptions: findMisconceptions(guide.misconceptions, ground)
      .filter(({ stands }) => stands)
      .map(({ misconception, match }) => ({ misconception: misconception.id, evidence: quoteFor(match) })),
  }
}
