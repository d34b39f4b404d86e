import { z } from 'zod'
import { type Artifact, artifactSchema, type Turn } from './turn.ts'

/** An artifact, and the turn that it went with. */
export const lastArtifactSchema = z.object({ turn: z.number().int().min(1), artifact: artifactSchema })
export type LastArtifact = z.infer<typeof lastArtifactSchema>

type Said = Pick<Turn, 'turn' | 'speaker' | 'artifacts'>

const kinds = ['board', 'code', 'sql'] as const

/**
 * What last went with the candidate's turns: a board, code, and SQL with what the database answered to it, each where there is one. The turns are in order.
 */
export function lastArtifacts(turns: readonly Said[]): LastArtifact[] {
  const brought = turns.flatMap(({ turn, speaker, artifacts }) =>
    speaker === 'candidate' ? artifacts.map((artifact) => ({ turn, artifact })) : [],
  )
  const last = kinds.flatMap((kind) => brought.findLast(({ artifact }) => artifact.kind === kind) ?? [])
  const sqlAt = last.find(({ artifact }) => artifact.kind === 'sql')?.turn
  const answer = brought.findLast(({ turn, artifact }) => turn === sqlAt && artifact.kind === 'sql-result')
  return answer === undefined ? last : [...last, answer]
}

export const ofKind = (last: readonly LastArtifact[], kind: Artifact['kind']): LastArtifact | undefined =>
  last.find(({ artifact }) => artifact.kind === kind)
