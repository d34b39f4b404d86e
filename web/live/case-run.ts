import type { ShownTurn } from '#src/protocol/frames.ts'
import type { CaseRun } from './kept-words.ts'

const changedSince = '\nThe code was changed after this run.'

/** What a run of the cases came to, as it goes with an answer beside the code that stands in the pad. */
export const caseRunText = ({ text, code }: CaseRun, pad: string): string => (code === pad ? text : text + changedSince)

/**
 * Whether a turn had this run: its words and the code that was run, or code that had been changed since. `now` is how the run would go today. Code
 * that was only changed after it was told makes no other run of it.
 */
export function wasTold({ text, code }: CaseRun, { turn, now }: { turn: ShownTurn; now: string }): boolean {
  const told = turn.artifacts.find(({ kind }) => kind === 'case-results')?.text
  if (told === text + changedSince) return now === told
  const toldCode = turn.artifacts.find(({ kind }) => kind === 'code')?.text ?? code
  return told === text && toldCode === code
}
