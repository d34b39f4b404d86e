import { expect, test } from 'vitest'
import type { Objection, ObjectionTarget } from '#src/domain/objection.ts'
import type { PeerReview } from '#src/domain/peer-review.ts'
import type { Share } from '#src/domain/share.ts'
import { ConflictError, NotFoundError } from '#src/errors.ts'
import { job, openStoreWithInterview, rowsOf, scorecard } from './store-file.ts'

const share = (over: Partial<Share> = {}): Share => ({
  id: 'share-1',
  kind: 'review',
  name: 'Ada',
  showsRatings: true,
  createdAt: 100,
  expiresAt: 900,
  lastUsedAt: null,
  revokedAt: null,
  ...over,
})
const review: PeerReview = {
  reviewer: 'Ada L.',
  ratings: { framing: 3, depth: 'cannot-say' },
  comments: [{ turn: 2, words: { start: 0, end: 5, quote: 'Scans' }, text: 'Say how many.' }],
  submittedAt: 300,
}
const kept = { interviewId: 'interview-1', ownerId: 'owner-1' }

test('a link is found by the hash of its token alone, and listed with when it was last used', async () => {
  const { store, reopen } = await openStoreWithInterview()
  await store.createShare('interview-1', share(), 'hash-1')
  await store.createShare('interview-1', share({ id: 'share-2', kind: 'read-only', createdAt: 200 }), 'hash-2')
  await store.markShareUsed('share-1', 250)
  const used = share({ lastUsedAt: 250 })
  const reopened = reopen()
  expect(await reopened.findShareByToken('hash-1')).toEqual({ ...kept, share: used })
  expect(await reopened.findShareByToken('share-1')).toBeNull()
  expect(await reopened.listShares('interview-1')).toEqual([share({ id: 'share-2', kind: 'read-only', createdAt: 200 }), used])
  expect(await reopened.listShares('interview-2')).toEqual([])
})

test('a link is revoked once, and only by the interview that it belongs to', async () => {
  const { store } = await openStoreWithInterview()
  await store.createShare('interview-1', share(), 'hash-1')
  await expect(store.revokeShare('interview-2', 'share-1', 400)).rejects.toThrow(NotFoundError)
  expect(await store.revokeShare('interview-1', 'share-1', 400)).toEqual(share({ revokedAt: 400 }))
  expect(await store.revokeShare('interview-1', 'share-1', 500)).toEqual(share({ revokedAt: 400 }))
})

test('each browser that opens a link writes one review, which then stays', async () => {
  const { store } = await openStoreWithInterview()
  await store.createShare('interview-1', share(), 'hash-1')
  await store.createGuest('share-1', { id: 'guest-1', tokenHash: 'cookie-1', at: 200 })
  await store.createGuest('share-1', { id: 'guest-2', tokenHash: 'cookie-2', at: 210 })
  expect(await store.findGuest('cookie-1')).toEqual({ ...kept, share: share(), id: 'guest-1', review: null })
  expect(await store.findGuest('hash-1')).toBeNull()
  const other = { ...review, reviewer: 'Grace', submittedAt: 200 }
  await store.savePeerReview('guest-1', review)
  await store.savePeerReview('guest-2', other)
  await expect(store.savePeerReview('guest-1', other)).rejects.toThrow(ConflictError)
  await expect(store.savePeerReview('guest-3', other)).rejects.toThrow(NotFoundError)
  expect((await store.findGuest('cookie-1'))?.review).toEqual(review)
  expect(await store.listPeerReviews('interview-1')).toEqual([
    { id: 'guest-2', invited: 'Ada', review: other },
    { id: 'guest-1', invited: 'Ada', review },
  ])
})

test('a link lets in a hundred browsers and no more', async () => {
  const { store } = await openStoreWithInterview()
  await store.createShare('interview-1', share(), 'hash-1')
  for (let guest = 0; guest < 100; guest++)
    await store.createGuest('share-1', { id: `guest-${guest}`, tokenHash: `cookie-${guest}`, at: 1 })
  const further = store.createGuest('share-1', { id: 'one-more', tokenHash: 'one-more', at: 1 })
  await expect(further).rejects.toThrow(ConflictError)
})

test('with the interview go its links, their guests, the reviews and the objections', async () => {
  const { store, file, byHand } = await openStoreWithInterview()
  await store.createShare('interview-1', share(), 'hash-1')
  await store.createGuest('share-1', { id: 'guest-1', tokenHash: 'cookie-1', at: 200 })
  await store.savePeerReview('guest-1', review)
  await store.saveObjection('interview-1', objection({ kind: 'turn', turn: 1 }))
  byHand("pragma foreign_keys = on; delete from interviews where id = 'interview-1'")
  for (const table of ['shares', 'share_guests', 'peer_reviews', 'objections'])
    expect(rowsOf(file, `select count(*) as rows from ${table}`)).toEqual([{ rows: 0 }])
})

const objection = (target: ObjectionTarget, over: Partial<Objection> = {}): Objection => ({
  id: 'objection-1',
  target,
  about: 'What it is about.',
  reason: 'It asked what I had just said.',
  createdAt: 10,
  ...over,
})
const onDepth: ObjectionTarget = { kind: 'rating', question: null, criterion: 'depth' }

test('an objection takes the place of the one before on the same target, and can be withdrawn', async () => {
  const { store } = await openStoreWithInterview()
  await store.createScoringJob(job())
  await store.saveScorecard(job(), scorecard)
  const onTurn = objection({ kind: 'turn', turn: 1 }, { id: 'objection-2', createdAt: 20 })
  const again = objection(onDepth, { id: 'objection-3', reason: 'I gave figures.', createdAt: 30 })
  for (const one of [objection(onDepth), onTurn, again]) await store.saveObjection('interview-1', one)
  expect(await store.listObjections('interview-1')).toEqual([onTurn, again])
  await store.withdrawObjection('interview-1', 'objection-3')
  expect(await store.listObjections('interview-1')).toEqual([onTurn])
  await expect(store.withdrawObjection('interview-1', 'objection-3')).rejects.toThrow(NotFoundError)
  await expect(store.withdrawObjection('interview-2', 'objection-2')).rejects.toThrow(NotFoundError)
})

test('an objection to a rating belongs to that scoring: it outlives an appeal, not a scoring anew', async () => {
  const { store, file } = await openStoreWithInterview()
  await expect(store.saveObjection('interview-1', objection(onDepth))).rejects.toThrow(NotFoundError)
  await store.createScoringJob(job())
  await store.saveScorecard(job(), scorecard)
  await store.saveObjection('interview-1', objection(onDepth))
  const quote = { turn: 2, start: 0, end: 5, quote: 'Scans' }
  const appeal = {
    id: 'appeal-1',
    question: 'parcel-tracker',
    criterion: 'framing',
    check: 'names-goals',
    claim: 'Scans',
    quote,
    outcome: { kind: 'moved' as const, from: 'no' as const, to: 'yes' as const },
    reason: 'You said so.',
    createdAt: 50,
  }
  const made = { job: job({ id: 'job-2', createdAt: 50 }), scorecard }
  await store.saveAppeal({ interviewId: 'interview-1', against: 'job-1', appeal, made })
  expect(await store.listObjections('interview-1')).toEqual([objection(onDepth)])
  const anew = job({ id: 'job-3', createdAt: 60 })
  await store.createScoringJob(anew)
  await store.saveScorecard(anew, scorecard)
  expect(await store.listObjections('interview-1')).toEqual([])
  expect(rowsOf(file, 'select count(*) as rows from objections')).toEqual([{ rows: 1 }])
})
