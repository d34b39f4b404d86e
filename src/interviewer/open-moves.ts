import { asksBeyond, checkAskedBy, type Move, opensPart } from '#src/domain/move.ts'
import { wrapUpMs } from '#src/domain/phase-clock.ts'
import type { ProbeKind } from '#src/domain/rubric.ts'
import { answersTo } from './answers-to.ts'
import { essentialProbes } from './essential-probes.ts'
import { moveId } from './move-id.ts'
import { inLastPhase, inLastWork, inOpeningPhase } from './place-in-schedule.ts'
import { pointsBack } from './quote.ts'
import { isFirm, mostProbesOnOneCheck, type ProbeMove, rankProbes } from './rank-probes.ts'
import type { CheckState, Standpoint } from './standpoint.ts'
import { hasTimeForMore, hasTimeToSpare, minutesPerProbe, minutesPerProbeOfStory, timeForMore } from './time-to-spare.ts'
import { onWrapUpTurn } from './wrap-up-moves.ts'

export interface OpenMoves {
  /** Every move that may be made now, the favourite first; no two alike. */
  open: Move[]
  favourite: Move
}

const minuteMs = 60_000
/** A turn as short as this may ask for time in words that no pattern knows: a model may see it. */
const longestPlea = 14
/** Probes shown to a model beside the favourite. */
const probesOffered = 5

/** What the interviewer may do now, and what it does when left to the rules. Pure: the same standpoint gives the same moves. */
export function openMoves(at: Standpoint): OpenMoves {
  if (at.cue === 'time-up' || at.cue === 'ended-by-candidate') return choose([{ kind: 'close', reason: at.cue }])
  if (at.cue === 'start' || at.lastMove === null) return choose([{ kind: 'open' }])
  if (at.cue === 'hint-asked') return choose([hintOrNone(at)])
  if (at.cue === 'coach-asked') return choose([{ kind: 'coach', criterion: openCriterion(at) }])
  if (at.cue === 'silence' || at.answer === null) return choose([{ kind: 'nudge' }])
  if (at.answer.kind === 'asks-time') return choose([{ kind: 'wait' }])
  return choose(inWrapUp(at) ? onWrapUpTurn(at) : onTurn(at))
}

/** The first of the moves is the favourite. */
function choose(moves: (Move | null | false)[]): OpenMoves {
  const open = new Map<string, Move>()
  for (const move of moves) if (move && !open.has(moveId(move))) open.set(moveId(move), move)
  const [favourite = { kind: 'nudge' } as const] = open.values()
  return { open: [...open.values()], favourite }
}

const hintOrNone = (at: Standpoint): Move =>
  at.hint === null ? { kind: 'hint', rung: 0, aims: [] } : { kind: 'hint', rung: at.hint.rung, aims: [...at.hint.aims] }

/**
 * The criterion of the heaviest check that may be asked about and is not shown yet; of the bar, where anything of it is open, and not the one
 * that was named last, where there is another.
 */
function openCriterion({ checks, coachedOn }: Standpoint): string | null {
  const open = checks.filter(({ shown, due }) => shown !== 'yes' && due !== 'later').sort((a, b) => b.weight - a.weight)
  const ofBar = open.filter(({ aboveBar }) => !aboveBar)
  const first = ofBar.length > 0 ? ofBar : open
  return (first.find(({ criterion }) => criterion !== coachedOn) ?? first[0])?.criterion ?? null
}

function onTurn(at: Standpoint): (Move | null | false)[] {
  const { kind, flowing } = at.answer ?? { kind: 'answer', flowing: false }
  const passOn = passingOn(at)
  const late = at.clock.spentMs / at.clock.budgetMs
  if (late >= 2 || timeForWrapUp(at)) return [passOn]

  const probes = rankProbes(at)
  const firm = probes.find((probe) => isFirm(probe, at)) ?? null
  const change: Move | null = at.change === null ? null : { kind: 'change-requirement', change: at.change }
  const steer: Move = { kind: 'steer' }
  const repeat: Move = { kind: 'repeat' }
  const answers = answersTo(at)
  const beyond = beyondProbe(at, firm)
  const waits = (flowing && inOpeningPhase(at)) || kind === 'asks-leave'
  const listen: Move | false = waits && at.lastMove?.kind !== 'listen' && { kind: 'listen' }
  const challenges = challengesTo(at)
  const hint = (kind === 'hint-request' || begsOn(at) || (at.stalled >= 2 && at.hint !== null)) && hintOrNone(at)
  const mayBePlea = at.answer !== null && at.answer.words <= longestPlea
  const probesLeft = at.probes < probeLimit(at) || at.lastMove?.kind === 'change-requirement' || goesDeeper(at)
  const essential = essentialProbes(at, probes)
  const probesToCome = plannedProbes(at) - at.probes
  const isMore = (goesDeeper(at) && firm !== null) || (inLastWork(at) && beyond !== null)
  const isThrough = wantsOn(at) && !(isMore && at.answer?.doneBefore === false)

  // A model may close a round of one part only where little is left to ask, or little time to ask it in.
  const hasComeFar = late >= timeForMore || !probesLeft || firm === null || isThrough

  const gaps = at.gaps.map(({ gap, isFresh }) => ({ isFresh, move: { kind: 'challenge', gap } as const }))

  const writing: Move | false = at.writing !== null && at.stalled === 0 && { kind: 'challenge', gap: at.writing.gap }

  const urgent = [
    begsOn(at) && hint,
    kind === 'off-limits' && backToQuestion(at),
    kind === 'repeat' && repeat,
    kind === 'hint-request' && (recovery(at) ?? hint),
    // The task may hang on what no fact tells.
    inIntro(at) && kind === 'question' && at.answer?.facts.length === 0 && late < 1.5 && answers[0],
    inIntro(at) && (listen || enterWork(at, firm)),
    late >= 1.5 && passOn,
    kind === 'asks-leave' && listen,
    kind === 'question' && answers[0],
    at.answer?.partWanted != null && passOn,
    challenges[0],
    at.answer?.wandered && late < 1 && at.lastMove?.kind !== 'repeat' && repeat,
    (hasCodeAhead(at) || hasGoneAhead(at)) && passOn,
    recovery(at),
    at.stalled % 2 === 0 && hint,
    writing,
    changeIsDue(at) && !goesBeyondFirst(at) && change,
    // The last of the planned probes are kept for them, and nobody who is done, or out of time for more, goes on without them.
    at.stalled < mostStalls && (probesToCome <= essential.length || late >= timeForMore || kind === 'done') && essential[0],
    (late >= 1 || isThrough) && (changeBeforeLeaving(at) ? change : passOn),
    listen,
    probesLeft && (gaps.find(({ isFresh }) => isFresh)?.move ?? firm ?? gaps[0]?.move),
    hasTimeForMore(at) && probes.find((probe) => isFirmMust(probe, at)),
    changeBeforeLeaving(at) && !(beyond !== null && goesBeyondFirst(at)) && change,
    beyond,
    passOn,
  ]
  const allowed = [
    ...(late < 1.5 && probesLeft ? probes.slice(0, probesOffered) : []),
    ...challenges,
    ...challengesTo(at.passedOver),
    ...(late < 1.5 && probesLeft ? gaps.map(({ move }) => move) : []),
    ...answers,
    writing,
    hint,
    (changeIsDue(at) || changeBeforeLeaving(at)) && change,
    listen,
    kind !== 'off-limits' && (inIntro(at) ? enterWork(at, firm) : (passOn.kind !== 'close' || hasComeFar) && passOn),
    repeat,
    steer,
    mayBePlea && ({ kind: 'wait' } as const),
  ]
  return [urgent.find((move) => move) ?? passOn, ...allowed]
}

/** What must be there and was not asked for is asked for, however many questions the part has had. */
const isFirmMust = ({ check }: ProbeMove, { checks }: Standpoint): boolean =>
  checks.some(({ id, must, shown }) => id === check && must && shown !== 'yes')

/** With nothing else left to ask, and time: into what was told unasked; what earlier parts were told, once nothing else is to come. */
function beyondProbe(at: Standpoint, firm: ProbeMove | null): ProbeMove | null {
  const { kind, doneBefore } = at.answer ?? { kind: 'stalled', doneBefore: false }
  const wasBeyond = asksBeyond(at.lastMove)
  const goesOn = kind === 'answer' || (kind === 'done' && !doneBefore) || (kind === 'stalled' && wasBeyond)
  const isStuck = at.stalled > (wasBeyond ? 1 : 0)
  if (firm !== null || isStuck || !goesOn || !hasTimeForMore(at) || inOpeningPhase(at)) return null
  const isDue = ({ check }: ProbeMove) => at.checks.some(({ id, due }) => id === check && (due === 'now' || inLastWork(at)))
  return at.beyond.find(isDue) ?? null
}

const challengesTo = ({ contradictions, misconceptions }: Pick<Standpoint, 'contradictions' | 'misconceptions'>): Move[] => [
  ...contradictions.slice(0, 1).map((contradiction) => ({ kind: 'challenge', contradiction }) as const),
  ...misconceptions.map((misconception) => ({ kind: 'challenge', misconception }) as const),
]

/** To the next phase, or to the wrap-up when its minutes begin; to the close when nothing is left. */
function passingOn(at: Standpoint): Move {
  const wrapUp = at.schedule.findLastIndex(({ role }) => role === 'wrap-up')
  const to = wrapUp > at.phase && timeForWrapUp(at) ? wrapUp : at.next
  if (to === null) return { kind: 'close', reason: 'finished' }
  // What was asked for is told, however late it is.
  const told = (at.answer?.kind === 'question' ? at.answer.facts : at.answer?.steps) ?? []
  const mayOwe =
    told.length === 0 &&
    !inIntro(at) &&
    at.schedule[to]?.role === 'work' &&
    at.schedule[to].question === at.schedule[at.phase]?.question
  const facts = mayOwe ? at.owed.slice(0, 1) : told
  return { kind: 'next-phase', phase: to, ...(facts.length > 0 && { facts: [...facts] }), ...(to === at.next && begunWith(at)) }
}

/** What the phase that comes next is begun with: its opener, else what is open in it. Nothing when nothing is: then whatever is to be added may be. */
function begunWith(at: Standpoint): { asksFor: string[] } | { check: string; probe: ProbeKind } | null {
  if (at.wayIn === null || at.next === null || at.wayIn.announce === null) return null
  const { opener } = at.wayIn
  if (opener !== null) return opener.asksFor.length === 0 ? null : { asksFor: [...opener.asksFor] }
  const { checks, about } = at.wayIn
  const open = rankProbes({ ...at, phase: at.next, checks }).flatMap((probe) => {
    const check = checks.find(({ id, due, shown }) => id === probe.check && due === 'now' && shown === 'none')
    const ask = check?.probes.find(({ kind }) => kind === probe.probe)?.ask
    // Right after the announcement of another part "that" points at nothing.
    return check === undefined || ask === undefined || pointsBack(ask) ? [] : [{ check, probe: probe.probe }]
  })
  const first =
    open.find(({ check }) => check.source === 'key-point') ?? open.find(({ check }) => check.criterion === about) ?? null
  return first === null ? null : { check: first.check.id, probe: first.probe }
}

/** Code was handed in before its part of the round: then that part has come, and nothing before it is asked about a finished program. */
function hasCodeAhead({ answer, schedule, phase }: Standpoint): boolean {
  const here = schedule[phase]
  const isAhead = schedule.slice(phase + 1).some(({ writes, question }) => writes === true && question === here?.question)
  return answer?.givesCode === true && here?.writes !== true && isAhead
}

/** So many points of parts to come in one answer are an account of them. */
const fewestAhead = 2

/** Has gone on from the first part unasked, and nothing that must be there is open before it: general questions about what was left would call them back. */
function hasGoneAhead(at: Standpoint): boolean {
  const { answer, checks } = at
  const told = (when: CheckState['due']) =>
    checks.filter(({ source, due, near, shown }) => source === 'key-point' && due === when && near && shown === 'yes').length
  const ahead = told('later')
  const mustOpen = checks.some(({ must, due, shown, asked }) => must && due === 'now' && shown === 'none' && asked === 0)
  return inOpeningPhase(at) && answer?.kind === 'answer' && ahead >= fewestAhead && ahead > told('now') && !mustOpen
}

const inWrapUp = (at: Standpoint) => at.schedule[at.phase]?.role === 'wrap-up'
const inIntro = (at: Standpoint) => at.schedule[at.phase]?.role === 'intro'
/** A phase that is all there is on its question gets more of them into the same minutes: nothing else comes back to it. */
const plannedProbes = (at: Standpoint): number => {
  const each = inOpeningPhase(at) && inLastPhase(at) ? minutesPerProbeOfStory : minutesPerProbe
  const minutes = hasTimeToSpare(at) ? at.clock.budgetMs / minuteMs : (at.schedule[at.phase]?.minutes ?? 0)
  return Math.max(1, Math.round(minutes / each))
}
/** Somebody who answers in few words leaves time for more. */
const probeLimit = (at: Standpoint): number => plannedProbes(at) * (at.clock.spentMs < at.clock.budgetMs * timeForMore ? 2 : 1)

/** Share of the time before which one goes beyond what was told rather than change a requirement once more. */
const shareBeforeChanges = [2 / 3, 5 / 6]

/** Somebody fast is through with the plan when a third of the time is: the change breaks more where more was built. */
const goesBeyondFirst = (at: Standpoint): boolean =>
  ofOneQuestion(at) &&
  hasTimeForMore(at) &&
  at.beyond.length > 0 &&
  at.clock.elapsedMs < at.clock.totalMs * (shareBeforeChanges[at.changes] ?? 1)

/** As often as this in one phase the answer is asked for before the way back in is shown. */
const pleasHeard = 3

/** Wants the answer a third time, running or not, in practice: the first rungs, which hold no help of their own, are a way back in. */
const begsOn = ({ answer, lastMove, mode, hint, pleas }: Standpoint): boolean =>
  answer?.kind === 'off-limits' &&
  answer.asksForAnswer &&
  (lastMove?.kind === 'repeat' || pleas >= pleasHeard) &&
  mode === 'practice' &&
  hint !== null &&
  hint.rung <= 1

/** As often as this in a row the open question is kept to; to go on any sooner would obey whoever orders so. */
const mostBeside = 3

/** What stands beside the question is steered back from, the second time by asking it again; after the third the interview goes on without an answer. */
function backToQuestion({ beside }: Standpoint): Move | null {
  if (beside > mostBeside) return null
  return beside === 2 ? { kind: 'repeat' } : { kind: 'steer' }
}

function timeForWrapUp(at: Standpoint): boolean {
  const kept = wrapUpMs(at.schedule)
  return kept > 0 && !inWrapUp(at) && at.clock.elapsedMs >= at.clock.totalMs - kept
}

/** Somebody who holds what the bar asks for, with time left and no part to come, is taken deeper for as long as something is open; one blank ends nothing. */
const goesDeeper = (at: Standpoint): boolean => inLastWork(at) && at.coreShown >= 0.5 && at.stalled < 2 && hasTimeForMore(at)

/** Leaves the introduction: with what the candidate asked for, or going on from what was said, so that nothing is asked twice. */
function enterWork(at: Standpoint, probe: ReturnType<typeof rankProbes>[number] | null): Move {
  const move = passingOn(at)
  if (move.kind !== 'next-phase' || at.answer === null) return move
  const { kind, facts, words, partWanted } = at.answer
  const entered = { kind: move.kind, phase: move.phase }
  if (kind === 'question' && facts.length > 0) return { ...entered, facts: [...facts] }
  const begun = kind === 'answer' && words >= 20 && probe !== null && partWanted === null
  return begun ? { ...entered, check: probe.check, probe: probe.probe } : move
}

/** After the first blank: what is near it, or where to begin, which to somebody who has not begun is as much as the first rung holds. */
function recovery(at: Standpoint): Move | null {
  const opened = checkOpenedWith(at)
  const check = checkAskedBy(at.lastMove) ?? opened
  const isBlank = at.answer?.kind === 'stalled' || (at.answer?.kind === 'hint-request' && opened !== null && at.hint?.rung === 0)
  const recovering = at.lastMove?.kind === 'probe' && at.lastMove.probe === 'recover'
  const isSpent = at.checks.some(({ id, asked }) => id === check && asked >= mostProbesOnOneCheck)
  // A point that was told needs no way back to it.
  const isTold = asksBeyond(at.lastMove)
  return isBlank && at.stalled <= 1 && check !== null && !recovering && !isSpent && !isTold
    ? { kind: 'probe', check, probe: 'recover' }
    : null
}

/** What the opening of a question or a phase asks for, else what is told first there; null when the last move was none. */
function checkOpenedWith({ lastMove, checks }: Standpoint): string | null {
  if (lastMove === null || !opensPart(lastMove)) return null
  const [asked] = lastMove.kind === 'next-phase' ? (lastMove.asksFor ?? []) : []
  const due = checks.filter((check) => check.due === 'now' && !check.aboveBar)
  return asked ?? (due.find(({ source }) => source === 'standing') ?? due[0])?.id ?? null
}

const ofOneQuestion = ({ schedule }: Standpoint): boolean => schedule.every(({ question }) => question === schedule[0]?.question)

/** About two thirds through, or well into the last phase, once there is a design that it can change. */
function changeIsDue(at: Standpoint): boolean {
  if (at.changes > 0) return false
  const twoThirds = ofOneQuestion(at) && at.clock.elapsedMs >= (at.clock.totalMs * 2) / 3 && at.coreShown > 0
  const wellIn = mayChangeHere(at) && at.exchanges >= 3 && at.coreShown >= 0.5
  return at.stalled === 0 && (twoThirds || wellIn)
}

/** Before so much of the time there is nothing built yet that a change could break, however much was named. */
const shareBeforeChange = 0.25

const mayChangeHere = (at: Standpoint): boolean =>
  inLastPhase(at) || (at.changeBelongsHere && at.clock.elapsedMs >= at.clock.totalMs * shareBeforeChange)

/** The last phase is about to be left, and there is something to change and time to do it. */
const changeBeforeLeaving = (at: Standpoint) =>
  at.change !== null &&
  (at.changes === 0 || mayChangeAgain(at) || (hasTimeToSpare(at) && at.answer?.kind !== 'done')) &&
  mayChangeHere(at) &&
  at.coreShown > 0 &&
  at.stalled === 0 &&
  at.clock.spentMs < at.clock.budgetMs * 1.5

/** Through with everything else, and not only with words. */
const mayChangeAgain = (at: Standpoint): boolean =>
  goesDeeper(at) &&
  at.coreShown >= 0.75 &&
  at.answer?.doneBefore === false &&
  at.lastMove?.kind !== 'change-requirement' &&
  at.clock.spentMs < at.clock.budgetMs * timeForMore

/** After so many answers that brought nothing there is nothing to be had. */
const mostStalls = 5

/** The candidate has finished, or has nothing more to give; a finished one is still asked about what must be there. */
function wantsOn(at: Standpoint): boolean {
  if (at.stalled >= mostStalls) return true
  const mustOpen = at.checks.some(({ shown, due, must, asked }) => must && shown === 'none' && due === 'now' && asked === 0)
  return at.answer?.kind === 'done' && !(mustOpen && !at.answer.doneBefore)
}
