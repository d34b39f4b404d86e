import type { Guide } from '#src/domain/guide.ts'
import { isEnglish, type Language } from '#src/domain/language.ts'
import type { Lexicon } from '#src/domain/lexicon.ts'
import { checkAskedBy } from '#src/domain/move.ts'
import type { Rubric } from '#src/domain/rubric.ts'
import { isCandidatesOwn, type Turn } from '#src/domain/turn.ts'
import type { TurnNotes } from '#src/domain/turn-notes.ts'
import { rubricRunsOf } from '#src/evidence/given-back.ts'
import { groundOf } from '#src/evidence/ground.ts'
import { findMisconceptions, type Ground, judgeKeyPoint, judgeStandingCheck, type Shown } from '#src/evidence/judge-check.ts'
import type { InterviewerWords } from '#src/evidence/said-before.ts'
import { isSettled } from '#src/evidence/settled.ts'
import { atOnce, type Steps } from './in-steps.ts'

/** Which checks have evidence so far; those without any are absent. */
export interface Coverage {
  shown: ReadonlyMap<string, 'yes' | 'partly'>
  /** Those of them that nobody asks about any more. */
  settled: ReadonlySet<string>
  /** Checks with nothing left to ask: met in the interviewer's own words only, so told, or answered where they were asked about. */
  told: ReadonlySet<string>
  /** Said with confidence, not so, and not taken back; `turn` is the last that said it. */
  misconceptions: readonly { id: string; turn: number }[]
}

/** The turns on one question, and what they are judged against. */
export interface TurnsOnQuestion {
  turns: readonly Turn[]
  questionText: string
  guide: Guide
  rubric: Rubric
  lexicon: Lexicon
  /** What the interview is held in. English when unsaid. */
  language?: Language
}

/** What the interviewer said on a question, its own words first. */
export const interviewerWords = ({
  turns,
  questionText,
}: Pick<TurnsOnQuestion, 'turns' | 'questionText'>): InterviewerWords[] => [
  { turn: 0, text: questionText },
  ...turns
    .filter(({ speaker }) => speaker === 'interviewer')
    .map(({ turn, text, move }) => ({ turn, text, asksAbout: checkAskedBy(move) })),
]

/** What the candidate said on a question, made ready for judging as a scorer would: what gives back the interviewer's words shows nothing. */
export const groundOnQuestion = (options: TurnsOnQuestion): Ground =>
  groundOf({
    candidateSaid: options.turns
      .filter(({ speaker }) => speaker === 'candidate')
      .flatMap(({ turn, text, artifacts }) => [
        { turn, text },
        ...artifacts.filter(isCandidatesOwn).map((artifact) => ({ turn, artifact: artifact.id, text: artifact.text })),
      ]),
    interviewerSaid: interviewerWords(options),
    rubricRuns: rubricRunsOf(options.rubric, options.guide),
    lexicon: options.lexicon,
    isEnglish: isEnglish(options.language ?? 'en'),
  })

/** What the turns on one question show, judged together; beside that, what an observer noted of them. */
export const coverageOf = (options: TurnsOnQuestion & { notes: readonly TurnNotes[] }): Coverage =>
  atOnce(coverageInSteps(options))

export function* coverageInSteps(options: TurnsOnQuestion & { notes: readonly TurnNotes[] }): Steps<Coverage> {
  const { turns, notes } = options
  const judged = yield* judgedByRules(options)
  const shown = new Map(judged.shown)
  const settled = new Set(judged.settled)
  for (const { check, degree, evidence } of notes.flatMap((note) => note.shown)) {
    if (!turns.some(({ turn }) => turn === evidence.turn)) continue
    if (shown.get(check) !== 'yes') shown.set(check, degree)
    if (degree === 'yes') settled.add(check)
  }
  return { ...judged, shown, settled }
}

const known = new WeakMap<Turn, { candidateTurns: number; guide: Guide; lexicon: Lexicon; judged: Coverage }>()

/**
 * By the rules alone. Kept with the candidate's last turn, which is as far as anything can be shown: a stored turn does not change, and what
 * the turns before the next one showed is asked for again then.
 */
function* judgedByRules(options: TurnsOnQuestion): Steps<Coverage> {
  const { turns, guide, lexicon } = options
  const last = turns.findLast(({ speaker }) => speaker === 'candidate')
  if (last === undefined) return yield* judge(options)
  const candidateTurns = turns.filter(({ speaker }) => speaker === 'candidate').length
  const kept = known.get(last)
  if (kept?.candidateTurns === candidateTurns && kept.guide === guide && kept.lexicon === lexicon) return kept.judged
  const judged = yield* judge(options)
  known.set(last, { candidateTurns, guide, lexicon, judged })
  return judged
}

function* judge(options: TurnsOnQuestion): Steps<Coverage> {
  const { guide, rubric } = options
  const ground = groundOnQuestion(options)
  yield
  const judged: (readonly [string, Shown])[] = guide.keyPoints.map((point) => [point.id, judgeKeyPoint(point, ground)])
  const checks = rubric.criteria.flatMap((criterion) => criterion.checks)
  for (let at = 0; at < checks.length; at += checksInStep) {
    yield
    judged.push(...checks.slice(at, at + checksInStep).map((check) => [check.id, judgeStandingCheck(check, ground)] as const))
  }
  return {
    shown: new Map(judged.flatMap(([id, { verdict }]) => (verdict === null ? [] : [[id, verdict] as const]))),
    settled: new Set(judged.filter(([, one]) => isSettled(one)).map(([id]) => id)),
    told: new Set(judged.filter(([, { demoted, answered }]) => demoted || answered === true).map(([id]) => id)),
    misconceptions: findMisconceptions(guide.misconceptions, ground)
      .filter(({ stands }) => stands)
      .map(({ misconception, match }) => ({ id: misconception.id, turn: match.segment.turn })),
  }
}

/** Some ten milliseconds late in a long design are the checks of a rubric; a third of them is a step. */
const checksInStep = 8
