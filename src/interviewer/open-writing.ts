import type { Move } from '#src/domain/move.ts'
import type { PhaseClock } from '#src/domain/phase-clock.ts'
import type { Phrases } from '#src/domain/phrases.ts'
import type { Phase } from '#src/domain/rubric.ts'
import type { Turn } from '#src/domain/turn.ts'
import { isWrittenOut } from '#src/evidence/written-out.ts'
import { gapAskedBy } from './open-gaps.ts'
import type { CheckState, OpenGap } from './standpoint.ts'

const kindOf = { sql: 'query-unwritten', code: 'code-unwritten' } as const

/**
 * What somebody who only talks is to be asked to write down now: open from the middle of a phase that wants it written, or when they are through with
 * it, until it was written or asked for once. Null when nothing is.
 */
export function openWriting(options: {
  phase: Phase | undefined
  clock: Pick<PhaseClock, 'spentMs' | 'budgetMs'>
  isDone: boolean
  /** The turns on the question, and its checks. */
  onQuestion: readonly Turn[]
  checks: readonly Pick<CheckState, 'id' | 'shown' | 'spent'>[]
  moves: readonly Move[]
  phrases: Phrases
}): OpenGap | null {
  const { phase, clock, checks } = options
  if (phase?.toWrite === undefined || (!options.isDone && clock.spentMs < clock.budgetMs / 2)) return null
  const { kind: pad, check, orShown = [] } = phase.toWrite
  const kind = kindOf[pad]
  const isAsked =
    options.moves.some((move) => gapAskedBy(move)?.kind === kind) ||
    checks.some(({ id, spent }) => id === check && spent.length > 0)
  const isTold = checks.some(({ id, shown }) => orShown.includes(id) && shown === 'yes')
  const isWritten = options.onQuestion.some((turn) => turn.speaker === 'candidate' && isWrittenOut(turn, pad))
  if (isAsked || isTold || isWritten || options.phrases[`gap-${kind}`] === undefined) return null
  return { gap: { kind, at: phase.id }, values: {}, isFresh: false }
}
