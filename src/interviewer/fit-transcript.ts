import type { Turn } from '#src/domain/turn.ts'
import { estimatedTokens } from '#src/model/token-estimate.ts'
import { withShownArtifacts } from './shown-artifacts.ts'
import { turnLine, turnLineWithin } from './turn-line.ts'

/** A transcript as it goes into a prompt, and what of it does not. */
export interface FittedTranscript {
  /** What is kept of the turns left out, then the turns, oldest first. */
  lines: readonly string[]
  /** Numbers of the turns left out, and of those that lost their middle. */
  leftOut: readonly number[]
  cut: readonly number[]
}

/** Of the room for a transcript that does not fit whole, what one turn may take, and what the lines that stand for turns left out may. */
const shareOfOneTurn = 0.4
const shareOfKept = 0.25

/**
 * The latest turns that fit into so many tokens, each whole or without its middle; the last one always does. Of boards
 * and pads that came again the latest is whole, see `withShownArtifacts`. For each older turn stands what
 * `keptOf` gives for it, where it gives anything: the latest of those lines, when they are too many.
 */
export function fitTranscript(options: {
  turns: readonly Turn[]
  room: number
  keptOf: (turn: Turn) => string | null
}): FittedTranscript {
  const { turns, room, keptOf } = options
  const shown = withShownArtifacts(turns)
  const fitsWhole = tokensOf(shown.map(turnLine)) <= room
  const lines = shown.map((turn) => turnLineWithin(turn, fitsWhole ? room : room * shareOfOneTurn))
  const sizes = lines.map(({ line }) => estimatedTokens(line))
  let left = room - sizes.reduce((sum, size) => sum + size, 0)
  let first = 0
  const ofLeftOut: string[] = []
  let kept: readonly string[] = []
  while (left < tokensOf(kept) && first < turns.length - 1) {
    left += sizes[first] ?? 0
    const turn = turns[first]
    const line = turn === undefined ? null : keptOf(turn)
    if (line !== null) ofLeftOut.push(line)
    kept = latestWithin(ofLeftOut, room * shareOfKept)
    first += 1
  }
  return {
    lines: [...kept, ...lines.slice(first).map(({ line }) => line)],
    leftOut: turns.slice(0, first).map(({ turn }) => turn),
    cut: turns.flatMap(({ turn }, index) => (index >= first && lines[index]?.isCut ? [turn] : [])),
  }
}

const tokensOf = (lines: readonly string[]): number => lines.reduce((sum, line) => sum + estimatedTokens(line), 0)

function latestWithin(lines: readonly string[], room: number): readonly string[] {
  let first = lines.length
  let size = 0
  while (first > 0) {
    size += estimatedTokens(lines[first - 1] ?? '')
    if (size > room) break
    first -= 1
  }
  return lines.slice(first)
}
