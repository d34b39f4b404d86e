import { randomUUID } from 'node:crypto'
import type Database from 'better-sqlite3'
import type { InterviewRecord } from '#src/domain/interview-record.ts'
import { objectionKey } from '#src/domain/objection.ts'
import type { Redo } from '#src/domain/redo.ts'
import { ConflictError } from '#src/errors.ts'
import type { NewRecord, RestoredRecord } from './record-store.ts'

/** Where each kind of id must be the only one. */
const idTables = ['interviews', 'scoring_jobs', 'appeals', 'redos', 'shares', 'share_guests', 'objections'] as const
type IdTable = (typeof idTables)[number]

/** Tables that a record's parts go into, beside the interview and its content. */
const columns = {
  turns:
    'interview_id, turn, speaker, text, artifacts, phase, elapsed_ms, created_at, client_turn_id, move, spoken_by, interrupted',
  scoring_jobs: 'id, interview_id, scorer, status, done, total, finished, error, created_at',
  scores: 'job_id, question_index, criterion, score',
  scorecards: 'job_id, interview_id, recommendation, mean, scorecard, created_at',
  scorecard_openings: 'interview_id, opened_at',
  self_ratings: 'interview_id, self_rating, created_at',
  appeals: 'id, interview_id, root_job_id, against_job_id, made_job_id, appeal, created_at',
  redos: 'id, interview_id, is_graded, redo, created_at',
  transcript_revisions: 'interview_id, revision, turns, created_at',
  shares: 'id, interview_id, token_hash, kind, name, shows_ratings, created_at, expires_at, last_used_at, revoked_at',
  share_guests: 'id, share_id, token_hash, created_at',
  peer_reviews: 'guest_id, review, submitted_at',
  objections: 'id, interview_id, root_job_id, target, objection, created_at',
  boards: 'interview_id, revision, scene, text, turn, created_at',
  pads: 'interview_id, pad, text, language, updated_at',
  notes: 'interview_id, id, turn, artifact, from_offset, to_offset, quote, text, created_at, updated_at',
} as const

type Value = string | number | null
type Insert = (table: keyof typeof columns, ...values: Value[]) => void

/** Interviews that come back out of a file. */
export function restoreRows(
  db: Database.Database,
  now: () => number,
  interviews: {
    create: (interview: InterviewRecord['interview'] & { ownerId: string }, content: InterviewRecord['content']) => void
  },
) {
  const inserts = new Map(
    Object.entries(columns).map(([table, names]) => {
      const places = names.split(', ').map(() => '?')
      return [table, db.prepare(`insert into ${table} (${names}) values (${places.join(', ')})`)]
    }),
  )
  const selectIds = new Map(idTables.map((table) => [table, db.prepare<[string]>(`select 1 from ${table} where id = ?`)]))
  const selectOwn = db.prepare<[string, string]>('select 1 from interviews where id = ? and owner_id = ?')
  const updateUnknown = db.prepare('update interviews set unknown_fields = ? where id = ?')
  const insert: Insert = (table, ...values) => void inserts.get(table)?.run(...values)
  const store = (record: InterviewRecord, { ownerId, unknownFields }: Pick<NewRecord, 'ownerId' | 'unknownFields'>): void => {
    interviews.create({ ...record.interview, ownerId }, record.content)
    if (unknownFields !== null) updateUnknown.run(JSON.stringify(unknownFields), record.interview.id)
    insertParts(record, insert, now())
  }
  const isTaken = ([table, id]: [IdTable, string]): boolean => selectIds.get(table)?.get(id) !== undefined

  return {
    restore: db.transaction(({ ownerId, record, unknownFields, asCopy }: NewRecord): RestoredRecord => {
      const { id } = record.interview
      if (!asCopy && selectOwn.get(id, ownerId) !== undefined) return { kind: 'here', id }
      const free = idsOf(record).some(isTaken) ? withNewIds(record) : record
      refuseFaulty(() => store(free, { ownerId, unknownFields }))
      return { kind: 'restored', id: free.interview.id }
    }).immediate,
  }
}

/** A file can say what no database lets stand, such as two turns with one number. */
function refuseFaulty(work: () => void): void {
  try {
    work()
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && String(cause.code).startsWith('SQLITE_CONSTRAINT'))
      throw new ConflictError('What this file tells of the interview does not hold together. Nothing of it was stored.', {
        cause,
      })
    throw cause
  }
}

const json = JSON.stringify

function insertParts(record: InterviewRecord, insert: Insert, now: number): void {
  const { id } = record.interview
  for (const one of record.turns) {
    const { turn, speaker, text, phase, elapsedMs, createdAt, clientTurnId, move, spokenBy, interrupted } = one
    const told: Value[] = [json(one.artifacts), phase, elapsedMs, createdAt, clientTurnId, move && json(move), spokenBy]
    insert('turns', id, turn, speaker, text, ...told, Number(interrupted))
  }
  for (const { scores, scorecard: card, ...job } of record.scorings) {
    const { scorer, status, done, total, finished, error, createdAt } = job
    insert('scoring_jobs', job.id, id, scorer, status, done, total, json(finished), error, createdAt)
    for (const { questionIndex, score } of scores) insert('scores', job.id, questionIndex, score.criterion, json(score))
    if (card === null) continue
    insert('scorecards', job.id, id, card.scorecard.recommendation, card.scorecard.mean, json(card.scorecard), card.createdAt)
  }
  if (record.openedAt !== null) insert('scorecard_openings', id, record.openedAt)
  if (record.selfRating !== null) insert('self_ratings', id, json(record.selfRating.selfRating), record.selfRating.createdAt)
  for (const { root, against, made, appeal } of record.appeals)
    insert('appeals', appeal.id, id, root, against, made, json(appeal), appeal.createdAt)
  for (const redo of record.redos.map(ungraded)) insert('redos', redo.id, id, 1, json(redo), redo.createdAt)
  for (const { revision, turns, createdAt } of record.revisions)
    insert('transcript_revisions', id, revision, json(turns), createdAt)
  const shares = new Map(record.reviews.map(({ share }) => [share.id, share]))
  for (const share of shares.values()) {
    const { kind, name, showsRatings, createdAt, expiresAt, lastUsedAt, revokedAt } = share
    insert(
      'shares',
      share.id,
      id,
      noToken(),
      kind,
      name,
      Number(showsRatings),
      createdAt,
      expiresAt,
      lastUsedAt,
      revokedAt ?? now,
    )
  }
  for (const { share, guest, review } of record.reviews) {
    insert('share_guests', guest.id, share.id, noToken(), guest.createdAt)
    insert('peer_reviews', guest.id, json(review), review.submittedAt)
  }
  for (const { root, objection } of record.objections)
    insert('objections', objection.id, id, root, objectionKey(objection.target), json(objection), objection.createdAt)
  for (const { revision, scene, text, turn, createdAt } of record.boards)
    insert('boards', id, revision, json(scene), text, turn, createdAt)
  for (const { pad, text, language, updatedAt } of record.pads) insert('pads', id, pad, text, language, updatedAt)
  for (const { artifact = null, ...note } of record.notes) {
    const { turn, start, end, quote, text, createdAt, updatedAt } = note
    insert('notes', id, note.id, turn, artifact, start, end, quote, text, createdAt, updatedAt)
  }
}

/** Nobody grades here what was being graded when the file was written; it can be asked for again. */
const ungraded = (redo: Redo): Redo =>
  redo.state.kind === 'grading'
    ? { ...redo, state: { kind: 'failed', reason: 'It was still being graded when the interview was exported.' } }
    : redo

/** Stands where the hash of a token would; no hash of anything looks like it. */
const noToken = (): string => `none-${randomUUID()}`

function idsOf(record: InterviewRecord): [IdTable, string][] {
  const of = (table: IdTable, named: readonly { id: string }[]) => named.map(({ id }): [IdTable, string] => [table, id])
  return [
    ...of('interviews', [record.interview]),
    ...of('scoring_jobs', record.scorings),
    ...of('redos', record.redos),
    ...record.appeals.flatMap(({ appeal }) => of('appeals', [appeal])),
    ...record.reviews.flatMap(({ share, guest }) => [...of('shares', [share]), ...of('share_guests', [guest])]),
    ...record.objections.flatMap(({ objection }) => of('objections', [objection])),
  ]
}

/** The same record under ids that nobody has. */
function withNewIds(record: InterviewRecord): InterviewRecord {
  const ids = new Map<string, string>()
  const fresh = (id: string): string => {
    const known = ids.get(id) ?? randomUUID()
    ids.set(id, known)
    return known
  }
  const orNull = (id: string | null) => (id === null ? null : fresh(id))
  return {
    ...record,
    interview: { ...record.interview, id: randomUUID() },
    scorings: record.scorings.map((scoring) => ({ ...scoring, id: fresh(scoring.id) })),
    appeals: record.appeals.map(({ root, against, made, appeal }) => ({
      root: fresh(root),
      against: fresh(against),
      made: orNull(made),
      appeal: { ...appeal, id: fresh(appeal.id) },
    })),
    redos: record.redos.map((redo) => ({ ...redo, id: fresh(redo.id) })),
    reviews: record.reviews.map(({ share, guest, review }) => ({
      share: { ...share, id: fresh(share.id) },
      guest: { ...guest, id: fresh(guest.id) },
      review,
    })),
    objections: record.objections.map(({ root, objection }) => ({
      root: orNull(root),
      objection: { ...objection, id: fresh(objection.id) },
    })),
  }
}
