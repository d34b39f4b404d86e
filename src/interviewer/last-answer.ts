import type { Guide } from '#src/domain/guide.ts'
import { checkAskedBy, factsOf, type Move } from '#src/domain/move.ts'
import { pastNamed, stepsOpen, tellableOf } from '#src/domain/steps-taken.ts'
import type { Level } from '#src/domain/track.ts'
import { isBlank, type Turn } from '#src/domain/turn.ts'
import type { Signal } from '#src/evidence/answer-signals.ts'
import type { LookBack } from '#src/evidence/looks-back.ts'
import { tellingWords } from '#src/evidence/telling-words.ts'
import { askedInOtherWords } from './asked-in-other-words.ts'
import type { Coverage } from './coverage.ts'
import { namesAt } from './look-back.ts'
import type { PartsOfWork } from './place-in-schedule.ts'
import type { Reading } from './read-turn.ts'
import type { CheckState, LastAnswer } from './standpoint.ts'

/** Facts told in one turn stay few and short: an interviewer answers, and does not read out a sheet. */
export const mostFacts = 3
const mostFactWords = 38
/** In the first turn out of the introduction, which says more than the facts. */
const mostFactWordsAtEntry = 28

/** What the candidate's last turn is to the interviewer: what it asks for, shows and calls for. */
export function lastAnswer(options: {
  turn: Turn
  reading: Reading
  before: Coverage
  after: Coverage
  /** As it stands. */
  guide: Guide
  /** Steps taken before it. */
  steps: readonly string[]
  checks: readonly CheckState[]
  level: Level
  told: ReadonlySet<string>
  /** Asked for before it, and told by no turn. */
  owed: readonly string[]
  /** Told in the last two moves: words that look like the question for it speak of the answer. */
  toldLately: ReadonlySet<string>
  signals: readonly Signal[]
  pointable: boolean
  decides: boolean
  doneBefore: boolean
  lastMove: Move | null
  /** Of another language the patterns see nothing, which says nothing. */
  isEnglish: boolean
  /** Out of the introduction, in a turn that says more than the facts. */
  isEntering: boolean
  parts: PartsOfWork
  /** What the part at hand began with was answered. */
  isBegun: boolean
  isWrapUp: boolean
  /** What it looks at may be told as if it had been asked for, and steps may be taken. */
  mayLook: boolean
}): LastAnswer {
  const { turn, before, after, guide, told, toldLately, lastMove } = options
  const reading =
    options.isWrapUp && checkAskedBy(options.lastMove) === null
      ? { ...options.reading, ...options.reading.besideThanks }
      : options.reading
  const mostWords = options.isEntering ? mostFactWordsAtEntry : mostFactWords
  const steps = options.mayLook ? stepsTakenNow(reading, options) : []
  const changed = new Set(steps.flatMap((id) => changedBy(id, guide)))
  const outcome = outcomeAsked(reading, options)
  const lookedFor = asAskedFor(reading.lookedFor, options)
  const looks = options.mayLook && lookedFor.some((id) => !told.has(id))
  const mayMean = (id: string) => !toldLately.has(id) && (!told.has(id) || reading.words <= longestAgain)
  const facts = asAskedFor(reading.facts, options)
  // Who looks back at what no step has changed hears it again: that it was so is the answer.
  const isLookedBackAt = (id: string) => reading.past.unnamed !== null || reading.past.facts.has(id)
  const named = [...facts.filter((id) => reading.asksAgain || isLookedBackAt(id) || mayMean(id)), ...outcome]
  const isVain = named.length === 0 && lookedFor.length === 0 && reading.kind === 'question' && !reading.asksOwnMove
  const meant = isVain && options.mayLook && guide.steps.length > 0 ? askedInOtherWords(turn.text, options) : null
  const asked = meant === null ? named : [meant]
  // What was only looked at is not told twice: it may be looked at to see whether it has changed.
  const seen = looks ? lookedFor.filter((id) => !told.has(id) || asked.includes(id)) : asked
  const assumed = reading.assumed.filter(({ id, invitesCorrection }) => !told.has(id) || invitesCorrection).map(({ id }) => id)
  // What a step changes is not told as it was before it.
  const inOrder = [...new Set([...steps, ...assumed, ...seen.filter((id) => !changed.has(id))])]
  // Who asks again for what there was no room for is told it before anything else.
  const wanted = [...inOrder.filter((id) => options.owed.includes(id)), ...inOrder.filter((id) => !options.owed.includes(id))]
  const hasNew = wanted.some((id) => !told.has(id))
  const toTell = toldAtOnce(hasNew ? [...new Set([...wanted, ...options.owed])] : wanted, { guide, told, mostWords })
  const isTold = looks || steps.length > 0 || outcome.length > 0 || assumed.length > 0
  // It names something of which the facts were told, and wants to go into it.
  const asksOnlyLeave = reading.kind === 'question' && reading.asksLeave && wanted.length === 0
  // Whoever answers and asks about the company beside it is told when, and asked on.
  const isAside = reading.asksOfCompanyMidway && !reading.onlyAsks && wanted.length === 0 && !options.isWrapUp
  const asideOr = (kind: LastAnswer['kind']) => (kind === 'question' && isAside ? 'answer' : kind)
  const newly = [...after.shown].filter(([id, shown]) => shown === 'yes' && before.shown.get(id) !== 'yes').map(([id]) => id)
  return {
    turn: turn.turn,
    words: reading.words,
    kind:
      isTold && asksElse.has(reading.kind)
        ? 'question'
        : asksOnlyLeave
          ? 'asks-leave'
          : asideOr(kindHere(reading, options.parts)),
    asksForAnswer: reading.asksForAnswer,
    facts: toTell,
    steps: steps.filter((id) => toTell.includes(id)),
    stepsNotTaken: stepsOpen(guide, options.steps).filter(
      (id) => !steps.includes(id) && (reading.onlyAsks || reading.stepsNamed.includes(id)),
    ),
    heldBack: wanted.filter((id) => !told.has(id) && !toTell.includes(id)),
    asksBesideTask: reading.asksOfCompany || reading.askedAtEnd.solution,
    // Who wants the answer wants no fact of the task.
    mayAskForFacts: !options.isEnglish || (reading.mayAskForFacts && reading.kind !== 'off-limits'),
    strong: isStrong({ newly, asked: checkAskedBy(lastMove), checks: options.checks, level: options.level }),
    declines: reading.declines,
    flowing: reading.flowing,
    signals: options.signals.map(({ kind }) => kind),
    pointable: options.pointable,
    decides: options.decides,
    givesCode: turn.artifacts.some(
      ({ kind, text }) => kind === 'code' && text.split('\n').filter((line) => !isBlank(line)).length >= fewestLines,
    ),
    doneBefore: options.doneBefore,
    partWanted: options.isBegun ? partAhead(reading, options.parts) : null,
    wandered: options.isEnglish && reading.kind === 'answer' && reading.wanders,
  }
}

/** The names of facts asked for, each at the time of which it is asked; a time alone asks for what was told last. */
function asAskedFor(
  ids: readonly string[],
  {
    reading: { past },
    guide,
    steps,
    lastMove,
  }: { reading: Reading; guide: Guide; steps: readonly string[]; lastMove: Move | null },
): string[] {
  const { unnamed } = past
  const last = unnamed === null || lastMove === null ? [] : factsOf(lastMove).map((id) => pastNamed(guide, id)?.fact ?? id)
  const at = (id: string, look: LookBack) => namesAt(id, look, { guide, taken: steps })
  return [
    ...ids.flatMap((id) => {
      const look = past.facts.get(id)
      return look === undefined ? [id] : at(id, look)
    }),
    ...(unnamed === null ? [] : last.flatMap((id) => at(id, unnamed))),
  ]
}

/** In more words, what was told looks asked for by chance. */
const longestAgain = 12

/** Who wants on to the very part that is at hand, or back to one before it, wants to begin it. */
export const kindHere = ({ kind, partWanted }: Reading, { here, behind }: PartsOfWork): LastAnswer['kind'] =>
  kind === 'done' && partWanted !== null && (partWanted === here || behind.has(partWanted)) ? 'asks-leave' : kind

/**
 * Index of the part to come that a turn wants to go to, or has gone to: in its first words, or under headings of its own, which leave no part out, since
 * "complexity" and "performance" head what is said of an approach too. Null when it wants none.
 */
function partAhead({ kind, partWanted, partBegun, partsHeaded }: Reading, { ahead, isToWrite }: PartsOfWork): number | null {
  const wanted = ahead.get(partWanted ?? partBegun ?? '')
  if (wanted !== undefined || kind !== 'answer' || isToWrite) return wanted ?? null
  const parts = [...ahead]
  const left = parts.findIndex(([id]) => !partsHeaded.includes(id))
  return parts[(left < 0 ? parts.length : left) - 1]?.[1] ?? null
}

/** The steps that a turn takes and that change something; of those that exclude one another, the first. */
function stepsTakenNow(reading: Reading, { guide, steps }: { guide: Guide; steps: readonly string[] }): string[] {
  const now: string[] = []
  for (const id of reading.steps) if (stepsOpen(guide, [...steps, ...now]).includes(id)) now.push(id)
  return now
}

const changedBy = (id: string, { steps }: Guide): string[] => Object.keys(steps.find((step) => step.id === id)?.facts ?? {})

/**
 * "Did it help?" asks for what the last step has changed and nobody has told yet, one thing at a time; where it names things ("are the errors down?")
 * for the one that speaks of them, be it what was seen then.
 */
function outcomeAsked(
  reading: Reading,
  options: { turn: Turn; guide: Guide; steps: readonly string[]; told: ReadonlySet<string> },
): string[] {
  const { guide, steps, told } = options
  const last = steps.at(-1)
  if (last === undefined || !reading.asksOutcome || reading.facts.length > 0) return []
  const untold = changedBy(last, guide).filter((id) => !told.has(id))
  const named = tellingWords(options.turn.text)
  const shared = (id: string) => {
    const words = tellingWords(guide.facts.find((fact) => fact.id === id)?.fact ?? '')
    return [...named].filter((word) => words.has(word)).length
  }
  const [best] = [...untold, last].sort((a, b) => shared(b) - shared(a))
  return best === undefined || (best === last && shared(best) === 0) ? [] : [best]
}

/** What a turn is besides, where it wants to be shown something. */
const asksElse: ReadonlySet<LastAnswer['kind']> = new Set<LastAnswer['kind']>(['answer', 'stalled', 'done', 'asks-leave'])

/**
 * Of the facts wanted those that one turn tells: those not told yet before the others, in the order asked. One for which there is no room is passed over for
 * a shorter one behind it; a step is not, since what is done after it builds on it.
 */
function toldAtOnce(
  wanted: readonly string[],
  { guide, told, mostWords }: { guide: Guide; told: ReadonlySet<string>; mostWords: number },
): string[] {
  const untold = wanted.filter((id) => !told.has(id))
  if (untold.length === 0) return wanted.slice(0, 1)
  const isStep = (id: string) => guide.steps.some((step) => step.id === id)
  const facts: string[] = []
  let words = 0
  for (const id of untold) {
    const more =
      tellableOf(guide)
        .find((fact) => fact.id === id)
        ?.fact.split(/\s+/).length ?? 0
    const fits = facts.length === 0 || words + more <= mostWords
    if (facts.length === mostFacts || (!fits && isStep(id))) break
    if (!fits) continue
    facts.push(id)
    words += more
  }
  return facts
}

/** Fewer are a sketch of a thought. */
const fewestLines = 3

/** Nobody is asked above such a bar who does not hold it first. */
const barFirst: ReadonlySet<Level> = new Set<Level>(['junior', 'mid'])
const fewestNewPoints = 2

/** It showed what was asked for, or two checks at once; at the lower levels two points of the bar, with the must points of the phase behind it. */
function isStrong(options: {
  /** Checks that the answer is the first to show. */
  newly: readonly string[]
  asked: string | null
  checks: readonly CheckState[]
  level: Level
}): boolean {
  const { newly, asked, checks, level } = options
  if (!barFirst.has(level)) return newly.length >= 2 || newly.includes(asked ?? '')
  const ofBar = checks.filter(({ id, source, aboveBar }) => source === 'key-point' && !aboveBar && newly.includes(id))
  return ofBar.length >= fewestNewPoints && checks.every(({ must, due, settled }) => !must || due !== 'now' || settled)
}
