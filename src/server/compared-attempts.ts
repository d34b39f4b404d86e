import type { Interview } from '#src/domain/interview.ts'
import type { Redo } from '#src/domain/redo.ts'
import type { Score, Scorecard } from '#src/domain/score.ts'
import type { Turn } from '#src/domain/turn.ts'
import { turnsAbout } from '#src/domain/turns-about.ts'
import type { Attempt, ComparedTurn } from '#src/protocol/history.ts'
import type { Store } from '#src/store/store.ts'
import { countWords } from '#src/transcript/clean-lines.ts'
import { gradedTurns } from './graded-turns.ts'
import { ownInterview } from './own-interview.ts'
import { notFound, Problem } from './problem.ts'
import { shownTurn } from './shown.ts'

/** An attempt, and what was said in it about the question. */
interface ReadAttempt {
  attempt: Attempt
  turns: ComparedTurn[]
}

export interface ComparedAttempts {
  question: string
  interview: Interview
  first: ReadAttempt
  second: ReadAttempt
}

interface Opened {
  interview: Interview
  card: Scorecard
  turns: readonly Turn[]
}

/**
 * Two attempts at a question; `second` may be an answer given again in the first. Rejects with the problem where one of them is not this owner's, its
 * scorecard was not opened, or they have no question in common.
 */
export async function comparedAttempts(
  store: Store,
  { first: firstId, second: secondId, owner }: { first: string; second: string; owner: string },
): Promise<ComparedAttempts> {
  const first = await openedInterview(store, { id: firstId, owner })
  const redo = (await store.listRedos(firstId)).find(({ id }) => id === secondId)
  const second = redo === undefined ? await openedInterview(store, { id: secondId, owner }) : null
  const question = redo?.question ?? sharedQuestion(first.interview, second?.interview)
  if (question === null) throw notFound('These two interviews have no question in common, so there is nothing to compare.')
  return {
    question,
    interview: first.interview,
    first: attemptOf(first, question, redo?.criterion),
    second: redo === undefined ? attemptOf(second ?? first, question) : redoneAttempt(first, redo),
  }
}

async function openedInterview(store: Store, asked: { id: string; owner: string }): Promise<Opened> {
  const interview = await ownInterview(store, asked)
  const card = await store.latestScorecard(interview.id)
  if (card === null || !(await store.isScorecardOpened(interview.id)))
    throw new Problem(409, 'not-opened', 'Only interviews whose scorecard was opened can be compared. Open it first.')
  const { turns } = await gradedTurns(store, interview, card)
  return { interview, card, turns }
}

const sharedQuestion = (first: Interview, second: Interview | undefined): string | null =>
  first.track !== second?.track
    ? null
    : (first.questions.find(({ id }) => second.questions.some((other) => other.id === id))?.id ?? null)

function attemptOf({ interview, card, turns }: Opened, question: string, criterion?: string): ReadAttempt {
  const { id, createdAt, level, language, prepared, imported, contentHash, elapsedMs, schedule } = interview
  const scores = scoresOf(card, question).filter((score) => criterion === undefined || score.criterion === criterion)
  const about = turnsAbout(interview, turns, question)
  const said = about.map((turn) => comparedTurn(turn, schedule[turn.phase]?.phase ?? ''))
  const attempt: Attempt = {
    kind: 'interview',
    interview: id,
    createdAt,
    level,
    language,
    scorer: card.scorer,
    isPrepared: prepared.includes(question),
    isImported: imported !== null,
    contentHash,
    scores,
    redo: null,
    figures: {
      elapsedMs: imported === null || imported.timed ? elapsedMs : null,
      words: wordsOf(turns.filter(({ speaker }) => speaker === 'candidate')),
      hints: turns.filter(({ move }) => move?.kind === 'hint').length,
    },
    phases: phasesOf(
      schedule.map(({ phase, title }) => ({ id: phase, title })),
      said,
    ),
    artifacts: [
      ...new Set(about.flatMap(({ speaker, artifacts }) => (speaker === 'candidate' ? artifacts.map(({ kind }) => kind) : []))),
    ],
    lines: linesOf(scores, about),
  }
  return { attempt, turns: said }
}

function redoneAttempt(first: Opened, redo: Redo): ReadAttempt {
  if (redo.state.kind !== 'graded') throw new Problem(409, 'not-graded', 'This answer is not graded yet. Come back in a moment.')
  const { scorer, score } = redo.state
  const { attempt, turns } = attemptOf(first, redo.question, redo.criterion)
  const phase = answeredIn(attempt, turns, redo) ?? { id: 'answered-again', title: 'Answered again' }
  const said: ComparedTurn[] = [
    { turn: 1, speaker: 'interviewer', text: redo.asked, artifacts: [], phase: phase.id },
    { turn: 2, speaker: 'candidate', text: redo.text, artifacts: [], phase: phase.id },
  ]
  return {
    attempt: {
      ...attempt,
      kind: 'redo',
      createdAt: redo.createdAt,
      scorer,
      scores: [score],
      redo: { criterion: redo.criterion, check: redo.check },
      figures: { elapsedMs: null, words: countWords(redo.text), hints: 0 },
      phases: phasesOf([phase], said),
      artifacts: [],
      lines: [],
    },
    turns: said,
  }
}

/** The phase in which what was answered again was answered first: that of the check's words, or else of its criterion's. */
function answeredIn({ phases, scores }: Attempt, turns: readonly ComparedTurn[], { check }: Redo) {
  const checks = scores.flatMap((score) => score.checks)
  const [evidence] = [...checks.filter((one) => one.check === check), ...checks].flatMap((one) => one.evidence)
  const { phase } = turns.find(({ turn }) => turn === evidence?.turn) ?? {}
  return phases.find(({ id }) => id === phase)
}

const comparedTurn = (turn: Turn, phase: string): ComparedTurn => {
  const { turn: number, speaker, text, artifacts } = shownTurn(turn)
  return { turn: number, speaker, text, artifacts, phase }
}

function phasesOf(phases: readonly { id: string; title: string }[], turns: readonly ComparedTurn[]): Attempt['phases'] {
  return phases.flatMap(({ id, title }, at) => {
    const said = turns.filter(({ phase }) => phase === id)
    const isAgain = phases.findIndex((other) => other.id === id) < at
    return said.length === 0 || isAgain ? [] : [{ id, title, turns: said.length, words: wordsOf(said) }]
  })
}

function linesOf(scores: readonly Score[], turns: readonly Turn[]): Attempt['lines'] {
  const quoted = scores.flatMap(({ checks }) => checks.flatMap(({ evidence }) => evidence))
  const lines = quoted.flatMap(({ turn, artifact: id, start }) => {
    const artifact = turns.find((one) => one.turn === turn)?.artifacts.find((one) => one.id === id)
    if (artifact === undefined || artifact.kind === 'board') return []
    return [{ turn, artifact: artifact.id, start, line: artifact.text.slice(0, start).split('\n').length }]
  })
  return [...new Map(lines.map((line) => [`${line.turn} ${line.artifact} ${line.start}`, line])).values()]
}

const scoresOf = ({ perQuestion, scores }: Scorecard, question: string): Score[] =>
  perQuestion.find((part) => part.question === question)?.scores ?? scores

const wordsOf = (turns: readonly Pick<Turn, 'text'>[]): number => turns.reduce((sum, { text }) => sum + countWords(text), 0)
