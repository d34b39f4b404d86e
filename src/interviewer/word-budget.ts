import { numbersIn } from '#src/conduct/numbers-in.ts'
import { questionsIn, stemsOf } from '#src/conduct/sentence-rules.ts'
import { wordsIn } from '#src/conduct/sentence-splitter.ts'
import type { Move } from '#src/domain/move.ts'
import type { Phrases } from '#src/domain/phrases.ts'
import { askOf, composeWords } from './compose-words.ts'
import type { SpeakRequest } from './interviewer.ts'
import type { Standing } from './where-we-stand.ts'
import { plannedWords, wordsAllowed } from './word-limit.ts'

/** How the words of one move are shared out between what it is for and what stands beside it. */
export interface WordBudget {
  /** Whether the move is made by this sentence: by its question, or by what it has to tell. */
  isWanted(sentence: string): boolean
  /** Words beyond which only wanted sentences are said. */
  allowed: number
  /** Of these, kept free for wanted sentences that are still to come; 0 for a move that has none. */
  reserved: number
  /** Tells a fact to somebody who asked: a question after it takes the turn away from them. */
  asksNothing: boolean
}

interface Options {
  request: SpeakRequest
  standing: Standing
  phrases: Phrases
}

const asks: ReadonlySet<Move['kind']> = new Set<Move['kind']>(['probe', 'challenge', 'change-requirement', 'next-phase', 'nudge'])
/** Moves whose planned words no model is shown, or that are of any words. */
const hasNoPlan: ReadonlySet<Move['kind']> = new Set<Move['kind']>([
  'probe',
  'listen',
  'wait',
  'steer',
  'reply',
  'coach',
  'nudge',
])
const usualQuestion = 15

export function wordBudget(move: Move, options: Options): WordBudget {
  const plan = hasNoPlan.has(move.kind) ? '' : composeWords(move, options)
  const tellsFact = move.kind === 'answer' && move.fact !== null
  const saysPlan = sentenceOf(plan)
  const isEnglish = options.request.interview.language === 'en'
  return {
    isWanted: (sentence) => {
      if (questionsIn(sentence) > 0) return !tellsFact && asks.has(move.kind)
      // Of another language nobody can tell here what a sentence tells.
      return (tellsFact && !isEnglish) || saysPlan(sentence)
    },
    allowed: wordsAllowed(move, options),
    reserved: plan === '' ? questionWords(move, options) : plannedWords(move, options),
    asksNothing: tellsFact,
  }
}

function questionWords(move: Move, { standing }: Options): number {
  if (move.kind !== 'probe') return 0
  return Math.min(usualQuestion, wordsIn(askOf(move, standing) ?? '') || usualQuestion)
}

const fewestStems = 2
const shareOfPlan = 0.3
/** Fewer than these are a manner of speaking. */
const smallestFigure = 4

/** Whether a sentence says some of a text: so many of its own words stand there, or a figure does. */
function sentenceOf(text: string): (sentence: string) => boolean {
  const stems = stemsOf(text)
  const figures = numbersIn(text)
  return (sentence) => {
    if ([...numbersIn(sentence)].some((figure) => figure >= smallestFigure && figures.has(figure))) return true
    const own = [...stemsOf(sentence)]
    const shared = own.filter((stem) => stems.has(stem)).length
    return shared >= Math.min(fewestStems, stems.size) && shared >= own.length * shareOfPlan
  }
}
