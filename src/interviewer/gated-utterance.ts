import type { ConductGate } from '#src/conduct/sentence-gate.ts'
import { questionsIn } from '#src/conduct/sentence-rules.ts'
import { type ConductRule, conductRuleTitles } from '#src/domain/conduct.ts'
import type { Move } from '#src/domain/move.ts'

/** How a reply may be spoken; `rules`: those it broke. */
export type GatedOutcome = { kind: 'spoken'; text: string; move: Move } | { kind: 'broken'; rules: string; shown: boolean }

/** Collects the sentences of a reply that may be said. */
export interface GatedUtterance {
  /** What to show for the next sentence; null when it is empty or may not be said. */
  admit(sentence: string): string | null
  /** Nothing more of the reply will be said: it need not be read on. */
  isOver(): boolean
  outcome(): GatedOutcome
}

/** Whoever has begun these goes on with them: what follows in the same reply is not said either. */
const endsReply: ReadonlySet<ConductRule> = new Set<ConductRule>(['second-question', 'given-away', 'too-long'])
/** Moves that are nothing without their question. */
const asks: ReadonlySet<Move['kind']> = new Set<Move['kind']>(['probe', 'challenge', 'change-requirement', 'next-phase'])

/** `moveOf` and `gateFor` are called once, with the first sentence: then the move is known; null when it is not open, and nothing of it is said. */
export function gatedUtterance(options: { moveOf: () => Move | null; gateFor: (move: Move) => ConductGate }): GatedUtterance {
  const breaches = new Set<ConductRule>()
  let chosen: { move: Move; gate: ConductGate } | null = null
  let text = ''
  let gap = ''
  let lostQuestion = false
  let isClosed = false

  /** An announcement that would leave out its time, or begin it wrongly: better said anew than in pieces. */
  const isLostAnnouncement = () => chosen?.move.kind === 'next-phase' && breaches.has('wrong-time')
  const isOver = () => isClosed || isLostAnnouncement() || [...breaches].some((breach) => endsReply.has(breach))
  const lacksQuestion = (move: Move) =>
    asks.has(move.kind) && questionsIn(text) === 0 && (move.kind === 'next-phase' ? lostQuestion : breaches.size > 0)

  return {
    isOver,
    admit: (sentence) => {
      const trimmed = sentence.trim()
      if (trimmed === '' || isOver()) return null
      if (chosen === null) {
        const move = options.moveOf()
        if (move === null) {
          isClosed = true
          return null
        }
        chosen = { move, gate: options.gateFor(move) }
      }
      const breach = chosen.gate.breachOf(trimmed)
      if (breach !== null) {
        breaches.add(breach)
        lostQuestion ||= questionsIn(trimmed) > 0
        return null
      }
      const piece = text === '' ? trimmed : gap + trimmed
      gap = sentence.slice(sentence.trimEnd().length) || ' '
      text += piece
      return piece
    },
    outcome: () => {
      const move = chosen?.move
      if (move !== undefined && text !== '' && !isLostAnnouncement() && !lacksQuestion(move))
        return { kind: 'spoken', text, move }
      return {
        kind: 'broken',
        rules:
          [...breaches].map((rule) => conductRuleTitles[rule]).join(', ') || (isClosed ? 'a move that is not open' : 'no words'),
        shown: text !== '',
      }
    },
  }
}
