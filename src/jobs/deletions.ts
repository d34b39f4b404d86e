import type { Clock } from '#src/domain/clock.ts'
import { undoMs } from '#src/domain/deletion.ts'
import type { Log } from '#src/domain/log.ts'
import { NotFoundError } from '#src/errors.ts'
import type { Deletion } from '#src/store/deletion-store.ts'
import type { Store } from '#src/store/store.ts'

export interface DeletionsOptions {
  store: Store
  clock: Clock
  log: Log
}

export interface Deletions {
  /** Deletes these interviews of an owner, or all of them when null. Rejects with NotFoundError when there is none. `undoUntil`: epoch milliseconds. */
  delete(ownerId: string, ids: readonly string[] | null): Promise<Deletion & { undoUntil: number }>
  /** Puts back what one deletion took; resolves with the ids of the interviews. Rejects with NotFoundError once the time is over. */
  undo(ownerId: string, id: string): Promise<string[]>
  /** Removes what a stopped server left deleted, now or when its time is over. */
  resume(): Promise<void>
  stop(): Promise<void>
}

/** Deletes interviews: hidden at once, removed for good when the time to undo it is over. */
export function deletionsOn({ store, clock, log }: DeletionsOptions): Deletions {
  const waiting = new Map<string, () => void>()
  let last: Promise<void> = Promise.resolve()

  const purge = (id: string) => {
    waiting.delete(id)
    last = last
      .then(async () => {
        while (await store.purgeNext(id)) await new Promise((resolve) => setImmediate(resolve))
      })
      .catch((error: unknown) => log.error({ error }, 'Deleted interviews could not be removed; the next start tries again.'))
  }
  const removeLater = ({ id, deletedAt }: Pick<Deletion, 'id' | 'deletedAt'>) => {
    const left = deletedAt + undoMs - clock.now()
    if (left <= 0) purge(id)
    else
      waiting.set(
        id,
        clock.after(left, () => purge(id)),
      )
  }

  return {
    delete: async (ownerId, ids) => {
      const deletion = await store.deleteInterviews(ownerId, ids)
      if (deletion === null) throw new NotFoundError(ids === null ? 'There is nothing to delete.' : 'There is no such interview.')
      removeLater(deletion)
      return { ...deletion, undoUntil: deletion.deletedAt + undoMs }
    },
    undo: async (ownerId, id) => {
      const interviews = await store.undoDeletion(ownerId, id, clock.now() - undoMs + 1)
      waiting.get(id)?.()
      waiting.delete(id)
      return interviews
    },
    resume: async () => {
      for (const deletion of await store.listDeletions()) removeLater(deletion)
      await last
    },
    stop: async () => {
      for (const cancel of waiting.values()) cancel()
      waiting.clear()
      await last
    },
  }
}
