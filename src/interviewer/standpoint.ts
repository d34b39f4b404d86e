import type { ScheduledPhase } from '#src/domain/interview.ts'
import type { Gap, Move, Rung } from '#src/domain/move.ts'
import type { PhaseClock } from '#src/domain/phase-clock.ts'
import type { Opener, PlannedProbe, ProbeKind } from '#src/domain/rubric.ts'
import type { Mode } from '#src/domain/track.ts'
import type { Contradiction } from '#src/evidence/contradictions.ts'
import type { Cue } from './interviewer.ts'
import type { ArcStage } from './story-arc.ts'

/** One check of the question at hand, and how far it has come. */
export interface CheckState {
  id: string
  source: 'standing' | 'key-point'
  criterion: string
  /** Where it asks into a story; null on tracks that ask for none. */
  stage: ArcStage | null
  /** What a yes would mean, in words. */
  means: string
  /** How much it matters, larger first; comparable between checks of one question. */
  weight: number
  /** Best evidence so far. */
  shown: 'yes' | 'partly' | 'none'
  /** Nobody asks about it any more: not every yes is as sure as that. */
  settled: boolean
  /**
   * `now`: belongs to the phase at hand. `earlier`: to one that was left. `later`: not to be asked yet. `past`: asked in general of how one begins, such
   * as what the task is, and never come back to, or the least of a criterion of which more was shown.
   */
  due: 'now' | 'earlier' | 'later' | 'past'
  /** A must point of the declared level's bar. */
  must: boolean
  /** Asked before its part ends while it is not shown, as far as there is time. */
  essential: boolean
  /** Above the declared level's bar, or a bonus: asked only to take a strong answer deeper. */
  aboveBar: boolean
  /** Probes spent on it. */
  asked: number
  /** Its planned probes that are not spent and fit what was said last, in the author's order, and behind them those of `presuming`. */
  probes: readonly Pick<PlannedProbe, 'kind' | 'ask' | 'about' | 'asksForPart'>[]
  /** Of their questions those that take something for given which nobody has named: "the queue", beside an answer without one. */
  presuming: readonly string[]
  /** And those that lean on something which the last answer does not hold, and that have no wording which stands by itself. */
  leaning: readonly string[]
  /** Kinds of the probes spent on it. */
  spent: readonly ProbeKind[]
  /** The last answer touched it, or speaks in words of its probes: to ask about it goes on from what was said. */
  near: boolean
  /** Kinds of follow-up that the last answer calls for where it speaks of this check. */
  called: readonly ProbeKind[]
}

/** What the candidate's last turn was, as far as the next move depends on it. */
export interface LastAnswer {
  turn: number
  words: number
  kind:
    | 'answer'
    /** Nothing to go on: "I don't know", or next to no words. */
    | 'stalled'
    /** Asks something about the task. */
    | 'question'
    /** Wants the question again. */
    | 'repeat'
    /** Speaks to the grader, orders the interviewer about, asks for the answer, or is off topic. */
    | 'off-limits'
    /** Asks for a hint in words. */
    | 'hint-request'
    /** Asks whether to go on, or with what. */
    | 'asks-leave'
    /** Asks for time to think. */
    | 'asks-time'
    /** Has finished with this part, and says so. */
    | 'done'
  /** It wants the solution, or to know whether something was right. */
  asksForAnswer: boolean
  /** Facts it asked for, as many as one turn tells; in the order asked. */
  facts: readonly string[]
  /** Of these, the steps that it takes: they are told whatever else is done. */
  steps: readonly string[]
  /** Steps that it does not take for sure: it only asks, or speaks of them and refuses, weighs or puts them off. */
  stepsNotTaken: readonly string[]
  /** Facts that it asked for besides, for which one turn has no room. */
  heldBack: readonly string[]
  /** It asks about the company, or how the interviewer would have done it: in the wrap-up no fact of the task is meant. */
  asksBesideTask: boolean
  /** It may ask for facts that its words do not name; else none but those may be told. */
  mayAskForFacts: boolean
  /** What it showed is enough to be asked above the bar next. */
  strong: boolean
  /** Of a story it does not tell what was asked for, or says that there was none: that is taken as it is. */
  declines: boolean
  /** It broke off in mid-thought. */
  flowing: boolean
  /** Kinds of follow-up that it calls for, whatever the check. */
  signals: readonly ProbeKind[]
  /** It holds something that a general question can be put to. */
  pointable: boolean
  /** It says what is decided, in words that can be quoted. */
  decides: boolean
  /** Code of some lines came with it. */
  givesCode: boolean
  /** An earlier turn in this phase said that this was all. */
  doneBefore: boolean
  /** Index of the later phase on this question to which it wants to go, where what the phase at hand began with was answered; else null. */
  partWanted: number | null
  /** Long, and nothing in it bears on anything that the question looks for. */
  wandered: boolean
}

export interface NextHint {
  rung: Rung
  /** Key points of the ladder; empty for rungs 0 and 1. */
  aims: readonly string[]
}

/** Something that may be asked about what was drawn or typed. */
export interface OpenGap {
  gap: Gap
  /** What the question names: parts by their labels, lines by their numbers. */
  values: Readonly<Record<string, string>>
  /** It came with the last answer. */
  isFresh: boolean
}

/** How the phase that comes next is begun. */
export interface WayIn {
  /** Null when the phase has none, or each of them asks for what was told. */
  opener: Opener | null
  /** Says that the phase begins, for whatever is asked instead; null when the phase has no opener. */
  announce: string | null
  /** The criterion that the phase is about; null when it feeds none. */
  about: string | null
  /** The checks of its question as they will stand in it. */
  checks: readonly CheckState[]
}

/** Where an interview stands, folded from its stored turns: all that the choice of a move depends on. */
export interface Standpoint {
  cue: Cue
  mode: Mode
  schedule: readonly ScheduledPhase[]
  /** Index into the schedule. */
  phase: number
  clock: PhaseClock
  /** Phase to enter next: the one that the candidate wants to go to; else later ones with nothing left to ask are passed over. Null when there is none. */
  next: number | null
  /** Into that phase, where it is work on the question at hand; else null. */
  wayIn: WayIn | null
  /** Beside short answers the interviewer has said as much as the candidate: nothing but what asks, and that shortly. */
  sparing: boolean
  /** Candidate turns in this phase. */
  exchanges: number
  /** Probes spent in this phase, without those beyond what was told. */
  probes: number
  checks: readonly CheckState[]
  /** Facts that were asked for when there was no room for them, as far as there is now. */
  owed: readonly string[]
  /** Facts of the question that have not been told. */
  untold: readonly string[]
  lastMove: Move | null
  /** What the candidate said since the interviewer's last turn; null when nothing. */
  answer: LastAnswer | null
  /** Candidate turns in a row, up to the last, that brought nothing. */
  stalled: number
  /** Candidate turns in a row, up to the last, that were off limits. */
  beside: number
  /** Candidate turns in this phase that asked for the answer. */
  pleas: number
  /** Said in the candidate's last two turns, not true, and not asked about yet. */
  misconceptions: readonly string[]
  /** Things said that do not go together, and not asked about yet: what the last answer set against an earlier one first. Completed in the last two turns. */
  contradictions: readonly Contradiction[]
  /** The same of longer ago, which nobody took up: it may still be asked about, and no longer comes before all else. */
  passedOver: { misconceptions: readonly string[]; contradictions: readonly Contradiction[] }
  /** What the board and the code leave open in this phase and nobody asked about yet, at most one of a kind, the likeliest first. */
  gaps: readonly OpenGap[]
  /** What is to be asked for in writing, since it was only told; null when nothing is. */
  writing: OpenGap | null
  /** The kinds of the latest probes on this question, the last one last. */
  recentProbes: readonly ProbeKind[]
  /** The criterion that coaching named last in this interview; null before it. */
  coachedOn: string | null
  /** Kinds for which a general question is left that was not asked yet in these words. */
  generalProbes: readonly ProbeKind[]
  /** Probes beyond what was told unasked, one a check, the most useful first; none once this part has had its share. */
  beyond: readonly Extract<Move, { kind: 'probe' }>[]
  /** The next rung; null when the ladders of this phase are used up or the mode forbids more. */
  hint: NextHint | null
  /** The changed requirement to speak, when one is left for this question. */
  change: string | null
  /** Changed requirements spoken on this question. */
  changes: number
  /** It belongs to phases of its own, and this is one of them. */
  changeBelongsHere: boolean
  /** Share of the bar's must points, due so far, that have evidence: 0 to 1. */
  coreShown: number
  /** The candidate's own questions replied to in the wrap-up. */
  replies: number
}
