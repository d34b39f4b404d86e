import type { CheckResult } from '#src/domain/score.ts'
import type { NumberedTurn } from './question-turns.ts'
import { movesIn } from './stored-move.ts'

/** Lowers what was first met after a hint that aimed at it: partly at most from rung 2 on, nothing after rung 5, which told it. */
export function capByHints(checks: readonly CheckResult[], turns: readonly NumberedTurn[]): CheckResult[] {
  const hints = movesIn(turns).flatMap(({ turn, move }) => (move.kind === 'hint' && move.rung >= 2 ? [{ turn, ...move }] : []))
  return checks.map((check) => {
    if (check.verdict !== 'yes' && check.verdict !== 'partly') return check
    const firstShown = Math.min(...check.evidence.map(({ turn }) => turn))
    const given = hints.filter(({ turn, aims }) => turn < firstShown && aims.includes(check.check))
    if (given.length === 0) return check
    const rung = Math.max(...given.map((hint) => hint.rung))
    return rung === 5
      ? { ...check, verdict: 'not-shown', evidence: [], cappedBy: hintTold }
      : { ...check, verdict: 'partly', cappedBy: `a hint (rung ${rung}) pointed at it first` }
  })
}

const hintTold = 'a hint gave it away'

/** True when a check counts less because of a hint: its criterion is then at most 3. */
export const isCappedByHint = ({ cappedBy }: CheckResult): boolean =>
  cappedBy === hintTold || cappedBy?.startsWith('a hint (') === true
