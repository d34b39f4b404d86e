import type { Guide } from '#src/domain/guide.ts'
import { checkAskedBy, type Move } from '#src/domain/move.ts'
import type { Level } from '#src/domain/track.ts'
import { isBlank, type Turn } from '#src/domain/turn.ts'
import type { Signal } from '#src/evidence/answer-signals.ts'
import type { Coverage } from './coverage.ts'
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
  guide: Guide
  checks: readonly CheckState[]
  level: Level
  told: ReadonlySet<string>
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
}): LastAnswer {
  const { turn, reading, before, after, guide, told, toldLately, lastMove } = options
  const mostWords = options.isEntering ? mostFactWordsAtEntry : mostFactWords
  const wanted = reading.facts
    .filter((id) => reading.asksAgain || !toldLately.has(id))
    .sort((a, b) => Number(told.has(a)) - Number(told.has(b)))
  const facts: string[] = []
  let words = 0
  for (const id of wanted) {
    const length = guide.facts.find((fact) => fact.id === id)?.fact.split(/\s+/).length ?? 0
    const again = told.has(id) && facts.length > 0
    if (again || facts.length === mostFacts || (facts.length > 0 && words + length > mostWords)) continue
    facts.push(id)
    words += length
  }
  const newly = [...after.shown].filter(([id, shown]) => shown === 'yes' && before.shown.get(id) !== 'yes').map(([id]) => id)
  return {
    turn: turn.turn,
    words: reading.words,
    kind: reading.kind,
    asksForAnswer: reading.asksForAnswer,
    facts,
    asksForMore: wanted.some((id) => !told.has(id) && !facts.includes(id)),
    asksOfCompany: reading.asksOfCompany,
    // Who wants the answer wants no fact of the task.
    mayAskForFacts: !options.isEnglish || (reading.mayAskForFacts && reading.kind !== 'off-limits'),
    strong: isStrong({ newly, asked: checkAskedBy(lastMove), checks: options.checks, level: options.level }),
    flowing: reading.flowing,
    signals: options.signals.map(({ kind }) => kind),
    pointable: options.pointable,
    decides: options.decides,
    givesCode: turn.artifacts.some(
      ({ kind, text }) => kind === 'code' && text.split('\n').filter((line) => !isBlank(line)).length >= fewestLines,
    ),
    doneBefore: options.doneBefore,
    wandered: options.isEnglish && reading.kind === 'answer' && reading.wanders,
  }
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
