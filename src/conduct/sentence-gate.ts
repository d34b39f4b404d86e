import type { ConductRule, GateRule } from '#src/domain/conduct.ts'
import type { Language } from '#src/domain/language.ts'
import type { MoveKind } from '#src/domain/move.ts'
import { asksTwoAtOnce, firstOfTwoQuestions } from '#src/domain/second-question.ts'
import { factParts, tellsAnyFact } from './fact-told.ts'
import { falseFiguresIn } from './false-figures.ts'
import { falseQuotesIn } from './false-quotes.ts'
import { minutesNamed } from './minutes-named.ts'
import { numbersIn } from './numbers-in.ts'
import { plain, tellingWords } from './said-so-far.ts'
import {
  checksIn,
  givesAnyAway,
  isExempt,
  questionsIn,
  sentenceRules,
  stemsOf,
  tellingStems,
  unquoted,
} from './sentence-rules.ts'
import { wordsIn } from './sentence-splitter.ts'
import type { SpeechCues } from './speech-cues.ts'

/** What holds for the words of one move. */
export interface GateRules {
  move: MoveKind
  language: Language
  maxWords: number
  /** Whole minutes that may be named. */
  minutes: readonly number[]
  /** Texts of the guide that must not be heard now. */
  secrets: readonly string[]
  /** Facts of the sheet: none that was not asked for is told. */
  facts: readonly string[]
  /** All that has been said in the interview, and what this move may say: words in it give nothing away. */
  known: string
  /** What the move may say word for word, whatever is heard in it. */
  planned: string
  /** All that may be quoted: what was said and typed so far, and the planned words. */
  said: string
  /** What the candidate said and typed. */
  candidateSaid: string
  cues: SpeechCues
  /** Whether a question names what it asks for. */
  holdsItsAnswer: (sentence: string) => boolean
  /** Whether the move has a place for a sentence that breaks no other rule. */
  hasPlaceFor: (sentence: string) => boolean
}

export interface ConductGate {
  /** The sentence up to where a second question is joined on to its first. */
  upToSecondQuestion(sentence: string): string
  /** It asks for a nod alone: without it nothing is lost. */
  asksForNod(sentence: string): boolean
  /** The rule that the next sentence breaks, or null: then it is counted as spoken. */
  breachOf(sentence: string): GateRule | null
}

/** Fewer than these are a manner of speaking. */
const smallestFigure = 4

/** In the content they were judged by whoever wrote it. */
const plannedMay: ReadonlySet<ConductRule> = new Set<ConductRule>([
  ...(['praise', 'grading', 'error-claimed', 'leading', 'summary', 'teaching'] as const),
])
/** Fewer words of a planned sentence may be a grade by themselves: "Correct." of "How do you keep it correct?" */
const fewestPlanned = 4
const isWholeOf = (planned: string, sentence: string): boolean =>
  planned.split(/(?<=[.!?])\s+/).some((one) => plain(one) === plain(sentence))
/** They say the question of the task, which counts as one. */
const saysTask: ReadonlySet<MoveKind> = new Set<MoveKind>(['open', 'repeat'])

/** Whoever answers questions at the end may ask whether that was what was meant. */
const mayCheckIn: ReadonlySet<MoveKind> = new Set<MoveKind>(['reply', 'coach'])

/** Watches one utterance, sentence by sentence, before it is shown. */
export function conductGate({ move, language, maxWords, minutes, secrets, facts, said, cues, ...rules }: GateRules): ConductGate {
  const known = stemsOf(rules.known)
  const givesSecretAway = givesAnyAway(secrets.map((secret) => tellingStems(stemsOf(secret), known)))
  const saidNumbers = numbersIn(said)
  const tellsFact = tellsAnyFact(factParts(facts, cues), { words: tellingWords(said), numbers: saidNumbers })
  const saidPlain = plain(said)
  const plannedPlain = plain(rules.planned)
  const isPlanned = (sentence: string): boolean =>
    plannedPlain.includes(plain(sentence)) && (wordsIn(sentence) >= fewestPlanned || isWholeOf(rules.planned, sentence))
  const mayJoin = (sentence: string): boolean => language !== 'en' || saysTask.has(move) || isPlanned(sentence)
  const candidateNumbers = numbersIn(rules.candidateSaid)
  /** In English alone: elsewhere a number in words is not the sheet's. */
  const inventsFigure = (sentence: string, times: readonly number[]): boolean =>
    move === 'answer' &&
    language === 'en' &&
    [...numbersIn(unquoted(sentence))].some(
      (figure) => figure >= smallestFigure && !saidNumbers.has(figure) && !times.includes(figure),
    )
  let words = 0
  let questions = 0
  const asksForNod = (sentence: string): boolean => !mayCheckIn.has(move) && checksIn(sentence, cues) && !isPlanned(sentence)
  const broken = (sentence: string): GateRule | null => {
    if (asksForNod(sentence)) return 'beside'
    if (questions + questionsIn(sentence) > 1) return 'second-question'
    if (asksTwoAtOnce(sentence) && !mayJoin(sentence)) return 'second-question'
    const own = sentenceRules.find(
      ({ rule, breaks }) => !isExempt(rule, move) && breaks(sentence, cues) && !(plannedMay.has(rule) && isPlanned(sentence)),
    )
    if (own !== undefined) return own.rule
    if (move !== 'change-requirement' && cues.has('changing', unquoted(sentence))) return 'requirement-changed'
    if (move !== 'close' && cues.has('complying', unquoted(sentence))) return 'order-followed'
    const times = minutesNamed(sentence, { cues, language, isAnnouncement: move === 'next-phase' })
    if (times.some((minute) => !minutes.includes(minute))) return 'wrong-time'
    if (falseFiguresIn(sentence, { candidateSaid: candidateNumbers, cues }).length > 0) return 'false-quote'
    if (falseQuotesIn(sentence, { said: { plain: () => saidPlain }, cues }).length > 0) return 'false-quote'
    if (inventsFigure(sentence, times)) return 'requirement-changed'
    if (givesSecretAway(stemsOf(sentence)) || tellsFact(sentence, times)) return 'given-away'
    if (rules.holdsItsAnswer(sentence)) return 'leading'
    if (!rules.hasPlaceFor(sentence)) return 'beside'
    return words + wordsIn(sentence) > maxWords ? 'too-long' : null
  }
  return {
    asksForNod,
    upToSecondQuestion: (sentence) => (mayJoin(sentence) ? sentence : (firstOfTwoQuestions(sentence) ?? sentence)),
    breachOf: (sentence) => {
      const rule = broken(sentence)
      if (rule === null) {
        words += wordsIn(sentence)
        questions += questionsIn(sentence)
      }
      return rule
    },
  }
}
