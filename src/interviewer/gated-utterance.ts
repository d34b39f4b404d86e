import type { ConductGate } from '#src/conduct/sentence-gate.ts'
import { questionsIn } from '#src/conduct/sentence-rules.ts'
import { wordsIn } from '#src/conduct/sentence-splitter.ts'
import { type GateRule, gateRuleTitles } from '#src/domain/conduct.ts'
import type { Move } from '#src/domain/move.ts'
import type { WordBudget } from './word-budget.ts'

/** How a reply may be spoken. Broken: the rules it broke, whether words of it went out, and the move it was for, null when it was for none that is open. */
export type GatedOutcome =
  | { kind: 'spoken'; text: string; move: Move }
  | { kind: 'broken'; rules: string; shown: boolean; move: Move | null }

/** Collects the sentences of a reply that may be said. */
export interface GatedUtterance {
  /** What to show for the next sentence; null when it is empty or may not be said. */
  admit(sentence: string): string | null
  /** After the last sentence: what was held back for words that never came, as far as it may be said, in the order of the reply. */
  admitHeld(): string[]
  /** Nothing more of the reply will be said: it need not be read on. */
  isOver(): boolean
  outcome(): GatedOutcome
}

/** Whoever has begun these goes on with them: what follows in the same reply is not said either. */
const endsReply: ReadonlySet<GateRule> = new Set<GateRule>(['second-question', 'given-away', 'too-long'])
/** Moves that are nothing without a question. */
const asks: ReadonlySet<Move['kind']> = new Set<Move['kind']>(['probe', 'challenge', 'change-requirement'])
/** Moves that may ask in other ways than by a question, and are nothing when what they ask was cut off. */
const mayAsk: ReadonlySet<Move['kind']> = new Set<Move['kind']>(['open', 'repeat', 'hint', 'next-phase', 'steer'])
/** Fewer acknowledge, and tell nothing. */
const fewestWordsOfChange = 5
/** Who has said so many words beside the point does not come to it: the reply is read no further. */
const mostHeld = 120

interface Chosen {
  move: Move
  gate: ConductGate
  budget: WordBudget
}

interface Options {
  moveOf: () => Move | null
  gateFor: (move: Move) => ConductGate
  budgetFor: (move: Move) => WordBudget
}

/** The options are called once, with the first sentence: then the move is known; null when it is not open, and nothing of it is said. */
export function gatedUtterance(options: Options): GatedUtterance {
  const breaches = new Set<GateRule>()
  let chosen: Chosen | null = null
  let text = ''
  let gap = ''
  let lostQuestion = false
  let isClosed = false
  /** Said later or not at all: a sentence beside what the move is for that had no room, and all that came after it. */
  let held: { sentence: string; isWanted: boolean }[] = []
  let wanted = ''
  let besideWords = 0
  let wordsLeftOut = 0
  let wordsTold = 0

  /** An announcement that would leave out its time, or begin it wrongly: better said anew than in pieces. */
  const isLostAnnouncement = () => chosen?.move.kind === 'next-phase' && breaches.has('wrong-time')
  const isOver = () => isClosed || isLostAnnouncement() || isCutOff()
  const lacksQuestion = ({ kind }: Move) =>
    questionsIn(text) === 0 &&
    ((asks.has(kind) && (breaches.size > 0 || held.length > 0)) || (mayAsk.has(kind) && (lostQuestion || isCutOff())))
  const isCutOff = () => breaches.size > 0 && [...breaches].some((breach) => endsReply.has(breach))
  /** A change is told: its question alone, or another one, would stand as a change that nobody heard of. */
  const lacksChange = ({ kind }: Move) => kind === 'change-requirement' && wordsTold < fewestWordsOfChange
  const lacksFact = () => chosen?.budget.asksNothing === true && (wanted === '' ? breaches.size > 0 : breaches.has('too-long'))

  const choose = (): Chosen | null => {
    const move = options.moveOf()
    return move === null ? null : { move, gate: options.gateFor(move), budget: options.budgetFor(move) }
  }
  const wantedSoFar = () => [wanted, ...held.filter(({ isWanted }) => isWanted).map(({ sentence }) => sentence)].join(' ').trim()
  /** With its question a move has all it was waiting for. */
  const hasRoom = (sentence: string, { allowed, reserved, asksNothing }: WordBudget, allWanted = wanted) =>
    !(asksNothing && questionsIn(sentence) > 0) &&
    besideWords + wordsIn(sentence) + Math.max(wordsIn(allWanted), questionsIn(allWanted) > 0 ? 0 : reserved) <= allowed

  function say({ sentence, isWanted }: { sentence: string; isWanted: boolean }, { gate }: Chosen): string | null {
    const trimmed = gate.upToSecondQuestion(sentence.trim())
    const breach = gate.breachOf(trimmed)
    if (breach !== null) {
      breaches.add(breach)
      if (breach === 'beside') wordsLeftOut += wordsIn(trimmed)
      if (wordsLeftOut > mostHeld) breaches.add('too-long')
      lostQuestion ||= questionsIn(trimmed) > 0 && !gate.asksForNod(trimmed)
      return null
    }
    const piece = text === '' ? trimmed : gap + trimmed
    gap = sentence.slice(sentence.trimEnd().length) || ' '
    text += piece
    if (questionsIn(trimmed) === 0) wordsTold += wordsIn(trimmed)
    if (isWanted) wanted = wanted === '' ? trimmed : `${wanted} ${trimmed}`
    else besideWords += wordsIn(trimmed)
    return piece
  }

  /** In the order of the reply; with `isMade`, only what is wanted or has room beside all that is. */
  function sayHeld(words: Chosen, isMade: boolean): string[] {
    const left = held
    const allWanted = wantedSoFar()
    held = []
    return left.flatMap((one) => {
      const isSaid = !isMade || one.isWanted || hasRoom(one.sentence, words.budget, allWanted)
      return isSaid && !isOver() ? (say(one, words) ?? []) : []
    })
  }

  return {
    isOver,
    admit: (sentence) => {
      const trimmed = sentence.trim()
      if (trimmed === '' || isOver()) return null
      chosen ??= choose()
      if (chosen === null) {
        isClosed = true
        return null
      }
      const isWanted = chosen.budget.isWanted(trimmed)
      if (held.length === 0 && (isWanted || hasRoom(trimmed, chosen.budget))) return say({ sentence, isWanted }, chosen)
      held.push({ sentence, isWanted })
      if (held.reduce((sum, one) => sum + wordsIn(one.sentence), 0) > mostHeld) breaches.add('too-long')
      return chosen.budget.isMadeBy(wantedSoFar()) ? sayHeld(chosen, true).join('') || null : null
    },
    admitHeld: () => {
      if (chosen === null) return []
      const all = [text, ...held.map(({ sentence }) => sentence)].join(' ')
      return asks.has(chosen.move.kind) && chosen.budget.marksQuestions && questionsIn(all) === 0 ? [] : sayHeld(chosen, false)
    },
    outcome: () => {
      const move = chosen?.move
      if (
        move !== undefined &&
        text !== '' &&
        !isLostAnnouncement() &&
        !lacksQuestion(move) &&
        !lacksChange(move) &&
        !lacksFact()
      )
        return { kind: 'spoken', text, move }
      if (move !== undefined && lacksChange(move)) breaches.add('requirement-changed')
      const rules = held.length > 0 && breaches.size === 0 ? (['too-long'] as const) : [...breaches]
      return {
        kind: 'broken',
        rules: rules.map((rule) => gateRuleTitles[rule]).join(', ') || (isClosed ? 'a move that is not open' : 'no words'),
        shown: text !== '',
        move: move ?? null,
      }
    },
  }
}
