import { type LastArtifact, lastArtifacts, ofKind } from '#src/domain/last-artifacts.ts'
import type { Artifact } from '#src/domain/turn.ts'
import type { ComparedTurns, Comparison } from '#src/protocol/history.ts'

/** What a view of both attempts' artifacts is given. */
export interface ComparedViewProps {
  attempts: Pick<Comparison, 'first' | 'second'>
  turns: ComparedTurns
  names: readonly [string, string]
}

/** What of a kind stood last in each attempt; undefined for none. */
export const lastOfBoth = ({ first, second }: ComparedTurns, kind: Artifact['kind']): (LastArtifact | undefined)[] =>
  [first, second].map((turns) => ofKind(lastArtifacts(turns), kind))
