import type { ConductGate } from '#src/conduct/sentence-gate.ts'
import { questionsIn } from '#src/conduct/sentence-rules.ts'
import { wordsIn } from '#src/conduct/sentence-splitter.ts'
import { type ConductRule, conductRuleTitles } from '#src/domain/conduct.ts'
import type { Move } from '#src/domain/move.ts'
import type { WordBudget } from './word-budget.ts'

/** How a reply may be spoken; `rules`: those it broke. */
export type GatedOutcome = { kind: 'spoken'; text: string; move: Move } | { kind: 'broken'; rules: string; shown: boolean }

/** Collects the sentences of a reply that may be said. */
export interface GatedUtterance {
  /** What to show for the next sentence; null when it is empty or may not be said. */
  admit(sentence: string): string | null
  /** After the last sentence: what was held back for words that never came, as far as it may be said. */
  admitHeld(): string[]
  /** Nothing more of the reply will be said: it need not be read on. */
  isOver(): boolean
  outcome(): GatedOutcome
}

/** Whoever has begun these goes on with them: what follows in the same reply is not said either. */
const endsReply: ReadonlySet<ConductRule> = new Set<ConductRule>(['second-question', 'given-away', 'too-long'])
/** Moves that are nothing without their question. */
const asks: ReadonlySet<Move['kind']> = new Set<Move['kind']>(['probe', 'challenge', 'change-requirement', 'next-phase'])

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
  const breaches = new Set<ConductRule>()
  let chosen: Chosen | null = null
  let text = ''
  let gap = ''
  let lostQuestion = false
  let isClosed = false
  /** Sentences for which there was no room beside what the move is for. */
  let held: string[] = []
  let wantedWords = 0
  let besideWords = 0

  /** An announcement that would leave out its time, or begin it wrongly: better said anew than in pieces. */
  const isLostAnnouncement = () => chosen?.move.kind === 'next-phase' && breaches.has('wrong-time')
  const isOver = () => isClosed || isLostAnnouncement() || [...breaches].some((breach) => endsReply.has(breach))
  const lacksQuestion = (move: Move) =>
    asks.has(move.kind) &&
    questionsIn(text) === 0 &&
    (move.kind === 'next-phase' ? lostQuestion : breaches.size > 0 || held.length > 0)
  const lacksFact = () => chosen?.budget.asksNothing === true && wantedWords === 0 && breaches.size > 0

  const choose = (): Chosen | null => {
    const move = options.moveOf()
    return move === null ? null : { move, gate: options.gateFor(move), budget: options.budgetFor(move) }
  }
  const hasRoom = (sentence: string, { allowed, reserved, asksNothing }: WordBudget) =>
    !(asksNothing && questionsIn(sentence) > 0) &&
    besideWords + wordsIn(sentence) + (wantedWords > 0 ? wantedWords : reserved) <= allowed

  function spoken(sentence: string, { gate }: Chosen): string | null {
    const trimmed = sentence.trim()
    const breach = gate.breachOf(trimmed)
    if (breach !== null) {
      breaches.add(breach)
      lostQuestion ||= questionsIn(trimmed) > 0
      return null
    }
    const piece = text === '' ? trimmed : gap + trimmed
    gap = sentence.slice(sentence.trimEnd().length) || ' '
    text += piece
    return piece
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
      if (!isWanted && !hasRoom(trimmed, chosen.budget)) {
        held.push(sentence)
        return null
      }
      const piece = spoken(sentence, chosen)
      if (piece === null) return null
      if (isWanted) wantedWords += wordsIn(trimmed)
      else besideWords += wordsIn(trimmed)
      return piece
    },
    admitHeld: () => {
      if (chosen === null || wantedWords > 0 || asks.has(chosen.move.kind)) return []
      const left = held
      held = []
      return left.flatMap((sentence) => (isOver() || chosen === null ? [] : (spoken(sentence, chosen) ?? [])))
    },
    outcome: () => {
      const move = chosen?.move
      if (move !== undefined && text !== '' && !isLostAnnouncement() && !lacksQuestion(move) && !lacksFact())
        return { kind: 'spoken', text, move }
      const rules = held.length > 0 && breaches.size === 0 ? (['too-long'] as const) : [...breaches]
      return {
        kind: 'broken',
        rules: rules.map((rule) => conductRuleTitles[rule]).join(', ') || (isClosed ? 'a move that is not open' : 'no words'),
        shown: text !== '',
      }
    },
  }
}
