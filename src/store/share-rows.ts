import type Database from 'better-sqlite3'
import { type PeerReview, peerReviewSchema } from '#src/domain/peer-review.ts'
import { type Share, shareSchema } from '#src/domain/share.ts'
import { ConflictError, NotFoundError } from '#src/errors.ts'
import { checkRow, type Row, readJson } from './rows.ts'
import type { Guest, KeptShare, SubmittedReview } from './share-store.ts'

/** Browsers that one link lets in: whoever has it could else fill the file with guests. */
const mostGuests = 100

const keptSql =
  "select shares.*, interviews.owner_id from shares join interviews on interviews.id = shares.interview_id and interviews.owner_id <> ''"

/** Links, the browsers that opened them, and the reviews that came of it. */
export function shareRows(db: Database.Database) {
  const insert =
    db.prepare(`insert into shares (id, interview_id, token_hash, kind, name, shows_ratings, created_at, expires_at, last_used_at, revoked_at)
    values (@id, @interviewId, @tokenHash, @kind, @name, @showsRatings, @createdAt, @expiresAt, @lastUsedAt, @revokedAt)`)
  const selectAll = db.prepare<[string], Row>('select * from shares where interview_id = ? order by created_at desc, rowid desc')
  const selectByToken = db.prepare<[string], Row>(`${keptSql} where shares.token_hash = ?`)
  const revoke = db.prepare<[number, string, string], Row>(
    'update shares set revoked_at = coalesce(revoked_at, ?) where id = ? and interview_id = ? returning *',
  )
  const markUsed = db.prepare('update shares set last_used_at = ? where id = ?')
  const countGuests = db.prepare<[string], Row>('select count(*) as guests from share_guests where share_id = ?')
  const insertGuest = db.prepare('insert into share_guests (id, share_id, token_hash, created_at) values (?, ?, ?, ?)')
  const selectGuest = db.prepare<[string], Row>(`select kept.*, share_guests.id as guest_id, peer_reviews.review
    from share_guests join (${keptSql}) as kept on kept.id = share_guests.share_id
    left join peer_reviews on peer_reviews.guest_id = share_guests.id where share_guests.token_hash = ?`)
  const selectReview = db.prepare<[string], Row>('select review from peer_reviews where guest_id = ?')
  const insertReview = db.prepare('insert into peer_reviews (guest_id, review, submitted_at) values (?, ?, ?)')
  const selectReviews = db.prepare<
    [string],
    Row
  >(`select peer_reviews.guest_id, peer_reviews.review, shares.name from peer_reviews
    join share_guests on share_guests.id = peer_reviews.guest_id join shares on shares.id = share_guests.share_id
    where shares.interview_id = ? order by peer_reviews.submitted_at, peer_reviews.rowid`)
  const selectReviewed = db.prepare<[string], Row>(`select distinct shares.interview_id from peer_reviews
    join share_guests on share_guests.id = peer_reviews.guest_id join shares on shares.id = share_guests.share_id
    join interviews on interviews.id = shares.interview_id where interviews.owner_id = ?`)

  return {
    create: (interviewId: string, share: Share, tokenHash: string) =>
      void insert.run({ ...share, interviewId, tokenHash, showsRatings: Number(share.showsRatings) }),
    list: (interviewId: string): Share[] => selectAll.all(interviewId).map(readShare),
    revoke: (interviewId: string, id: string, at: number): Share => {
      const row = revoke.get(at, id, interviewId)
      if (row === undefined) throw new NotFoundError('There is no such link.')
      return readShare(row)
    },
    findByToken: (tokenHash: string): KeptShare | null => {
      const row = selectByToken.get(tokenHash)
      return row === undefined ? null : readKept(row)
    },
    markUsed: (id: string, at: number) => void markUsed.run(at, id),
    createGuest: db.transaction((shareId: string, { id, tokenHash, at }: { id: string; tokenHash: string; at: number }) => {
      if (Number(countGuests.get(shareId)?.guests) >= mostGuests)
        throw new ConflictError(`This link was opened in ${mostGuests} browsers already. Ask for a new one.`)
      insertGuest.run(id, shareId, tokenHash, at)
    }).immediate,
    findGuest: (tokenHash: string): Guest | null => {
      const row = selectGuest.get(tokenHash)
      if (row === undefined) return null
      const id = String(row.guest_id)
      return { ...readKept(row), id, review: row.review === null ? null : readReview(row.review, id) }
    },
    saveReview: db.transaction((guestId: string, review: PeerReview) => {
      if (selectReview.get(guestId) !== undefined)
        throw new ConflictError('You have submitted your review already; it stays as it was.')
      insertReview.run(guestId, JSON.stringify(review), review.submittedAt)
    }).immediate,
    listReviews: (interviewId: string): SubmittedReview[] =>
      selectReviews.all(interviewId).map((row) => ({
        id: String(row.guest_id),
        invited: String(row.name),
        review: readReview(row.review, String(row.guest_id)),
      })),
    reviewed: (ownerId: string): string[] => selectReviewed.all(ownerId).map((row) => String(row.interview_id)),
  }
}

const readReview = (text: unknown, guestId: string): PeerReview => readJson(peerReviewSchema, text, `review of guest ${guestId}`)

const readKept = (row: Row): KeptShare => ({
  share: readShare(row),
  interviewId: String(row.interview_id),
  ownerId: String(row.owner_id),
})

export const readShare = (row: Row): Share =>
  checkRow(
    shareSchema,
    {
      id: row.id,
      kind: row.kind,
      name: row.name,
      showsRatings: row.shows_ratings === 1,
      createdAt: row.created_at,
      expiresAt: row.expires_at,
      lastUsedAt: row.last_used_at,
      revokedAt: row.revoked_at,
    },
    `share ${row.id}`,
  )
