import type { Guide } from '#src/domain/guide.ts'
import type { CheckResult, Score, Verdict } from '#src/domain/score.ts'
import type { Level } from '#src/domain/track.ts'
import { designContent } from '../interviewer/fixtures.ts'

export const { rubric } = designContent
export const guide = designContent.questions[0]?.guide as Guide

export function check(id: string, verdict: Verdict, over: Partial<CheckResult> = {}): CheckResult {
  const isMet = verdict === 'yes' || verdict === 'partly'
  const quote = `what was said about ${id}`
  return {
    check: id,
    source: 'standing',
    means: `Shows ${id}.`,
    verdict,
    evidence: isMet ? [{ turn: 2, start: 0, end: quote.length, quote }] : [],
    cappedBy: null,
    ...over,
  }
}

export function rated(criterion: string, rating: 1 | 2 | 3 | 4, checks: CheckResult[] = []): Extract<Score, { kind: 'rated' }> {
  const byLevel: Record<Level, typeof rating> = { junior: rating, mid: rating, senior: rating, lead: rating }
  return { kind: 'rated', criterion, rating, rationale: `Rated ${rating}.`, evidence: [], checks, byLevel }
}

export const unscored = (criterion: string): Score => ({ kind: 'unscored', criterion, reason: 'The model was away.', checks: [] })
