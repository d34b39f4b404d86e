import { putsQuestion } from '#src/domain/move.ts'
import type { Mode } from '#src/domain/track.ts'
import type { Turn } from '#src/domain/turn.ts'
import { moveBefore, readAfter } from './read-after.ts'
import type { readTurn } from './read-turn.ts'

/** Up to this many words to a question may be nothing to go on, though they are no "I don't know". */
const fewestWords = 3

/** Candidate turns at the end of a phase that brought nothing; in practice a word or two that shows nothing new is one as well: help is at hand there. */
export function stallsAtEnd(options: {
  onQuestion: readonly Turn[]
  inPhase: readonly Turn[]
  mode: Mode
  against: Parameters<typeof readTurn>[1]
}): number {
  const { onQuestion, inPhase, mode, against } = options
  const touched = new Set<string>()
  const flags = new Map<Turn, boolean>()
  for (const turn of onQuestion) {
    if (turn.speaker !== 'candidate') continue
    const reading = readAfter(turn, onQuestion, against)
    const isNew = [...reading.touched.keys()].some((check) => !touched.has(check))
    const isBare = reading.kind === 'answer' && reading.words < fewestWords && !isNew && !hasMore(turn)
    const before = moveBefore(turn, onQuestion)
    flags.set(turn, reading.kind === 'stalled' || (mode === 'practice' && isBare && before !== null && putsQuestion(before)))
    for (const check of reading.touched.keys()) touched.add(check)
  }
  return countTrailing(inPhase.flatMap((turn) => flags.get(turn) ?? []))
}

/** A figure, or something drawn or typed, says more than its words. */
const hasMore = ({ text, artifacts }: Turn): boolean => /\d/.test(text) || artifacts.length > 0

/** How many at the end of a list hold. */
export const countTrailing = (flags: boolean[]): number => flags.length - 1 - flags.lastIndexOf(false)
