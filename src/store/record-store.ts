import type { InterviewRecord, UnknownFields } from '#src/domain/interview-record.ts'

/** An interview as a file tells it, to be stored for an owner. */
export interface NewRecord {
  ownerId: string
  record: InterviewRecord
  unknownFields: UnknownFields | null
  /** Where the owner has this interview already: whether it is stored beside that one, under an id of its own. */
  asCopy: boolean
}

/** `here`: the owner has it already, and nothing was stored. `id` is the one that it has here. */
export interface RestoredRecord {
  kind: 'restored' | 'here'
  id: string
}

/** The part of the store that is about whole interviews: out into a file and back in. */
export interface RecordStore {
  /** All that is kept of it. Rejects with NotFoundError or StoreError. */
  readRecord(interviewId: string): Promise<{ record: InterviewRecord; unknownFields: UnknownFields | null }>
  /**
   * Stores a record as what it was, in one transaction. Ids that are taken are replaced by new ones, throughout. Links that brought a review are stored as
   * withdrawn, since nobody has their tokens.
   */
  restoreRecord(made: NewRecord): Promise<RestoredRecord>
}
