import { checkAskedBy, type Move } from '#src/domain/move.ts'
import type { ProbeKind } from '#src/domain/rubric.ts'
import type { CheckState, Standpoint } from './standpoint.ts'

/** Where words of two sentences met it, only who reads them can tell whether anything is left to ask. */
const doubtful = 0.3

export type ProbeMove = Extract<Move, { kind: 'probe' }>

/** A check is asked about twice at most; after that it is recorded as not shown. */
export const mostProbesOnOneCheck = 2

/**
 * The probes that may be asked now, one a check, the most useful first: the heaviest check without evidence that belongs to this phase, sooner
 * when the last answer leads there or calls for that very kind of question. What was settled is never among them, and checks above the bar
 * only after a strong answer.
 */
export function rankProbes(at: Standpoint): ProbeMove[] {
  const before = { check: checkAskedBy(at.lastMove), lookedBack: looksBack(checkAskedBy(at.lastMove), at) }
  const due = at.checks.filter((check) => mayBeAsked(check, at))
  const open = due.length > 0 ? due : at.checks.filter((check) => mayGoFurther(check, at))
  return open
    .flatMap((check) => {
      const kinds = kindsFor(check, at).map((kind) => ({
        check: check.id,
        probe: kind,
        worth: worthOf(kind, { check, at, before }),
      }))
      return kinds.length === 0 ? [] : [kinds.reduce((best, one) => (one.worth > best.worth ? one : best))]
    })
    .sort((a, b) => b.worth - a.worth)
    .map(({ check, probe }) => ({ kind: 'probe', check, probe }))
}

function mayBeAsked(check: CheckState, at: Standpoint): boolean {
  if (check.shown !== 'none' && check.asked > 0 && check.called.length === 0) return false
  if (isAskedNoMore(check)) return false
  if (check.due === 'later' || (check.due === 'earlier' && check.source === 'standing')) return false
  return !check.aboveBar || at.answer?.strong === true
}

/** Nothing else is left to ask, and something holds: above the bar, and once more into what is shown in part. */
function mayGoFurther(check: CheckState, at: Standpoint): boolean {
  if (at.coreShown < 0.5 || at.stalled > 0) return false
  return !isAskedNoMore(check) && check.due === 'now'
}

/** Whether anything is left of a point that two sentences met can be read; a general question that was met is a form being filled in. */
const isAskedNoMore = ({ settled, asked, source, shown }: CheckState): boolean =>
  settled || asked >= mostProbesOnOneCheck || (source === 'standing' && shown === 'yes')

/** The author's next question; of those behind it what the answer calls for; and what it calls for of this check that nobody planned. */
function kindsFor(check: CheckState, at: Standpoint): ProbeKind[] {
  const called = new Set([...check.called, ...(at.answer?.signals ?? [])])
  const planned = check.probes.filter(({ kind }, place) => place === 0 || called.has(kind)).map(({ kind }) => kind)
  const general = check.called.filter((kind) => at.generalProbes.includes(kind) && !check.spent.includes(kind))
  return [...new Set([...planned, ...general])]
}

interface Before {
  /** The check that was asked about last. */
  check: string | null
  /** That came back to a phase already left. */
  lookedBack: boolean
}

function worthOf(kind: ProbeKind, { check, at, before }: { check: CheckState; at: Standpoint; before: Before }): number {
  let worth = check.weight
  if (check.due === 'earlier') worth *= before.lookedBack ? 0.25 : 0.5
  if (check.shown === 'partly' && !check.near) worth *= 0.7
  if (check.shown === 'yes') worth *= doubtful
  // A weak answer gets one more try at once; a check that was left is not come back to lightly.
  if (check.asked > 0) worth *= check.id === before.check ? 1.1 : 0.4
  // After a strong answer the interview goes deeper before it goes on.
  if (check.aboveBar && at.answer?.strong === true) worth *= 3
  // To go on from what was said is talk; the heaviest open point each time is a form being filled in.
  if (check.near) worth *= 1.4
  if (check.called.includes(kind)) worth *= 1.6
  else if (at.answer?.signals.includes(kind) === true) worth *= 1.25
  if (isThirdInARow(kind, at)) worth *= 0.6
  if (nothingTold(at)) worth *= beginningFirst(check, at)
  return worth
}

const nothingTold = ({ checks }: Standpoint): boolean => checks.every(({ shown }) => shown === 'none')

/** With nothing told there is nothing to go into: guides list their points in the order in which they come up. */
function beginningFirst(check: CheckState, at: Standpoint): number {
  const points = at.checks.filter(({ source, due }) => source === 'key-point' && due === 'now')
  const place = points.findIndex(({ id }) => id === check.id)
  return place < 0 ? 0.5 : 2 - place / points.length
}

const looksBack = (id: string | null, at: Standpoint): boolean =>
  at.checks.some((check) => check.id === id && check.due === 'earlier')

const isThirdInARow = (kind: ProbeKind, { recentProbes }: Standpoint): boolean =>
  recentProbes.length >= 2 && recentProbes.slice(-2).every((one) => one === kind)
