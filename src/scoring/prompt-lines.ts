import { randomBytes } from 'node:crypto'
import type { Misconception } from '#src/domain/guide.ts'
import { isCandidatesOwn } from '#src/domain/turn.ts'
import type { NumberedTurn } from './question-turns.ts'
import type { ScoringTask } from './scorer.ts'

/** A line that nobody can have typed before: what stands between two of them is data. */
export const newFence = (): string => `transcript-${randomBytes(9).toString('hex')}`

/** One turn a line, as JSON, without the fence in it. */
export const turnLines = (turns: readonly NumberedTurn[], fence: string): string =>
  turns.map(turnLine).join('\n').replaceAll(fence, '')

/** What is said about this question and not so, as far as it touches a criterion. */
export function misconceptionLines({ question }: ScoringTask, criterion: string): string {
  const lines = question?.guide.misconceptions.filter((one) => one.criterion === criterion).map(asLine) ?? []
  return lines.length === 0 ? 'none' : lines.join('\n')
}

const asLine = ({ id, truth }: Misconception): string => `- ${id.replaceAll('-', ' ')}. What is so: ${truth}`

/** One turn on one line, without what a database answered. */
export const turnLine = ({ turn, speaker, text, artifacts }: NumberedTurn): string => {
  const shown = artifacts.filter(isCandidatesOwn).map(({ id, kind, text: body }) => ({ id, kind, text: body }))
  return JSON.stringify({ turn, speaker, text, ...(shown.length > 0 && { artifacts: shown }) })
}
