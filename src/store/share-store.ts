import type { Objection } from '#src/domain/objection.ts'
import type { PeerReview } from '#src/domain/peer-review.ts'
import type { Share } from '#src/domain/share.ts'

/** A link with the interview that it opens, and whose that is. */
export interface KeptShare {
  share: Share
  interviewId: string
  ownerId: string
}

/** A browser that opened a link. */
export interface Guest extends KeptShare {
  id: string
  /** Null until it is submitted. */
  review: PeerReview | null
}

export interface SubmittedReview {
  /** Id of the guest who wrote it. */
  id: string
  /** For whom the link was. */
  invited: string
  review: PeerReview
}

/** The part of the store that is about other people's eyes on an interview. Tokens and cookies are stored as SHA-256 only. */
export interface ShareStore {
  createShare(interviewId: string, share: Share, tokenHash: string): Promise<void>
  /** The newest first. */
  listShares(interviewId: string): Promise<Share[]>
  /** The first time counts. Rejects with NotFoundError when the interview has no such link. */
  revokeShare(interviewId: string, id: string, at: number): Promise<Share>
  findShareByToken(tokenHash: string): Promise<KeptShare | null>
  /** Lets another browser in. Rejects with ConflictError when as many as may have come. */
  createGuest(shareId: string, guest: { id: string; tokenHash: string; at: number }): Promise<void>
  findGuest(tokenHash: string): Promise<Guest | null>
  markShareUsed(id: string, at: number): Promise<void>
  /** Written once: rejects with ConflictError when another is stored, with NotFoundError without such a guest. */
  savePeerReview(guestId: string, review: PeerReview): Promise<void>
  /** Oldest first. */
  listPeerReviews(interviewId: string): Promise<SubmittedReview[]>
  /** Ids of the owner's interviews that have a review. */
  reviewedInterviews(ownerId: string): Promise<string[]>

  /** Takes the place of an earlier one on the same target. */
  saveObjection(interviewId: string, objection: Objection): Promise<void>
  /** On turns, and on what the newest scoring says; oldest first. Those on an earlier scoring stay in the file. */
  listObjections(interviewId: string): Promise<Objection[]>
  /** Rejects with NotFoundError when there is none of this id. */
  withdrawObjection(interviewId: string, id: string): Promise<void>
}
