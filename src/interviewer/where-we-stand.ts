import { candidatesWords, wordsBeforeShare } from '#src/conduct/talk.ts'
import { emptyGuide, type Guide } from '#src/domain/guide.ts'
import type { ScheduledPhase } from '#src/domain/interview.ts'
import { isEnglish } from '#src/domain/language.ts'
import type { Lexicon } from '#src/domain/lexicon.ts'
import { checkAskedBy, factsOf, leavesQuestionOpen, type Move } from '#src/domain/move.ts'
import { phaseClock } from '#src/domain/phase-clock.ts'
import type { Phrases } from '#src/domain/phrases.ts'
import type { ProbeKind } from '#src/domain/rubric.ts'
import { guideAfter, stepsTaken, toldSoFar } from '#src/domain/steps-taken.ts'
import type { Turn } from '#src/domain/turn.ts'
import type { Signal } from '#src/evidence/answer-signals.ts'
import { matchesAny } from '#src/evidence/match-pattern.ts'
import { answeredByFact } from './answered-by-fact.ts'
import { askedAlready } from './asked-already.ts'
import { type BeyondTold, beyondTold } from './beyond-told.ts'
import { signalsOfLast, unsaidProbes } from './called-for.ts'
import { checkStates } from './check-states.ts'
import { chooseChange } from './choose-change.ts'
import { coreShown } from './core-shown.ts'
import { coverageInSteps, coverageOf, interviewerWords } from './coverage.ts'
import { criteriaLookingBack, eventWords, lastWordsWithin } from './event-words.ts'
import { factsOwed } from './facts-owed.ts'
import { atOnce, type Steps } from './in-steps.ts'
import type { SpeakRequest } from './interviewer.ts'
import { kindHere, lastAnswer } from './last-answer.ts'
import { namedThing } from './named-thing.ts'
import { nextHint } from './next-hint.ts'
import { nextPhase } from './next-phase.ts'
import { openChallenges, turnsToTakeUp, unchallenged } from './open-challenges.ts'
import { openContradictions } from './open-contradictions.ts'
import { isPlannedProbe, openGaps } from './open-gaps.ts'
import { openWriting } from './open-writing.ts'
import { partsToldOn } from './parts-told-on.ts'
import { inLastWork, partsOfWork } from './place-in-schedule.ts'
import { presumesUnnamed } from './presumes-unnamed.ts'
import { questionsPut } from './questions-put.ts'
import { readAfter } from './read-after.ts'
import { isRead, type Reading, readTurn } from './read-turn.ts'
import type { AskedAtEnd } from './reply-words.ts'
import { hasSaidAsMuch } from './room-to-speak.ts'
import { sameAsked } from './same-asked.ts'
import { decidedIn, pointedBackTo, spokenOf } from './spoken-of.ts'
import { countTrailing, stallsAtEnd } from './stalls-at-end.ts'
import type { Standpoint } from './standpoint.ts'
import { movesOf, phaseAfter, phaseOf } from './stored-turns.ts'
import { wayIn } from './way-in.ts'
import { whatIsOver } from './what-is-over.ts'

/** A standpoint, and what it takes to put a move made from it into words. */
export interface Standing {
  at: Standpoint
  /** Of the question at hand, as it stands after the steps that were taken; empty when the bank no longer holds it. */
  guide: Guide
  questionText: string
  /** The interviewer's last question on this question, for repeating it. */
  lastQuestion: string | null
  /** The candidate's turns on this question that a question for a check may quote, the last one first: of a story the part that the check asks about. */
  quotableFor: (check: string) => readonly string[]
  /** Per check that the last turn touched, the sentence that did. */
  touched: ReadonlyMap<string, string>
  /** Per key point, the sentence of the last turn that speaks of it, shown or not. */
  spokenOf: ReadonlyMap<string, string>
  /** The claim of the last turn that a question pointing back is about, as it is quoted; null when there is none. */
  pointedBackTo: string | null
  /** The claim of the last turn that decides something, as it is quoted; null when there is none. */
  decided: string | null
  /** A part of what the last turn describes, by the candidate's name for it, which nobody else had named; null when there is none. */
  namedThing: string | null
  /** What the last answer calls for, and by which sentence. */
  signals: readonly Signal[]
  /** Questions for kinds of probe that nobody planned, in words not spoken yet in this interview. */
  generalProbes: ReadonlyMap<ProbeKind, string>
  /** What may be asked beyond what was told unasked, the most useful first. */
  beyond: readonly BeyondTold[]
  /** What the candidate said last on this question, whoever spoke since; null when nothing. */
  answered: Reading | null
  /** The last turn leaves it to the interviewer what comes first. */
  offersChoice: boolean
  /** In the wrap-up: what the last turn asks about the interview and beside. */
  askedAtEnd: AskedAtEnd
  /** In the middle of a story: the last turn asks about the company, of which no fact tells. */
  asksOfCompany: boolean
  /** The last turn wants to know how much time is left. */
  asksForTime: boolean
  /** The last turn looks at something of a running system, of which the fact sheet holds nothing more. */
  looksInVain: boolean
  /** The same of a question, which does not ask what the candidate may do. */
  asksInVain: boolean
  /** What it asks for was told, and is as it was. */
  asksOfTold: boolean
  /** Indexes of the questions whose opening has been spoken. */
  askedQuestions: ReadonlySet<number>
}

interface StandingOptions {
  lexicon: Lexicon
  phrases: Phrases
}

/**
 * Folds the stored turns into where the interview stands. Pure. The evidence of all turns on a question is
 * matched together: some ten milliseconds late in a long design.
 */
export const standOf = (request: SpeakRequest, options: StandingOptions): Standing => atOnce(standingInSteps(request, options))

/** The same, in steps: what is read and judged in one is kept, and the last step puts it together. */
export function* standingInSteps(request: SpeakRequest, options: StandingOptions): Steps<Standing> {
  const scene = sceneOf(request, options)
  for (const turn of scene.onQuestion) {
    if (turn.speaker !== 'candidate' || isRead(turn, scene.against)) continue
    readTurn(turn, scene.against)
    yield
  }
  yield* coverageInSteps({ ...scene.against, turns: scene.onQuestion })
  yield
  return standingOf(request, options)
}

/** What is looked at: the phase and its question, the turns on it, and what they are held against. */
function sceneOf(request: SpeakRequest, { lexicon, phrases }: StandingOptions) {
  const { interview, content, turns } = request
  const { schedule } = interview
  const phase = phaseAfter(turns)
  const question = schedule[phase]?.question ?? 0
  const guide = content.questions.find(({ id }) => id === interview.questions[question]?.id)?.guide ?? emptyGuide
  const questionText = interview.questions[question]?.text ?? ''
  const notes = request.notes ?? []
  const { language } = interview
  const against = { guide, rubric: content.rubric, lexicon, phrases, questionText, notes, language }
  const onQuestion = turns.filter((turn) => schedule[phaseOf(turn)]?.question === question)
  return { phase, question, guide, questionText, notes, against, onQuestion }
}

function standingOf(request: SpeakRequest, options: StandingOptions): Standing {
  const { interview, content, turns } = request
  const { lexicon, phrases } = options
  const { schedule } = interview
  const { phase, question, guide, questionText, notes, against, onQuestion } = sceneOf(request, options)
  const inPhase = onQuestion.filter((turn) => phaseOf(turn) === phase)
  const moves = movesOf(onQuestion)
  const said = onQuestion.filter(({ speaker }) => speaker === 'candidate')
  const coverage = coverageOf({ ...against, turns: onQuestion })
  const { shown } = coverage
  const lastTurn = turns.at(-1)
  const readingOf = (turn: Turn): Reading => readAfter(turn, turns, against)
  const lastReading = lastTurn?.speaker === 'candidate' ? readingOf(lastTurn) : null
  const lastMove = movesOf(turns).findLast((move) => !leavesQuestionOpen(move)) ?? null
  const lastSaid = said.findLast((turn) => readingOf(turn).kind !== 'asks-time')

  const quotable = (turn: Turn) => readTurn(turn, against).quotable
  const signals = lastReading === null ? [] : signalsOfLast({ said, lastMove, track: interview.track, lexicon, quotable })
  const spoken = spokenOf(lastReading?.quotable ?? '', { guide, questionText })
  const generalProbes = unsaidProbes(phrases, turns)

  const eventOf = (turn: Turn) => eventWords(turn, turns, { ...against, quotable })
  const event = lastTurn === undefined || lastReading === null ? '' : eventOf(lastTurn)
  const isStory = content.rubric.oneStory === true
  const takenUp = lastReading !== null && mayBeTakenUp(lastReading) ? event : ''
  const taken = {
    pointedBackTo: pointedBackTo(takenUp, lexicon),
    decided: decidedIn(takenUp, lexicon),
    namedThing: namedThing(takenUp, {
      heard: interviewerWords({ turns: onQuestion, questionText })
        .map(({ text }) => text)
        .join('\n'),
      lexicon,
    }),
  }

  const parts = partsOfWork({ schedule, phase })
  const lastWords = {
    text: lastReading?.quotable ?? '',
    touched: lastReading?.touched ?? new Map(),
    spokenOf: spoken,
    signals,
    isAnswer: lastReading !== null && !saysNothing.has(kindHere(lastReading, parts)),
    decides: taken.decided !== null,
  }
  const ofEvent = lastWordsWithin(event, lastWords)
  const askedElsewhere = new Set(
    movesOf(turns.filter((turn) => !onQuestion.includes(turn))).flatMap((move) => checkAskedBy(move) ?? []),
  )
  const alreadyAsked = askedAlready(onQuestion)
  const put = questionsPut(onQuestion, { questionText, guide, rubric: content.rubric })
  // Things are named in English.
  const presumes = isEnglish(interview.language) ? presumesUnnamed({ questionText, onQuestion, lexicon }) : () => false
  const partsTold = partsToldOn(onQuestion, { guide, rubric: content.rubric, lexicon, quotable })
  const wanted = new Set(said.flatMap((turn) => readingOf(turn).facts))
  // Once it is over, what somebody looks at is what they would look at the next time.
  const isLookBack = (place: number) =>
    content.rubric.observed === true && (inLastWork({ schedule, phase: place }) || schedule[place]?.role === 'wrap-up')
  const mayLook = !isLookBack(phase)
  const stepsDone = stepsTaken(guide, moves)
  const endedIn = (place: number) =>
    whatIsOver({ guide, rubric: content.rubric, shown, taken: stepsDone, isLookBack: isLookBack(place) })
  const checksUpTo = (last: number) =>
    checkStates({
      rubric: content.rubric,
      guide,
      level: interview.level,
      phases: schedule
        .slice(0, last + 1)
        .filter((one) => one.question === question)
        .map((one) => one.phase),
      coverage,
      ended: endedIn(last),
      partsTold,
      moves,
      askedElsewhere,
      alreadyAsked,
      sameAsked: sameAsked({ asked: put.filter((ask) => ask !== questionText), guide, rubric: content.rubric, lexicon }),
      answeredByFact: answeredByFact({ facts: guide.facts, wanted, lexicon }),
      presumes,
      fits: ({ when }) => matchesAny(when ?? [], lastReading?.quotable ?? '', lexicon),
      last: lastWords,
      ...(isStory && { ofEvent }),
    })
  const workPhase = schedule[phase]?.role === 'intro' ? Math.min(phase + 1, schedule.length - 1) : phase
  const checks = checksUpTo(workPhase)
  const told = toldSoFar(guide, moves)
  const owed = content.rubric.observed === true ? [] : factsOwed(said.filter((turn) => turn !== lastTurn).map(readingOf), told)
  const hints = movesOf(inPhase).filter((move) => move.kind === 'hint')

  const change = chooseChange(guide, {
    phase: schedule[phase]?.phase ?? '',
    moves,
    said: said.map(({ text }) => text),
    shown,
    matches: (when, text) => matchesAny(when, text, lexicon),
    isObserved: content.rubric.observed === true,
  })

  const looksBack = lastReading !== null && (lastReading.past.facts.size > 0 || lastReading.past.unnamed !== null)
  const guideNow = guideAfter(guide, stepsDone, { isOver: !mayLook, looksBack })
  const ofRubric = content.rubric.phases.find(({ id }) => id === schedule[phase]?.phase)
  const saidBefore = inPhase.filter((turn) => turn !== lastTurn && turn.speaker === 'candidate')
  const answer =
    lastTurn === undefined || lastReading === null
      ? null
      : lastAnswer({
          turn: lastTurn,
          reading: lastReading,
          before: coverageOf({ ...against, turns: onQuestion.filter((turn) => turn !== lastTurn) }),
          after: coverage,
          guide: guideNow,
          steps: stepsDone,
          checks,
          level: interview.level,
          told,
          owed,
          // What stands on a system's screens stays there: whoever asks in such words again asks what else there is.
          toldLately: content.rubric.observed === true ? told : new Set(moves.slice(-2).flatMap(factsOf)),
          signals,
          pointable: taken.pointedBackTo !== null || taken.namedThing !== null,
          decides: taken.decided !== null,
          doneBefore: saidBefore.some((turn) => kindHere(readingOf(turn), parts) === 'done'),
          lastMove,
          isEnglish: isEnglish(interview.language),
          isEntering: schedule[phase]?.role === 'intro',
          parts,
          isBegun: lastReading.touched.size > 0 || saidBefore.some((turn) => begins.has(readingOf(turn).kind)),
          isWrapUp: schedule[phase]?.role === 'wrap-up',
          mayLook,
        })
  const asks = answer?.kind === 'question'
  const next =
    answer?.partWanted ??
    nextPhase({ schedule, phase, phases: content.rubric.phases, guide, checks, ended: endedIn(phase), asks })
  const entered = next === null ? undefined : schedule[next]
  const clock = phaseClock({
    schedule,
    totalMinutes: interview.minutes,
    phase,
    enteredMs: phase === 0 ? 0 : (inPhase[0]?.elapsedMs ?? request.elapsedMs),
    elapsedMs: request.elapsedMs,
  })
  const sparing = hasSaidAsMuch(turns)
  const beyond = beyondTold({ onQuestion, readingOf, ...against, checks, generalProbes, inPhase, interview, sparing })
  const at: Standpoint = {
    cue: request.cue,
    mode: interview.mode,
    schedule,
    phase,
    clock,
    next,
    wayIn:
      next === null || entered?.role !== 'work' || entered.question !== question
        ? null
        : wayIn(
            content.rubric.phases.find(({ id }) => id === entered.phase),
            {
              guide,
              checks: next === workPhase ? checks : checksUpTo(next),
              ended: endedIn(next),
              count: turns.filter(isInterviewers).length,
            },
          ),
    sparing,
    exchanges: inPhase.filter(({ speaker }) => speaker === 'candidate').length,
    probes: movesOf(inPhase).filter(isPlannedProbe).length,
    checks,
    owed: candidatesWords(turns) < wordsBeforeShare ? [] : owed,
    untold: guideNow.facts.map(({ id }) => id).filter((id) => !told.has(id)),
    lastMove,
    answer,
    stalled: stallsAtEnd({ onQuestion, inPhase, mode: interview.mode, against }),
    beside: countTrailing(
      inPhase.filter(({ speaker }) => speaker === 'candidate').map((turn) => readingOf(turn).kind === 'off-limits'),
    ),
    pleas: inPhase.filter((turn) => turn.speaker === 'candidate' && isPlea(readingOf(turn))).length,
    ...openChallenges({
      misconceptions: unchallenged(coverage, moves),
      contradictions: openContradictions({ onQuestion, notes, lexicon, quotable }),
      lately: said.at(-turnsToTakeUp)?.turn ?? 0,
    }),
    gaps: openGaps({
      onQuestion,
      inPhase: movesOf(inPhase),
      looksAt: ofRubric?.looksAt ?? [],
      lexicon,
      phrases,
    }),
    writing: openWriting({ phase: ofRubric, clock, isDone: answer?.kind === 'done', onQuestion, checks, moves, phrases }),
    recentProbes: moves.flatMap((move) => (move.kind === 'probe' ? [move.probe] : [])).slice(-2),
    generalProbes: [...generalProbes.keys()],
    beyond: beyond.map(({ check, probe }) => ({ kind: 'probe', check, probe, beyond: true })),
    coachedOn:
      movesOf(turns)
        .flatMap((move) => (move.kind === 'coach' ? [move.criterion] : []))
        .at(-1) ?? null,
    hint: nextHint({
      ladders: guide.hints.filter((ladder) => ladder.phase === schedule[phase]?.phase),
      given: hints,
      begun: movesOf(turns).flatMap((move) => (move.kind === 'hint' ? [move.rung] : [])),
      mode: interview.mode,
      approachStated: [...shown.values()].length > 0,
      shown,
      lastAsked:
        movesOf(inPhase)
          .map(checkAskedBy)
          .findLast((check) => check !== null) ?? null,
    }),
    change: change?.id ?? null,
    changes: moves.filter(({ kind }) => kind === 'change-requirement').length,
    changeBelongsHere: change?.phases !== undefined,
    coreShown: coreShown(checks),
    replies: movesOf(inPhase).filter((move) => move.kind === 'reply').length,
  }
  const lookingBack = criteriaLookingBack(content.rubric)
  const asksLookBack = (check: string) => checks.some(({ id, criterion }) => id === check && lookingBack.has(criterion))
  const isUnseen = content.rubric.observed === true && mayLook && at.answer?.facts.length === 0
  return {
    at,
    guide: guideNow,
    questionText,
    lastQuestion: put.at(-1) ?? null,
    touched: new Map([...lastWords.touched].filter(([check]) => !isStory || asksLookBack(check) || ofEvent.touched.has(check))),
    spokenOf: spoken,
    ...taken,
    signals,
    generalProbes,
    beyond,
    quotableFor: (check) => {
      const words = asksLookBack(check) ? quotable : eventOf
      const before = said.filter((turn) => turn !== lastTurn).map(words)
      return [lastTurn === undefined || lastReading === null ? '' : words(lastTurn), ...before.reverse()]
    },
    answered: lastSaid === undefined ? null : readingOf(lastSaid),
    offersChoice: lastReading?.offersChoice ?? false,
    askedAtEnd: lastReading?.askedAtEnd ?? { feedback: false, solution: false, others: 0 },
    asksOfCompany: lastReading?.asksOfCompanyMidway === true && at.answer?.facts.length === 0,
    asksForTime: lastReading?.asksForTime ?? false,
    looksInVain: isUnseen && lastReading?.looks === true,
    asksInVain: isUnseen && lastReading?.asksOwnMove === false,
    asksOfTold: lastReading?.lookedFor.some((id) => told.has(id)) === true,
    askedQuestions: new Set(movesOf(turns).flatMap((move) => openedBy(move, schedule))),
  }
}

const isPlea = ({ kind, asksForAnswer }: Reading): boolean => kind === 'off-limits' && asksForAnswer

/** Nothing that a question could lean on. */
const saysNothing: ReadonlySet<Reading['kind']> = new Set<Reading['kind']>(['done', 'stalled'])

/** What a part begins with is answered by something about the task. */
const begins: ReadonlySet<Reading['kind']> = new Set<Reading['kind']>(['answer', 'question'])

/** Small talk, abuse and orders are not taken up. */
const mayBeTakenUp = ({ kind, isOnTask }: Reading): boolean => kind === 'answer' && isOnTask

const isInterviewers = ({ speaker }: Turn): boolean => speaker === 'interviewer'

function openedBy(move: Move, schedule: readonly ScheduledPhase[]): number[] {
  if (move.kind === 'open') return [schedule[0]?.question ?? 0]
  const phase = move.kind === 'next-phase' ? schedule[move.phase] : undefined
  return phase === undefined ? [] : [phase.question]
}
