/** Interviews that were deleted in one action. */
export interface Deletion {
  id: string
  ownerId: string
  interviews: string[]
  /** Epoch milliseconds. */
  deletedAt: number
}

/**
 * The part of the store that is about deleting for good. A deleted interview is nobody's from that moment on: no call that is given an owner finds it, no
 * link opens it. Until it is purged it can be put back.
 */
export interface DeletionStore {
  /** Marks an owner's interviews: those named, or all of them when null. Null when there is none of these. */
  deleteInterviews(ownerId: string, ids: readonly string[] | null): Promise<Deletion | null>
  /** Puts them back. Rejects with NotFoundError when the owner has no such deletion, or it was made before `since` (epoch milliseconds). */
  undoDeletion(ownerId: string, id: string, since: number): Promise<string[]>
  /** Oldest first. */
  listDeletions(): Promise<Deletion[]>
  /**
   * Removes one of the interviews that a deletion marked, and everything that belongs to it, from the file. False when there was none left: one at a time, since
   * overwriting its words in the search index takes some milliseconds.
   */
  purgeNext(id: string): Promise<boolean>
}
