import { asksForTold } from '#src/evidence/asks-for-told.ts'
import { rubricRunsOf } from '#src/evidence/given-back.ts'
import { groundOf } from '#src/evidence/ground.ts'
import { type Ground, judgeKeyPoint, judgeStandingCheck, type Shown } from '#src/evidence/judge-check.ts'
import { isInOneSentence, type Match, sentenceOf } from '#src/evidence/match-pattern.ts'
import { isSettled } from '#src/evidence/settled.ts'
import { allowedProbesIn } from './asking-rules.ts'
import { checkAskedIn, type Heard, type ReadSitting } from './heard.ts'
import { byQuestion, type Finding } from './rule.ts'
import { saidIn } from './said-so-far.ts'
import { unquoted } from './sentence-rules.ts'

/**
 * A probe on what the candidate's words had settled, or an opener of a phase that asks for it, by the same measure by which the interviewer takes a
 * check for settled. A probe beyond what was told may be put to it, unless it asks for that very thing.
 */
export function findSettledAsked(sitting: ReadSitting): Finding[] {
  const inAll = new Map<number, Ground | null>()
  const isSettledBefore = (turn: Heard) => (check: string) => {
    if (!inAll.has(turn.question)) inAll.set(turn.question, anywhere(groundBefore(Number.POSITIVE_INFINITY, turn, sitting)))
    // To read all that came before each question takes long, and most ask about what is shown later or never.
    const perhaps = shownOf(check, { turn, ground: inAll.get(turn.question) ?? null, sitting })
    const before = perhaps?.matches.filter(({ segment }) => segment.turn < turn.turn) ?? []
    if (!isSettled({ verdict: 'yes', matches: before })) return false
    const shown = shownOf(check, { turn, ground: groundBefore(turn.turn, turn, sitting), sitting })
    return shown !== null && isSettled(shown) && !goesBeyond(turn, shown, sitting)
  }
  const probes = allowedProbesIn(sitting.heard).flatMap(({ turn, check }) =>
    isSettledBefore(turn)(check) ? byQuestion(turn, 'Asks about what the answer had shown.') : [],
  )
  const openers = sitting.heard.flatMap((turn) =>
    openerAsksFor(turn, sitting).some(isSettledBefore(turn))
      ? byQuestion(turn, 'Opens a part by asking for what had been shown.')
      : [],
  )
  return [...probes, ...openers]
}

function goesBeyond({ move, text, question, guide }: Heard, { matches }: Shown, { input }: ReadSitting): boolean {
  if (move?.kind !== 'probe' || move.beyond !== true) return false
  const own = guide?.keyPoints.find(({ id }) => id === move.check)?.beyond
  // By its author's word that asks one step further, in whatever words.
  if (own !== undefined && text.includes(own.ask)) return true
  const questionText = input.questions[question]?.text ?? ''
  return !asksForTold(matches.filter(isInOneSentence).map(wholeSentence), questionText)(unquoted(text))
}

function wholeSentence(match: Match): string {
  const { tokens, text } = match.segment
  const own = tokens.filter(({ sentence }) => sentence === sentenceOf(match))
  return text.slice(own[0]?.start, own.at(-1)?.end)
}

/** The standing checks that a turn's opener of a phase asks for: by its move, else by its words, as older interviews name none. */
function openerAsksFor({ move, sentences }: Heard, { input: { rubric } }: ReadSitting): readonly string[] {
  if (move?.kind !== 'next-phase' || move.check !== undefined) return []
  if (move.asksFor !== undefined) return move.asksFor
  const openers = rubric?.phases.flatMap((phase) => phase.openers) ?? []
  return openers.find(({ ask }) => sentences.some(({ text }) => text === ask))?.asksFor ?? []
}

/** Where a check counts may depend on what is said later. */
const anywhere = (ground: Ground | null): Ground | null => ground && { ...ground, inPlace: () => () => true }

function shownOf(
  check: string,
  { turn, ground, sitting }: { turn: Heard; ground: Ground | null; sitting: ReadSitting },
): Shown | null {
  const { rubric, questions } = sitting.input
  if (ground === null) return null
  const point = questions[turn.question]?.guide?.keyPoints.find(({ id }) => id === check)
  if (point !== undefined) return judgeKeyPoint(point, ground)
  const standing = rubric?.criteria.flatMap(({ checks }) => checks).find(({ id }) => id === check)
  return standing === undefined ? null : judgeStandingCheck(standing, ground)
}

/** What was said on the question of a turn before the turn of a number. Null where its guide is not known. */
function groundBefore(before: number, { question }: Heard, { input, heard, words }: ReadSitting): Ground | null {
  const { rubric, questions, turns } = input
  const guide = questions[question]?.guide ?? null
  if (guide === null || rubric === null) return null
  const first = heard.find((one) => one.question === question)?.turn ?? 1
  const about = turns.filter(({ turn }) => turn >= first && turn < before)
  return groundOf({
    candidateSaid: about.filter(({ speaker }) => speaker === 'candidate').map((one) => ({ turn: one.turn, text: saidIn([one]) })),
    interviewerSaid: [
      { turn: 0, text: questions[question]?.text ?? '' },
      ...heard
        .filter(({ turn }) => turn >= first && turn < before)
        .map((one) => ({ turn: one.turn, text: one.text, asksAbout: checkAskedIn(one) })),
    ],
    rubricRuns: rubricRunsOf(rubric, guide),
    lexicon: words.lexicon,
  })
}
