import { randomBytes } from 'node:crypto'
import type { Artifact, Turn } from '#src/domain/turn.ts'
import { estimatedTokens } from '#src/model/token-estimate.ts'

/** A line that nobody can have typed before: what stands between two of them is data. */
export const newFence = (): string => `candidate-${randomBytes(9).toString('hex')}`

export const withoutFence = (text: string, fence: string): string => text.replaceAll(fence, '')

/** What went with a turn, as a model reads it; the prompts say what each field holds. */
export interface ToldArtifact {
  kind: Artifact['kind']
  language?: string | undefined
  text?: string
  /** What changed since the board before. */
  changed?: string
  /** Lines that the latest version no longer has. */
  gone?: string
}

export type ToldTurn = Pick<Turn, 'turn' | 'speaker' | 'text'> & { artifacts: readonly ToldArtifact[] }

/** One turn on one line, as JSON. */
export const turnLine = ({ turn, speaker, text, artifacts }: ToldTurn): string =>
  JSON.stringify({ turn, speaker, text, ...(artifacts.length > 0 && { artifacts: artifacts.map(inOrder) }) })

/** A stored artifact has more fields than a model is told, and in another order. */
const inOrder = ({ kind, language, text, changed, gone }: ToldArtifact): ToldArtifact => ({
  kind,
  language,
  ...(text !== undefined && { text }),
  ...(changed !== undefined && { changed }),
  ...(gone !== undefined && { gone }),
})

/** Below this share of a turn there is nothing left to cut but its frame. */
const leastShare = 0.001

/** One turn on one line of about so many tokens at the most: of what is longer the middle is left out, and marked. */
export function turnLineWithin(turn: ToldTurn, tokens: number): { line: string; isCut: boolean } {
  const whole = turnLine(turn)
  const size = estimatedTokens(whole)
  if (size <= tokens) return { line: whole, isCut: false }
  for (let share = tokens / size; ; share *= 0.8) {
    const cut = (text: string) => withoutMiddle(text, Math.floor(text.length * share))
    const artifacts = turn.artifacts.map(({ text, changed, gone, ...artifact }) => ({
      ...artifact,
      ...(text !== undefined && { text: cut(text) }),
      ...(changed !== undefined && { changed: cut(changed) }),
      ...(gone !== undefined && { gone: cut(gone) }),
    }))
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
