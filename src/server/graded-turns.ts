import type { Interview } from '#src/domain/interview.ts'
import { gradedRevision, type Scorecard } from '#src/domain/score.ts'
import type { Turn } from '#src/domain/turn.ts'
import type { Store } from '#src/store/store.ts'

/**
 * The turns that a scorecard graded: an imported transcript may have been corrected since, and what is quoted stands in the words of then.
 * `revision` is null, and the turns are as they are now, for an interview that was held here and without a scorecard.
 */
export async function gradedTurns(
  store: Pick<Store, 'listTurns' | 'listTurnsOfRevision'>,
  { id, imported }: Pick<Interview, 'id' | 'imported'>,
  scorecard: Pick<Scorecard, 'stamp'> | null,
): Promise<{ turns: Turn[]; revision: number | null }> {
  const revision = imported === null || scorecard === null ? null : gradedRevision(scorecard)
  return { turns: revision === null ? await store.listTurns(id) : await store.listTurnsOfRevision(id, revision), revision }
}
