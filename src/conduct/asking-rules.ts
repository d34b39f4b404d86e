import { checkAskedBy, type Move } from '#src/domain/move.ts'
import { analyseTurn } from '#src/evidence/analyse-turn.ts'
import { rubricRunsOf } from '#src/evidence/given-back.ts'
import { groundOf } from '#src/evidence/ground.ts'
import { judgeKeyPoint, judgeStandingCheck } from '#src/evidence/judge-check.ts'
import { type Heard, plain, type ReadSitting, saidIn } from './heard.ts'
import { byTurn, type Finding } from './rule.ts'
import { stemsOf, unquoted } from './sentence-rules.ts'
import { wordsIn } from './sentence-splitter.ts'

/** Said again by their nature, or not asked about the task. */
const asksNothingNew: ReadonlySet<string> = new Set([
  'open',
  'repeat',
  'listen',
  'steer',
  'nudge',
  'reply',
  'hint',
  'answer',
  'close',
  'unknown',
])

/** The same question, or nearly the same, about the same part of the interview, though it was answered. */
export function findAskedAgain({ heard, words }: ReadSitting): Finding[] {
  const asking = heard.map((turn, at) => ({ turn, ask: askOf(turn), answer: heard[at + 1]?.answer ?? '' }))
  return asking.flatMap(({ turn, ask }, at) => {
    if (ask === null || isUnsure(turn)) return []
    const earlier = asking.slice(0, at).find((one) => {
      if (one.ask === null || one.turn.question !== turn.question || one.turn.interrupted || isUnsure(one.turn)) return false
      return isSame(one.ask, ask) && isAnswer(one.answer, words)
    })
    return earlier === undefined ? [] : byTurn(turn, `Asked before, in turn ${earlier.turn.turn}.`)
  })
}

const isUnsure = ({ move }: Heard): boolean =>
  move !== null && (asksNothingNew.has(move.kind) || (move.kind === 'probe' && move.probe === 'recover'))

const longestAside = 6

/** What a turn asks: its question with what leads to it, without an acknowledgement or a quotation before. Null when it asks nothing. */
function askOf({ sentences }: Heard): string | null {
  if (!sentences.some(({ asks }) => asks)) return null
  return sentences
    .filter(({ text, asks }) => asks || !(wordsIn(text) <= longestAside || unquoted(text) !== text))
    .map(({ text }) => unquoted(text))
    .join(' ')
}

const fewestWords = 4
const fewestStems = 5
const shareOfStems = 0.8

function isSame(one: string, other: string): boolean {
  if (plain(one) === plain(other)) return wordsIn(one) >= fewestWords
  const [a, b] = [stemsOf(one), stemsOf(other)]
  const shared = [...a].filter((stem) => b.has(stem)).length
  return Math.min(a.size, b.size) >= fewestStems && shared >= shareOfStems * new Set([...a, ...b]).size
}

/** Somebody who asks back, wants it again or does not know has not answered yet. */
function isAnswer(text: string, { lexicon }: ReadSitting['words']): boolean {
  if (text.trim() === '' || /\?["'”’)\s]*$/.test(text)) return false
  const { asksToRepeat, asksForHint, stalled } = analyseTurn(text, lexicon)
  return !asksToRepeat && !asksForHint && !stalled
}

const mostProbes = 2

/** More than two probes on one check of a question. */
export function findThirdProbes({ heard }: ReadSitting): Finding[] {
  const asked = new Map<string, number>()
  return heard.flatMap((turn) => {
    const check = checkAskedBy(knownMove(turn))
    if (check === null) return []
    const key = `${turn.question} ${check}`
    const count = (asked.get(key) ?? 0) + 1
    asked.set(key, count)
    return count > mostProbes ? byTurn(turn, `Probe ${count} on the same point; after ${mostProbes} one moves on.`) : []
  })
}

/** A probe on what the candidate's words had met already, in full and of their own. */
export function findSettledAsked(sitting: ReadSitting): Finding[] {
  return sitting.heard.flatMap((turn) => {
    const check = checkAskedBy(knownMove(turn))
    return check !== null && isSettled(check, turn, sitting) ? byTurn(turn, 'Asks about what the answer had shown.') : []
  })
}

function isSettled(check: string, turn: Heard, { input, heard, words }: ReadSitting): boolean {
  const { rubric, questions } = input
  const guide = questions[turn.question]?.guide ?? null
  if (guide === null || rubric === null) return false
  const first = heard.find(({ question }) => question === turn.question)?.turn ?? 1
  const about = turn.before.filter((one) => one.turn >= first)
  const ground = groundOf({
    candidateSaid: about.filter(({ speaker }) => speaker === 'candidate').map((one) => ({ turn: one.turn, text: saidIn([one]) })),
    interviewerSaid: [
      { turn: 0, text: questions[turn.question]?.text ?? '' },
      ...about.filter(({ speaker }) => speaker === 'interviewer').map(({ turn: at, text }) => ({ turn: at, text })),
    ],
    rubricRuns: rubricRunsOf(rubric, guide),
    lexicon: words.lexicon,
  })
  const point = guide.keyPoints.find(({ id }) => id === check)
  if (point !== undefined) return judgeKeyPoint(point, ground).verdict === 'yes'
  const standing = rubric.criteria.flatMap(({ checks }) => checks).find(({ id }) => id === check)
  return standing !== undefined && judgeStandingCheck(standing, ground).verdict === 'yes'
}

/** The move, where this release has a name for it. */
const knownMove = ({ move }: Heard): Move | null => (move === null || move.kind === 'unknown' ? null : move)
