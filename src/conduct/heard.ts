import { type Guide, questionsOf } from '#src/domain/guide.ts'
import { checkAskedBy, factsOf, type Move } from '#src/domain/move.ts'
import { type Rubric, wordingsOf } from '#src/domain/rubric.ts'
import { guideAfter, pastNamed, stepsTaken } from '#src/domain/steps-taken.ts'
import { analyseTurn } from '#src/evidence/analyse-turn.ts'
import type { ConductWords } from './check-conduct.ts'
import type { ConductInput, ConductQuestion, ConductTurn } from './conduct-input.ts'
import { plain, type SaidSoFar, saidSoFar } from './said-so-far.ts'
import { questionsIn } from './sentence-rules.ts'
import { sentencesIn } from './sentence-splitter.ts'
import { noCues, type SpeechCues, speechCues } from './speech-cues.ts'

/** One sentence of the interviewer's: `text.slice(start, end)` of its turn, UTF-16 offsets. */
export interface Spoken {
  text: string
  start: number
  end: number
  asks: boolean
  /** Stands word for word in the question's opening. */
  isOpening: boolean
  /** Stands word for word in the content: the opening, a fact, a hint, a planned question. */
  isContent: boolean
}

/** An interviewer's turn with what it was said into. */
export interface Heard extends ConductTurn {
  sentences: readonly Spoken[]
  before: readonly ConductTurn[]
  /** What the candidate said since the interviewer last spoke; empty when nothing. */
  answer: string
  /** The candidate's last words asked something. */
  wasAsked: boolean
  /** Index of the question that it is about. */
  question: number
  /** Of that question, as it stands after the steps taken up to this turn, its own with them; null when the bank does not hold it. */
  guide: Guide | null
}

/** The check that a turn asks about; null for a turn that asks about none, or whose move this release has no name for. */
export const checkAskedIn = ({ move }: Heard): string | null =>
  move === null || move.kind === 'unknown' ? null : checkAskedBy(move)

/** A whole interview, read for judging the interviewer. */
export interface ReadSitting {
  input: ConductInput
  heard: readonly Heard[]
  said: SaidSoFar
  cues: SpeechCues
  words: ConductWords
  /** Every interviewer turn carries its move. */
  knowsMoves: boolean
}

export function readSitting(input: ConductInput, words: ConductWords): ReadSitting {
  const starts = input.questions.map(
    (question, index) => question.firstTurn ?? (index === 0 ? 1 : askedAt(input.turns, question)),
  )
  const sentencesOf = sentencesWith(input)
  const questionAt = (turn: number) =>
    Math.max(
      0,
      starts.findLastIndex((start) => start !== null && start <= turn),
    )
  const guideAt = (last: number, question: number) => {
    const guide = input.questions[question]?.guide ?? null
    if (guide === null) return null
    const moves = input.turns.filter(({ turn }) => turn <= last && questionAt(turn) === question).flatMap(moveOf)
    // What was so before is told where it was asked for, and is no truth of now.
    const told = input.turns
      .filter(({ turn }) => turn === last)
      .flatMap(moveOf)
      .flatMap(factsOf)
    const looksBack = told.some((id) => pastNamed(guide, id) !== null)
    return guideAfter(guide, stepsTaken(guide, moves), { isOver: false, looksBack })
  }
  const heard = input.turns.flatMap((turn, at): Heard[] => {
    if (turn.speaker !== 'interviewer') return []
    const before = input.turns.slice(0, at)
    const answer = sinceInterviewer(before)
    const question = questionAt(turn.turn)
    return [
      {
        ...turn,
        before,
        answer,
        question,
        guide: guideAt(turn.turn, question),
        wasAsked: answer !== '' && (/\?["'”’)\s]*$/.test(answer) || analyseTurn(answer, words.lexicon).questions > 0),
        sentences: sentencesOf(turn.text, question),
      },
    ]
  })
  return {
    input,
    heard,
    said: saidSoFar(input.turns),
    cues: input.isEnglish ? speechCues(words) : noCues,
    words,
    knowsMoves: heard.length > 0 && heard.every(({ move }) => move !== null),
  }
}

const moveOf = ({ move }: ConductTurn): Move[] => (move === null || move.kind === 'unknown' ? [] : [move])

/** The turn that says a question's opening; null when none does. */
const askedAt = (turns: readonly ConductTurn[], { text }: ConductQuestion): number | null =>
  turns.find((turn) => turn.speaker === 'interviewer' && text.trim() !== '' && holds(turn.text, text))?.turn ?? null

const sinceInterviewer = (before: readonly ConductTurn[]): string =>
  before
    .slice(before.findLastIndex(({ speaker }) => speaker === 'interviewer') + 1)
    .map(({ text }) => text)
    .join('\n')

function sentencesWith({ questions, rubric }: ConductInput): (text: string, question: number) => Spoken[] {
  const openings = questions.map((asked) => plain(asked.text))
  const contents = questions.map(({ guide }) => contentOf(guide).map(plain))
  const general = new Set(generalQuestions(rubric).flatMap(sentencesIn).map(plain))
  return (text, question) => readSentences(text, { openings, content: contents[question] ?? [], general })
}

function readSentences(
  text: string,
  { openings, content, general }: { openings: readonly string[]; content: readonly string[]; general: ReadonlySet<string> },
): Spoken[] {
  let from = 0
  return sentencesIn(text).flatMap((piece) => {
    const start = from + (piece.length - piece.trimStart().length)
    from += piece.length
    const sentence = piece.trim()
    if (sentence === '') return []
    const words = plain(sentence)
    const isOpening = openings.some((opening) => opening.includes(words))
    const isContent = isOpening || general.has(words) || content.some((one) => one.includes(words))
    return [{ text: sentence, start, end: start + sentence.length, asks: questionsIn(sentence) > 0, isOpening, isContent }]
  })
}

/** What a track asks of every question. */
const generalQuestions = (rubric: Rubric | null): string[] =>
  (rubric?.criteria ?? []).flatMap(({ checks }) => checks.flatMap(({ probe }) => (probe === undefined ? [] : wordingsOf(probe))))

/** What the interviewer may have word for word from the guide. */
const contentOf = (guide: Guide | null): string[] =>
  guide === null
    ? []
    : [
        ...guide.facts.map(({ fact }) => fact),
        ...guide.steps.flatMap(({ seen, facts }) => [seen, ...Object.values(facts)]),
        ...guide.hints.flatMap(({ category, constraint, choice, point }) => [category, constraint, choice, point]),
        ...guide.changedRequirements.map(({ say }) => say),
        ...guide.misconceptions.map(({ challenge }) => challenge),
        ...guide.keyPoints.flatMap(questionsOf),
      ]

/** True when the words of `part` follow one another in `text`. */
export const holds = (text: string, part: string): boolean => plain(text).includes(plain(part))

/** What stands between quotation marks in a text. */
export const quotesIn = (text: string): { quote: string; start: number; end: number }[] =>
  [...text.matchAll(/"([^"]+)"|“([^”]+)”/g)].map((match) => ({
    quote: match[1] ?? match[2] ?? '',
    start: match.index,
    end: match.index + match[0].length,
  }))
