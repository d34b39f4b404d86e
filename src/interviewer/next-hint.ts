import type { HintLadder } from '#src/domain/guide.ts'
import type { Move, Rung } from '#src/domain/move.ts'
import type { Mode } from '#src/domain/track.ts'
import type { NextHint } from './standpoint.ts'

type Hint = Extract<Move, { kind: 'hint' }>

/**
 * The next rung in a phase: 0 and 1, which hold no help of their own, once in an interview; then the ladders of the phase that lead to what is not shown yet, one rung at
 * a time. Mock mode stops at 3; 5 gives the point away, so it waits for an approach. Null when nothing is left.
 */
export function nextHint(options: {
  ladders: readonly HintLadder[]
  /** Hints given in this phase. */
  given: readonly Hint[]
  /** Rungs given so far in the whole interview. */
  begun: readonly Rung[]
  mode: Mode
  approachStated: boolean
  shown: ReadonlyMap<string, 'yes' | 'partly'>
  /** The check that was asked about last: its ladder comes first. */
  lastAsked: string | null
}): NextHint | null {
  const { given, shown, lastAsked } = options
  if (options.begun.length === 0) return { rung: 0, aims: [] }
  if (!options.begun.some((rung) => rung >= 1)) return { rung: 1, aims: [] }
  const top = options.mode === 'mock' ? 3 : options.approachStated ? 5 : 4
  const open = options.ladders.filter(({ aims }) => aims.some((aim) => shown.get(aim) !== 'yes'))
  const ordered = [...open].sort((a, b) => Number(b.aims.includes(lastAsked ?? '')) - Number(a.aims.includes(lastAsked ?? '')))
  for (const { aims } of ordered) {
    const rungs = given.filter((hint) => hint.aims.join() === aims.join()).map(({ rung }) => rung)
    const next = Math.max(1, ...rungs) + 1
    if (next <= top) return { rung: next as Rung, aims }
  }
  return null
}
