import { randomBytes } from 'node:crypto'
import type { Turn } from '#src/domain/turn.ts'
import { estimatedTokens } from '#src/model/token-estimate.ts'

/** A line that nobody can have typed before: what stands between two of them is data. */
export const newFence = (): string => `candidate-${randomBytes(9).toString('hex')}`

export const withoutFence = (text: string, fence: string): string => text.replaceAll(fence, '')

/** One turn on one line, as JSON. */
export const turnLine = ({ turn, speaker, text, artifacts }: Pick<Turn, 'turn' | 'speaker' | 'text' | 'artifacts'>): string =>
  JSON.stringify({
    turn,
    speaker,
    text,
    ...(artifacts.length > 0 && {
      artifacts: artifacts.map(({ kind, text, language }) => ({ kind, ...(language !== undefined && { language }), text })),
    }),
  })

/** Below this share of a turn there is nothing left to cut but its frame. */
const leastShare = 0.001

/** One turn on one line of about so many tokens at the most: of what is longer the middle is left out, and marked. */
export function turnLineWithin(turn: Turn, tokens: number): { line: string; isCut: boolean } {
  const whole = turnLine(turn)
  const size = estimatedTokens(whole)
  if (size <= tokens) return { line: whole, isCut: false }
  for (let share = tokens / size; ; share *= 0.8) {
    const cut = (text: string) => withoutMiddle(text, Math.floor(text.length * share))
    const artifacts = turn.artifacts.map((artifact) => ({ ...artifact, text: cut(artifact.text) }))
    const line = turnLine({ ...turn, text: cut(turn.text), artifacts })
    if (share < leastShare || estimatedTokens(line) <= tokens) return { line, isCut: true }
  }
}

/** More of the beginning than of the end: it says what the rest is about. */
const shareOfBeginning = 0.6

function withoutMiddle(text: string, length: number): string {
  if (text.length <= length) return text
  const beginning = Math.ceil(length * shareOfBeginning)
  return `${text.slice(0, beginning)} […] ${text.slice(text.length - (length - beginning))}`
}
