import type { Space } from '#src/domain/space.ts'

/** The part of the store that is about who comes in, and as whom. Tokens and cookies are stored as SHA-256 only. */
export interface SpaceStore {
  createAccess(tokenHash: string, ownerId: string, expiresAt: number): Promise<void>
  /** The owner that an unexpired cookie belongs to. */
  findAccess(tokenHash: string, now: number): Promise<string | null>
  /** Makes an unexpired cookie last until `expiresAt` when it would end before `before`; false when it would not. */
  renewAccess(tokenHash: string, times: { now: number; before: number; expiresAt: number }): Promise<boolean>
  deleteAccess(tokenHash: string): Promise<void>

  /** Rejects with ConflictError when there are as many as there may be. */
  createSpace(space: Space): Promise<void>
  /** Null for an owner who has none: who started the server. */
  findSpace(ownerId: string): Promise<Space | null>
  /** Oldest first. */
  listSpaces(): Promise<Space[]>
  /** Rejects with NotFoundError. */
  renameSpace(ownerId: string, name: string): Promise<Space>
  /** Takes the place of an earlier one of the same space. */
  createMove(tokenHash: string, ownerId: string, expiresAt: number): Promise<void>
  /** The owner whose link this is; from then on it is nobody's. Null when it is unknown, used or expired. */
  takeMove(tokenHash: string, now: number): Promise<string | null>
}
