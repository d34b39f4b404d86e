import type { Guide } from '#src/domain/guide.ts'
import { checkAskedBy, type Move } from '#src/domain/move.ts'
import type { Ended, PlannedProbe, ProbeKind, Rubric, StandingCheck, ToldPart } from '#src/domain/rubric.ts'
import { askedByNow, stepsTaken } from '#src/domain/steps-taken.ts'
import { isExpectedAt, type Level } from '#src/domain/track.ts'
import type { Signal } from '#src/evidence/answer-signals.ts'
import type { Coverage } from './coverage.ts'
import { criteriaLookingBack } from './event-words.ts'
import { pointsBack, sharedStems } from './quote.ts'
import { aboutDecision, mostProbesOnOneCheck } from './rank-probes.ts'
import type { OfPoint } from './same-asked.ts'
import type { CheckState } from './standpoint.ts'
import { arcStage } from './story-arc.ts'

const keyPointWorth = { must: 3, should: 2, bonus: 1 } as const
/** Standing checks come after the question's own points: what is said about this question is the better evidence. */
const standingWorth = { 2: 1.5, 3: 1.2, 4: 0.6 } as const
/** The same general question again, under the next story, makes an interview a form. */
const askedBefore = 0.4
/** What a changed requirement gives a new chance to show is worth asking about after it. */
const fedByChange = 1.5
/** More than any other question is worth, however near to what was said. */
const raisedByStep = 20

interface Facts {
  rubric: Rubric
  guide: Guide
  level: Level
  /** Ids of the phases on this question up to the one at hand, in order; the last is at hand. */
  phases: readonly string[]
  coverage: Pick<Coverage, 'shown' | 'settled' | 'told'>
  /** What of it is over. */
  ended: ReadonlySet<Ended>
  /** Of the story, what somebody has told already in whatever words. */
  partsTold: ReadonlySet<ToldPart>
  /** The interviewer's moves on this question. */
  moves: readonly Move[]
  /** Checks asked about under another question of the interview. */
  askedElsewhere: ReadonlySet<string>
  /** Which probes with a `when` fit the last answer. */
  fits: (probe: PlannedProbe) => boolean
  /** Whether a question was put on this question already, for whatever check. */
  alreadyAsked: (ask: string) => boolean
  /** Whether what a probe asks was asked in other words; of a key point with what was shown of it. */
  sameAsked: (probe: PlannedProbe, point?: OfPoint) => boolean
  /** Whether a question asks for a fact that the candidate asked for. */
  answeredByFact: (ask: string) => boolean
  /** Whether a question takes something for given that nobody has named. */
  presumes: (ask: string) => boolean
  last: LastWords
  /** The same without what looks back at a story: what questions about the event go on from. Unsaid where no story is told. */
  ofEvent?: LastWords
}

/** What the last answer says, as far as it makes one check worth asking about rather than another. */
export interface LastWords {
  text: string
  /** Per check that it touched, the words that did. */
  touched: ReadonlyMap<string, string>
  /** Per key point that it speaks of, the sentence that does. */
  spokenOf: ReadonlyMap<string, string>
  signals: readonly Signal[]
  /** It answers something, so that a question may lean on it. */
  isAnswer: boolean
  /** It says what is decided, in words that can be quoted. */
  decides: boolean
}

/** Every check of the question at hand: its key points, then the track's standing checks. */
export function checkStates(facts: Facts): CheckState[] {
  const { rubric, guide } = facts
  const weightOf = new Map(rubric.criteria.map(({ id, weight }) => [id, weight]))
  const fed = new Set(
    facts.moves.flatMap((move) =>
      move.kind === 'change-requirement' ? (guide.changedRequirements.find(({ id }) => id === move.change)?.feeds ?? []) : [],
    ),
  )
  const keyPoints = guide.keyPoints.map((point): CheckState => {
    const expected = isExpectedAt(point.level, facts.level)
    return {
      id: point.id,
      source: 'key-point',
      criterion: point.criterion,
      stage: arcStage(point.criterion, facts),
      means: point.point,
      weight: (weightOf.get(point.criterion) ?? 20) * keyPointWorth[point.weight] * (fed.has(point.id) ? fedByChange : 1),
      must: expected && point.weight === 'must',
      essential: false,
      aboveBar: !expected || point.weight === 'bonus',
      ...progress(point.id, { planned: point.probes, criterion: point.criterion, due: dueIn([point.phase], facts) }, facts),
    }
  })
  const hasStepped = stepsTaken(guide, facts.moves).length > 0
  const standing = rubric.criteria.flatMap((criterion) =>
    criterion.checks.map((check): CheckState => {
      const due = isBeneath(check, criterion, facts) ? 'past' : standingDue({ check, criterion: criterion.id }, facts)
      const isRaised = check.raisedByStep === true && hasStepped && (due === 'now' || due === 'later')
      const times = (facts.askedElsewhere.has(check.id) ? askedBefore : 1) * (isRaised ? raisedByStep : 1)
      return {
        id: check.id,
        source: 'standing',
        criterion: criterion.id,
        stage: arcStage(criterion.id, facts),
        means: check.check,
        weight: criterion.weight * standingWorth[check.rating] * times,
        must: false,
        essential: check.essential === true,
        aboveBar: check.rating === 4,
        ...progress(
          check.id,
          {
            planned: check.probe === undefined ? [] : [check.probe],
            criterion: criterion.id,
            due: isRaised ? 'now' : due,
          },
          facts,
        ),
      }
    }),
  )
  return [...keyPoints, ...standing]
}

/** Of a criterion, so many checks of a higher rating that were shown hold what its lowest ask. */
const fewestAbove = 2

/** Somebody who said what must hold all through the code, and why its lines stand so, is not asked what it does. */
function isBeneath(check: StandingCheck, { checks }: Rubric['criteria'][number], { coverage }: Facts): boolean {
  const above = checks.filter(({ id, rating }) => rating > lowestRating && coverage.shown.get(id) === 'yes')
  return check.rating === lowestRating && check.essential !== true && above.length >= fewestAbove
}

/** That a standing check can stand for. */
const lowestRating = 2

/**
 * Where a standing check is asked about: where a phase is opened by asking for it, and where its author says; else not in the first of several phases that feed its criterion,
 * when there is nothing to ask about yet.
 */
function phasesFor({ check, criterion }: { check: StandingCheck; criterion: string }, { phases }: Rubric): string[] {
  const feeding = phases.filter(({ feeds }) => feeds.includes(criterion)).map(({ id }) => id)
  const opened = phases.filter(({ openers }) => openers.some(({ asksFor }) => asksFor.includes(check.id))).map(({ id }) => id)
  return [...opened, ...(check.askedIn ?? (feeding.length > 1 ? feeding.slice(1) : feeding))]
}

function standingDue(of: { check: StandingCheck; criterion: string }, facts: Facts): CheckState['due'] {
  const { criterion } = of
  const due = dueIn(phasesFor(of, facts.rubric), facts)
  const opening = facts.rubric.phases.find(({ role }) => role === 'work')
  return due === 'earlier' && opening?.feeds[0] === criterion ? 'past' : due
}

function dueIn(wanted: readonly string[], { phases }: Facts): CheckState['due'] {
  if (wanted.includes(phases.at(-1) ?? '')) return 'now'
  return wanted.some((phase) => phases.includes(phase)) ? 'earlier' : 'later'
}

/** Up to this many words name a thing, and say nothing yet of how it works. */
const wordsOfName = 2

interface Place {
  planned: readonly PlannedProbe[]
  criterion: string
  due: CheckState['due']
}

function progress(id: string, place: Place, facts: Facts) {
  const { coverage, moves, fits, alreadyAsked } = facts
  const { planned, due } = place
  const last = lastFor(place, facts)
  const point = facts.guide.keyPoints.find((one) => one.id === id)
  const isPoint = point !== undefined
  const opening = facts.rubric.phases.find(({ role }) => role === 'work')
  const isOfOpening = isPoint && point.phase === opening?.id
  const spent = moves.filter((move) => checkAskedBy(move) === id)
  const isPartTold = ({ asksForPart }: PlannedProbe) => asksForPart !== undefined && facts.partsTold.has(asksForPart)
  const isTold = coverage.told.has(id) || (planned.length > 0 && planned.every(isPartTold))
  const told = isTold || moves.some((move) => move.kind === 'hint' && move.rung === 5 && move.aims.includes(id))
  const kinds = spent.flatMap((move) => kindOf(move) ?? [])
  // Later on words of a fact are words of the design.
  const isAnswered = (ask: string) => isOfOpening && facts.answeredByFact(ask)
  const touched = last.touched.get(id)
  const wasAsked = checkAskedBy(moves.at(-1) ?? null) === id
  const isSpokenOf = ({ ask }: PlannedProbe) => touched !== undefined || last.spokenOf.has(id) || sharedStems(ask, last.text) > 1
  const leansOnNothing = (probe: PlannedProbe): boolean => {
    if (!pointsBack(probe.ask)) return false
    if (!last.isAnswer || due !== 'now') return true
    if (!aboutDecision.has(probe.kind)) return !wasAsked && !isSpokenOf(probe)
    return !last.decides && !last.signals.some(({ kind, sentence }) => kind === probe.kind && sentence !== null)
  }
  const ofPoint = isPoint ? { isShown: coverage.shown.has(id) } : undefined
  const isAsked = (probe: PlannedProbe) => alreadyAsked(probe.ask) || facts.sameAsked(probe, ofPoint)
  const open = askedByNow(unspent(planned, kinds), facts.ended)
    .map((probe) => (leansOnNothing(probe) ? { ...probe, ask: probe.byItself ?? probe.ask } : probe))
    .filter((probe) => !isAsked(probe) && !isAnswered(probe.ask) && !isPartTold(probe))
  const fitting = open.filter((probe) => probe.when === undefined || fits(probe))
  const presuming = fitting.filter(({ ask }) => facts.presumes(ask))
  const probes = [...fitting.filter((probe) => !presuming.includes(probe)), ...presuming]
  const isAboutIt = ({ sentence }: Signal) =>
    wasAsked || (sentence !== null && touched !== undefined && (sentence.includes(touched) || touched.includes(sentence)))
  // Where a criterion is about decisions, its question that leans on one fits whichever was made.
  const isOfDecision = ({ kind }: Signal) =>
    !isPoint &&
    aboutDecision.has(kind) &&
    leads(kind, place.criterion, facts.rubric) &&
    probes.some((probe) => probe.kind === kind && pointsBack(probe.ask))
  const isCalled = (signal: Signal) => isAboutIt(signal) || isOfDecision(signal)
  const isOnlyNamed = touched !== undefined && coverage.shown.get(id) === 'partly' && last.text.split(/\s+/).length <= wordsOfName
  return {
    shown: coverage.shown.get(id) ?? ('none' as const),
    settled: coverage.settled.has(id),
    asked: told ? mostProbesOnOneCheck : spent.length + moves.filter((move) => isOpenedWith(id, move)).length,
    probes,
    presuming: presuming.map(({ ask }) => ask),
    leaning: probes.filter(leansOnNothing).map(({ ask }) => ask),
    due,
    spent: kinds,
    near: touched !== undefined || last.spokenOf.has(id) || probes.some(isSpokenOf) || last.signals.some(isOfDecision),
    called: [
      ...last.signals.filter((signal) => isCalled(signal) && suits(signal.kind, place, facts.rubric)).map(({ kind }) => kind),
      // Where its author has no such question left, a general one that asks what it consists of.
      ...(isOnlyNamed ? ([probes.some(({ kind }) => kind === 'deepen') ? 'deepen' : 'clarify'] as const) : []),
    ],
  }
}

/** What a question of a criterion goes on from. */
const lastFor = ({ criterion }: Place, { last, ofEvent, rubric }: Facts): LastWords =>
  ofEvent === undefined || criteriaLookingBack(rubric).has(criterion) ? last : ofEvent

/** The opener of a phase asked for it: put once more right behind, its own question would ask the same. */
const isOpenedWith = (id: string, move: Move): boolean => move.kind === 'next-phase' && move.asksFor?.includes(id) === true

/** Asked in general these are about one side of an answer: input and output, how others saw it, how it was measured. */
const ofOneSide: ReadonlySet<ProbeKind> = new Set<ProbeKind>(['edge-case', 'conflict', 'metrics'])

/** Whether a follow-up of a kind can be put for a check: any can but those, which its author must have planned, or most of its criterion be asked by. */
const suits = (kind: ProbeKind, { planned, criterion }: Place, rubric: Rubric): boolean =>
  !ofOneSide.has(kind) || planned.some((probe) => probe.kind === kind) || leads(kind, criterion, rubric)

/** No other kind is planned more often for the standing checks of a criterion. */
function leads(kind: ProbeKind, criterion: string, { criteria }: Rubric): boolean {
  const checks = criteria.find(({ id }) => id === criterion)?.checks ?? []
  const times = new Map<ProbeKind, number>()
  for (const { probe } of checks) if (probe !== undefined) times.set(probe.kind, (times.get(probe.kind) ?? 0) + 1)
  const own = times.get(kind) ?? 0
  return own > 0 && own === Math.max(...times.values())
}

const kindOf = (move: Move): ProbeKind | undefined =>
  move.kind === 'probe' || move.kind === 'next-phase' ? move.probe : undefined

/** The planned probes without those already spent, told apart by their kind. */
function unspent(probes: readonly PlannedProbe[], spent: readonly ProbeKind[]): PlannedProbe[] {
  const left = [...spent]
  return probes.filter(({ kind }) => {
    const index = left.indexOf(kind)
    if (index < 0) return true
    left.splice(index, 1)
    return false
  })
}
