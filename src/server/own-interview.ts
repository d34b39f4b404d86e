import type { Interview } from '#src/domain/interview.ts'
import type { Store } from '#src/store/store.ts'
import { notFound, Problem } from './problem.ts'

/** An interview of this owner. Rejects with the problem that there is none: what is somebody else's is not told apart. */
export async function ownInterview(
  store: Pick<Store, 'findInterview'>,
  { id, owner }: { id: string; owner: string },
): Promise<Interview> {
  const interview = await store.findInterview(id, owner)
  if (interview === null) throw notFound('There is no such interview.')
  return interview
}

/** The same, for what is possible only after the end. */
export async function endedInterview(
  store: Pick<Store, 'findInterview'>,
  asked: { id: string; owner: string },
): Promise<Interview> {
  const interview = await ownInterview(store, asked)
  if (interview.status !== 'ended') throw new Problem(409, 'not-ended', 'The interview is not over: end it first.')
  return interview
}
