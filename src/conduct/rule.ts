import type { ConductBreach, ConductRule } from '#src/domain/conduct.ts'
import type { Heard, ReadSitting, Spoken } from './heard.ts'
import { questionsIn } from './sentence-rules.ts'

/** A breach before its rule is named. */
export type Finding = Omit<ConductBreach, 'rule'>

export interface TranscriptRule {
  rule: ConductRule
  /** Why this transcript does not allow to decide it; null when it does. All allow it when unsaid. */
  undecided?: (sitting: ReadSitting) => string | null
  /** Why it does not allow to decide a part of it; the rest is looked for. */
  undecidedInPart?: (sitting: ReadSitting) => string | null
  find: (sitting: ReadSitting) => Finding[]
}

/** A breach by some words of a turn. */
export const by = ({ turn, text }: Heard, { start, end }: { start: number; end: number }, note: string): Finding => ({
  turn,
  start,
  end,
  quote: text.slice(start, end),
  note,
})

/** A breach by a turn as a whole: its words are the first sentence. Nothing for a turn without words. */
export const byTurn = (heard: Heard, note: string): Finding[] =>
  heard.sentences.slice(0, 1).map((first) => by(heard, first, note))

/** A breach by what a turn asks: its words are its last question, which need not be what the turn begins with; the first sentence where none is. */
export function byQuestion(heard: Heard, note: string): Finding[] {
  const question = heard.sentences.findLast(({ start, end }) => questionsIn(heard.text.slice(start, end)) > 0)
  return question === undefined ? byTurn(heard, note) : [by(heard, question, note)]
}

/** Sentences of all turns that a test holds for, each a finding. */
export const eachSentence = ({ heard }: ReadSitting, breaks: (sentence: Spoken, turn: Heard) => string | null): Finding[] =>
  heard.flatMap((turn) =>
    turn.sentences.flatMap((sentence) => {
      const note = breaks(sentence, turn)
      return note === null ? [] : [by(turn, sentence, note)]
    }),
  )
