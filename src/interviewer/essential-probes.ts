import type { ProbeMove } from './rank-probes.ts'
import type { Standpoint } from './standpoint.ts'

/**
 * The probes that must still be put before this part ends, in the rubric's order: at most one for each essential check of it that nobody asked about.
 * It is asked by a must point of the question of the same criterion that asks the same kind of question, else by itself. Where the words of an answer
 * met the check, such a point that is not shown is asked all the same: the check's own words are anybody's. `probes`: those that may be asked now.
 */
export function essentialProbes({ checks }: Pick<Standpoint, 'checks'>, probes: readonly ProbeMove[]): ProbeMove[] {
  return checks.flatMap(({ id, criterion, essential, shown, due, probes: [planned] }) => {
    if (!essential || due !== 'now' || planned === undefined) return []
    const ofCriterion = checks.filter((check) => check.criterion === criterion)
    if (ofCriterion.some(({ spent }) => spent.includes(planned.kind))) return []
    const points = ofCriterion.filter((check) => check.must && check.probes[0]?.kind === planned.kind)
    if (shown !== 'none' && points.some((point) => point.shown !== 'none')) return []
    const asking = new Set([...points.map((point) => point.id), ...(shown === 'none' ? [id] : [])])
    return probes.find(({ check, probe }) => probe === planned.kind && asking.has(check)) ?? []
  })
}
