import { numbersIn } from '#src/conduct/numbers-in.ts'
import { questionsIn, stemsOf } from '#src/conduct/sentence-rules.ts'
import type { Move } from '#src/domain/move.ts'
import type { Phrases } from '#src/domain/phrases.ts'
import { askOf, composeWords, opensQuestion } from './compose-words.ts'
import type { SpeakRequest } from './interviewer.ts'
import type { Standing } from './where-we-stand.ts'
import { wordsAllowed, wordsNeeded } from './word-limit.ts'

/** How the words of one move are shared out between what it is for and what stands beside it. */
export interface WordBudget {
  /** Whether a sentence is of what the move is for, or may be. */
  isWanted(sentence: string): boolean
  /** Whether these wanted sentences are the whole of it: then what stands beside them can be left out. */
  isMadeBy(wanted: string): boolean
  /** Words beyond which only wanted sentences are said. */
  allowed: number
  /** Of these, kept free for wanted sentences that are still to come. */
  reserved: number
  /** Tells a fact to somebody who asked: a question after it takes the turn away from them. */
  asksNothing: boolean
  /** Whether a question is always known by its mark. */
  marksQuestions: boolean
}

interface Options {
  request: SpeakRequest
  standing: Standing
  phrases: Phrases
}

/** Moves of any words. */
const hasNoPlan: ReadonlySet<Move['kind']> = new Set<Move['kind']>(['listen', 'wait', 'steer', 'reply', 'coach', 'nudge'])

export function wordBudget(move: Move, options: Options): WordBudget {
  return {
    ...(isOneQuestion(move, options) || move.kind === 'answer' ? ownSentences(move, options) : wholePlan(move, options)),
    allowed: wordsAllowed(move, options),
    reserved: wordsNeeded(move, options),
    asksNothing: tellsFact(move),
    marksQuestions: isEnglish(options),
  }
}

type Wanted = Pick<WordBudget, 'isWanted' | 'isMadeBy'>

const isEnglish = ({ request }: Options): boolean => request.interview.language === 'en'
const tellsFact = (move: Move): boolean => move.kind === 'answer' && move.fact !== null
const asks = (text: string): boolean => questionsIn(text) > 0

/** Whether a move is made by any question: what it announces beside that is heard in the question too. */
export function isOneQuestion(move: Move, { request, standing }: Pick<Options, 'request' | 'standing'>): boolean {
  if (move.kind === 'next-phase') return move.facts === undefined && !opensQuestion(move.phase, { request, standing })
  return move.kind === 'probe' || move.kind === 'challenge'
}

/** Of another language nobody can tell here what a sentence says, only whether it asks. */
function ownSentences(move: Move, options: Options): Wanted {
  if (move.kind === 'probe') {
    // A scene that was planned is lost with none of its question.
    const saysAsk = isEnglish(options) ? sentenceOf(askOf(move, options.standing) ?? '') : () => false
    return { isWanted: (sentence) => asks(sentence) || saysAsk(sentence), isMadeBy: asks }
  }
  const saysPlan = isEnglish(options) ? sentenceOf(composeWords(move, options)) : () => true
  if (move.kind === 'answer')
    return { isWanted: (sentence) => !asks(sentence) && saysPlan(sentence), isMadeBy: (wanted) => wanted !== '' }
  return { isWanted: (sentence) => asks(sentence) || saysPlan(sentence), isMadeBy: asks }
}

/** A task, a change, facts or help are lost with any part of them, so one in words that nobody foresaw is said with all that stands beside it. */
function wholePlan(move: Move, options: Options): Wanted {
  if (!isEnglish(options) || hasNoPlan.has(move.kind)) return { isWanted: () => true, isMadeBy: () => true }
  const plan = composeWords(move, options)
  const saysPlan = sentenceOf(plan)
  return {
    isWanted: (sentence) => asks(sentence) || saysPlan(sentence),
    isMadeBy: (wanted) => tellsMostOf(plan, wanted) && (asks(wanted) || !asks(plan)),
  }
}

/** Share of a plan's words by which all of it was told. */
const shareOfWhole = 0.6

function tellsMostOf(plan: string, text: string): boolean {
  const stems = stemsOf(plan)
  const heard = stemsOf(text)
  return [...stems].filter((stem) => heard.has(stem)).length >= stems.size * shareOfWhole
}

const fewestStems = 2
const shareOfPlan = 0.3
/** Fewer than these are a manner of speaking. */
const smallestFigure = 4

/** Whether a sentence says some of a text: so many of its own words stand there, or a figure does. */
export function sentenceOf(text: string): (sentence: string) => boolean {
  const stems = stemsOf(text)
  const figures = numbersIn(text)
  return (sentence) => {
    if ([...numbersIn(sentence)].some((figure) => figure >= smallestFigure && figures.has(figure))) return true
    const own = [...stemsOf(sentence)]
    const shared = own.filter((stem) => stems.has(stem)).length
    return shared >= Math.min(fewestStems, stems.size) && shared >= own.length * shareOfPlan
  }
}
