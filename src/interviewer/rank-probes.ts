import { wordsIn } from '#src/conduct/sentence-splitter.ts'
import { checkAskedBy, type Move } from '#src/domain/move.ts'
import type { ProbeKind } from '#src/domain/rubric.ts'
import { inLastPhase, inLastWork, inOpeningPhase } from './place-in-schedule.ts'
import type { CheckState, Standpoint } from './standpoint.ts'
import { arcWorth } from './story-arc.ts'
import { hasTimeToSpare } from './time-to-spare.ts'

/** Where words of two sentences met it, only who reads them can tell whether anything is left to ask. */
const doubtful = 0.3

/** What a question takes for given may still come up. */
const presumed = 0.1

/** "Why did that take so long?" behind an answer about something else. */
const leansOnNothing = 0.3

export type ProbeMove = Extract<Move, { kind: 'probe' }>

/** A check is asked about twice at most; after that it is recorded as not shown. */
export const mostProbesOnOneCheck = 2

/**
 * The probes that may be asked now, one a check, the most useful first: the heaviest check without evidence that belongs to this phase, sooner
 * when the last answer leads there or calls for that very kind of question. What was settled is never among them, and checks above the bar
 * only after a strong answer.
 */
export function rankProbes(at: Standpoint): ProbeMove[] {
  const ofParts = rankedOf((kind) => !looksAtWhole(kind, at), at)
  // With nothing else left there is nothing to wait for.
  return inLastWork(at) && !ofParts.some((probe) => isFirm(probe, at)) ? rankedOf(() => true, at) : ofParts
}

function rankedOf(mayBe: (kind: ProbeKind) => boolean, at: Standpoint): ProbeMove[] {
  const kindsOf = (check: CheckState) => kindsFor(check, at).filter(mayBe)
  const due = ranked(
    at.checks.filter((check) => mayBeAsked(check, at)),
    { at, kindsOf },
  )
  if (due.some((probe) => isFirm(probe, at))) return due
  const further = at.checks.filter((check) => mayGoFurther(check, at) && !due.some((probe) => probe.check === check.id))
  return [...ranked(further, { at, kindsOf: (check) => [...kindsOf(check), ...kindsBeyond(check, at).filter(mayBe)] }), ...due]
}

/** What words of two sentences met is left to whoever can read whether anything is left to ask. */
export const isFirm = ({ check }: ProbeMove, { checks }: Standpoint): boolean =>
  checks.some(({ id, shown }) => id === check && shown !== 'yes')

/** Share of an interview after which it has a whole that one can look back on. */
const wholeStands = 2 / 3

/** "What would you do differently?" of something that is still being made; of a story all has happened. */
function looksAtWhole(kind: ProbeKind, at: Standpoint): boolean {
  const isStory = inOpeningPhase(at) && inLastPhase(at)
  return kind === 'reflection' && !isStory && at.clock.elapsedMs < at.clock.totalMs * wholeStands
}

function ranked(
  checks: readonly CheckState[],
  { at, kindsOf }: { at: Standpoint; kindsOf: (check: CheckState, at: Standpoint) => ProbeKind[] },
): ProbeMove[] {
  const before = { check: checkAskedBy(at.lastMove), lookedBack: looksBack(checkAskedBy(at.lastMove), at) }
  return checks
    .flatMap((check) => {
      const kinds = kindsOf(check, at).map((kind) => ({
        check: check.id,
        probe: kind,
        ...(check.aboveBar && { aboveBar: true as const }),
        worth: worthOf(kind, { check, at, before }),
      }))
      return kinds.length === 0 ? [] : [kinds.reduce((best, one) => (one.worth > best.worth ? one : best))]
    })
    .sort((a, b) => b.worth - a.worth)
    .map(({ worth: _, ...probe }) => ({ kind: 'probe', ...probe }))
}

function mayBeAsked(check: CheckState, at: Standpoint): boolean {
  if (check.shown !== 'none' && check.asked > 0 && check.called.length === 0) return false
  if (isAskedNoMore(check)) return false
  if (check.due === 'later' || check.due === 'past' || (check.due === 'earlier' && check.source === 'standing')) return false
  return !check.aboveBar || at.answer?.strong === true
}

/**
 * Nothing else is left to ask, and something holds: above the bar, once more into what is shown in part, and at the end into what earlier parts left. With time
 * to spare that is asked of everybody, within the bar.
 */
function mayGoFurther(check: CheckState, at: Standpoint): boolean {
  if (at.stalled > 0) return false
  if (at.coreShown < 0.5) return hasTimeToSpare(at) && !check.aboveBar && !isAskedNoMore(check) && check.due === 'earlier'
  return !isAskedNoMore(check) && (check.due === 'now' || (check.due === 'earlier' && inLastWork(at)))
}

/** Whether anything is left of a point that two sentences met can be read; a general question that was met is a form being filled in. */
const isAskedNoMore = ({ settled, asked, source, shown }: CheckState): boolean =>
  settled || asked >= mostProbesOnOneCheck || (source === 'standing' && shown === 'yes')

/** The author's next question; of those behind it what the answer calls for; and what it calls for of this check that nobody planned. */
function kindsFor(check: CheckState, at: Standpoint): ProbeKind[] {
  const called = new Set([...check.called, ...(at.answer?.signals ?? [])])
  // What helps somebody on who has nothing to say asks the others to begin anew.
  const helpful = at.stalled > 0 ? check.probes : check.probes.filter(({ kind }) => kind !== 'recover')
  // What leans on something needs something said just now that it could mean.
  const mayLean = check.due === 'now' && at.answer?.kind !== 'done' && at.answer?.kind !== 'stalled'
  const probes = mayLean ? helpful : helpful.filter(({ ask }) => !check.leaning.includes(ask))
  const planned = probes.filter(({ kind }, place) => place === 0 || called.has(kind)).map(({ kind }) => kind)
  const general = check.called.filter((kind) => at.generalProbes.includes(kind) && !check.spent.includes(kind))
  return [...new Set([...planned, ...general])]
}

/** Kinds whose general questions go into whatever part was spoken of, or into what was decided; the others ask about the whole, a figure or a person. */
const intoAPart: ReadonlySet<ProbeKind> = new Set<ProbeKind>(['clarify', 'deepen'])
const intoADecision: ReadonlySet<ProbeKind> = new Set<ProbeKind>(['justify', 'counterfactual'])
/** Kinds that ask about a decision: put to anything else, they ask nothing. */
export const aboutDecision: ReadonlySet<ProbeKind> = new Set<ProbeKind>([...intoADecision, 'alternative', 'decide'])

/** Where the author has no question left for this part, a general one put to what was just said, of a kind that the check was asked about by. */
const kindsBeyond = (check: CheckState, at: Standpoint): ProbeKind[] =>
  inLastWork(at) && check.due === 'now' && check.probes.length === 0
    ? check.spent.filter((kind) => mayBePutTo(kind, at.answer) && at.generalProbes.includes(kind))
    : []

const mayBePutTo = (kind: ProbeKind, answer: Standpoint['answer']): boolean =>
  (answer?.pointable === true && intoAPart.has(kind)) || (answer?.decides === true && intoADecision.has(kind))

interface Before {
  /** The check that was asked about last. */
  check: string | null
  /** That came back to a phase already left. */
  lookedBack: boolean
}

function worthOf(kind: ProbeKind, { check, at, before }: { check: CheckState; at: Standpoint; before: Before }): number {
  let worth = check.weight * arcWorth(check, at)
  if (check.due === 'earlier') worth *= before.lookedBack ? 0.25 : 0.5
  if (check.shown === 'partly' && !check.near) worth *= 0.7
  if (check.shown === 'yes') worth *= doubtful
  // A weak answer gets one more try at once; a check that was left is not come back to lightly.
  if (check.asked > 0) worth *= check.id === before.check ? 1.1 : 0.4
  // After a strong answer the interview goes deeper before it goes on.
  if (check.aboveBar && at.answer?.strong === true) worth *= 3
  // To go on from what was said is talk; the heaviest open point each time is a form being filled in. No fewer must points are reached by it.
  // What a general check asks was given in part just now: put at once its question would not have heard it.
  const isGivenInPart = check.source === 'standing' && check.shown === 'partly' && check.asked === 0
  if (check.near && !isGivenInPart) worth *= 3
  if (check.called.includes(kind)) worth *= 1.6
  else if (at.answer?.signals.includes(kind) === true) worth *= 1.25
  if (asksOwnPart(kind, check) && at.answer?.signals.includes('ownership') === true) worth *= ownPartFirst
  if (isThirdInARow(kind, at)) worth *= 0.6
  if (at.sparing) worth *= 1 - Math.min(mostForLength, wordsIn(askOfKind(kind, check)) / 100)
  if (check.presuming.includes(askOfKind(kind, check))) worth *= presumed
  if (check.leaning.includes(askOfKind(kind, check))) worth *= leansOnNothing
  if (nothingTold(at)) worth *= beginningFirst(check, at)
  return worth
}

/** Of a story told as "we" nothing else can be asked about as the teller's own before it is known what that was. */
const ownPartFirst = 8
const asksOwnPart = (kind: ProbeKind, { probes }: CheckState): boolean =>
  kind === 'ownership' && probes.some((probe) => probe.kind === kind && probe.asksForPart === 'action')

/** Of two questions worth about the same the shorter one is put to somebody who answers in a few words: a tenth for ten words. */
const mostForLength = 0.4
const askOfKind = (kind: ProbeKind, { probes }: CheckState): string => probes.find((probe) => probe.kind === kind)?.ask ?? ''

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
