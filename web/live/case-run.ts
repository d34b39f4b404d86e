import type { ShownTurn } from '#src/protocol/frames.ts'
import type { CaseRun } from './kept-words.ts'

const changedSince = '\nThe code was changed after this run.'

/** What a run of the cases came to, as it goes with an answer beside the code that stands in the pad. */
export const caseRunText = ({ text, code }: CaseRun, pad: string): string => (code === pad ? text : text + changedSince)

/**
 * Whether a turn had this run: its words, and the code that was run or code that had been changed since. `now` is how the run would go today. Code
 * that did not go with that turn is the last that went before it, since code goes anew only when it changed. Code that was only changed after the run was
 * told makes no other run of it.
 */
export function wasTold({ text, code }: CaseRun, { turn, turns, now }: ToldIn): boolean {
  const told = textIn(turn, 'case-results')
  if (told === text + changedSince) return now === told
  const withCode = turns.findLast(
    (one) => one.turn <= turn.turn && one.speaker === 'candidate' && textIn(one, 'code') !== undefined,
  )
  return told === text && withCode !== undefined && textIn(withCode, 'code') === code
}

interface ToldIn {
  turn: ShownTurn
  /** All of them, in their order. */
  turns: readonly ShownTurn[]
  now: string
}

const textIn = ({ artifacts }: ShownTurn, kind: 'case-results' | 'code'): string | undefined =>
  artifacts.find((artifact) => artifact.kind === kind)?.text
