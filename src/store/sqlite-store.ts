import type Database from 'better-sqlite3'
import type { Clock } from '#src/domain/clock.ts'
import { HotseatError, NotFoundError, StoreError } from '#src/errors.ts'
import { appealRows } from './appeal-rows.ts'
import { boardPictureRows } from './board-picture-rows.ts'
import { boardRows } from './board-rows.ts'
import { openDatabase, openDatabaseBeside, openDatabaseForReading } from './database.ts'
import { deletionRows } from './deletion-rows.ts'
import { elapsedRows } from './elapsed-rows.ts'
import { guideReadingRows } from './guide-reading-rows.ts'
import { importRows } from './import-rows.ts'
import { interviewRows } from './interview-rows.ts'
import { noteRows } from './note-rows.ts'
import { objectionRows } from './objection-rows.ts'
import { padRows } from './pad-rows.ts'
import { DatabaseInUseError, lockForThisProcess } from './process-lock.ts'
import { progressRows } from './progress-rows.ts'
import { recordRows } from './record-rows.ts'
import { redoRows } from './redo-rows.ts'
import { restoreRows } from './restore-rows.ts'
import { scoringRows } from './scoring-rows.ts'
import { searchRows } from './search-rows.ts'
import { selfRatingRows } from './self-rating-rows.ts'
import { shareRows } from './share-rows.ts'
import { spaceRows } from './space-rows.ts'
import type { Store } from './store.ts'
import { tokenRows } from './token-rows.ts'
import { turnNotesRows } from './turn-notes-rows.ts'

interface StoreOptions {
  file: string
  clock: Clock
}

/** The store of the server: the only one on its file. Throws StoreError when the file cannot be used or another server has it. */
export function openSqliteStore({ file, clock }: StoreOptions): Store {
  const release = lockForThisProcess(file)
  try {
    return storeOn(openDatabase(file), { clock, release })
  } catch (error) {
    release()
    throw error
  }
}

/** A store that only reads, beside a running server or without one. Its writing methods reject. */
export function openSqliteStoreForReading({ file, clock }: StoreOptions): Store {
  return storeOn(openDatabaseForReading(file), { clock, release: () => undefined })
}

/**
 * A store for a command that adds interviews of its own: alone on the file, or beside the server that has it, which holds nothing of them in
 * memory. Throws StoreError.
 */
export function openSqliteStoreForAdding(options: StoreOptions): Store {
  try {
    return openSqliteStore(options)
  } catch (error) {
    if (!(error instanceof DatabaseInUseError)) throw error
    return storeOn(openDatabaseBeside(options.file), { clock: options.clock, release: () => undefined })
  }
}

function storeOn(db: Database.Database, { clock, release }: { clock: Clock; release: () => void }): Store {
  const now = () => clock.now()
  const interviews = interviewRows(db, now)
  const elapsed = elapsedRows(db)
  const boards = boardRows(db, now)
  const boardPictures = boardPictureRows(db, now)
  const imports = importRows(db, now, { interviews, boards })
  const scoring = scoringRows(db, now)
  const appeals = appealRows(db, scoring)
  const redos = redoRows(db)
  const notes = noteRows(db, now)
  const selfRatings = selfRatingRows(db, now)
  const turnNotes = turnNotesRows(db)
  const guideReadings = guideReadingRows(db, now)
  const shares = shareRows(db)
  const objections = objectionRows(db)
  const search = searchRows(db)
  const progress = progressRows(db, now)
  const spaces = spaceRows(db)
  const tokens = tokenRows(db)
  const ping = db.prepare('SELECT count(*) FROM sqlite_schema')
  const records = recordRows(db)
  const restored = restoreRows(db, now, interviews)
  const deletions = deletionRows(db, now)
  const pads = padRows(db, now)
  return {
    createInterview: async (interview, content) => attempt(() => interviews.create(interview, content)),
    findInterview: async (id, ownerId) => attempt(() => interviews.find(id, ownerId)),
    findOwner: async (id) => attempt(() => interviews.owner(id)),
    findContent: async (id) => attempt(() => interviews.content(id)),
    listInterviews: async (ownerId, page) => attempt(() => interviews.list(ownerId, page)),
    updateInterview: async (id, patch) => attempt(() => interviews.update(id, patch)),
    saveElapsed: async (id, elapsedMs) => attemptLater(() => elapsed.save(id, elapsedMs)),
    listTurns: async (id) => attempt(() => interviews.turns(id)),
    appendTurn: async (id, turn, patch = {}) => attempt(() => interviews.appendTurn(id, turn, patch)),
    saveTurnNotes: async (id, notes) => attempt(() => turnNotes.save(id, notes)),
    listTurnNotes: async (id) => attempt(() => turnNotes.list(id)),
    saveImport: async (made) => attempt(() => imports.save(made)),
    correctTranscript: async (id, correction) => attempt(() => imports.correct(id, correction)),
    listTurnsOfRevision: async (id, revision) => attempt(() => imports.turnsOfRevision(id, revision)),
    claimCommand: async (id, commandId, bodyHash) => attempt(() => interviews.claimCommand(id, commandId, bodyHash)),
    createScoringJob: async (job) => attempt(() => scoring.create(job)),
    updateScoringJob: async (id, patch) => attempt(() => scoring.update(id, patch)),
    latestScoringJob: async (id) => attempt(() => scoring.newest(id)),
    unfinishedScoringJobs: async () => attempt(() => scoring.unfinished()),
    saveScore: async (jobId, questionIndex, score) => attempt(() => scoring.saveScore(jobId, questionIndex, score)),
    listScores: async (jobId) => attempt(() => scoring.scores(jobId)),
    saveScorecard: async (job, scorecard) => attempt(() => scoring.saveScorecard(job, scorecard)),
    latestScorecard: async (id) => attempt(() => scoring.newestScorecard(id)),
    findStandingScorecard: async (id) => attempt(() => appeals.standing(id)),
    saveAppeal: async (judged) => attempt(() => appeals.save(judged)),
    listAppeals: async (id) => attempt(() => appeals.list(id)),
    createRedo: async (id, redo) => attempt(() => redos.create(id, redo)),
    setRedoState: async (id, state) => attempt(() => redos.setState(id, state)),
    listRedos: async (id) => attempt(() => redos.list(id)),
    ungradedRedos: async () => attempt(() => redos.ungraded()),
    saveNote: async (id, note) => attempt(() => notes.save(id, note)),
    listNotes: async (id) => attempt(() => notes.list(id)),
    deleteNote: async (id, note) => attempt(() => notes.remove(id, note)),
    markScorecardOpened: async (id) => attempt(() => selfRatings.open(id)),
    isScorecardOpened: async (id) => attempt(() => selfRatings.isOpened(id)),
    findSelfRating: async (id) => attempt(() => selfRatings.find(id)),
    saveSelfRating: async (id, selfRating) => attempt(() => selfRatings.save(id, selfRating)),
    saveGuideReading: async (ownerId, question) => attempt(() => guideReadings.save(ownerId, question)),
    listGuideReadings: async (ownerId) => attempt(() => guideReadings.list(ownerId)),
    createShare: async (id, share, tokenHash) => attempt(() => shares.create(id, share, tokenHash)),
    listShares: async (id) => attempt(() => shares.list(id)),
    revokeShare: async (id, share, at) => attempt(() => shares.revoke(id, share, at)),
    findShareByToken: async (hash) => attempt(() => shares.findByToken(hash)),
    createGuest: async (shareId, guest) => attempt(() => shares.createGuest(shareId, guest)),
    findGuest: async (hash) => attempt(() => shares.findGuest(hash)),
    markShareUsed: async (id, at) => attempt(() => shares.markUsed(id, at)),
    savePeerReview: async (guestId, review) => attempt(() => shares.saveReview(guestId, review)),
    listPeerReviews: async (id) => attempt(() => shares.listReviews(id)),
    reviewedInterviews: async (ownerId) => attempt(() => shares.reviewed(ownerId)),
    saveObjection: async (id, objection) => attempt(() => objections.save(id, objection)),
    listObjections: async (id) => attempt(() => objections.list(id)),
    withdrawObjection: async (id, objection) => attempt(() => objections.withdraw(id, objection)),
    searchTurns: async (ownerId, request) => attempt(() => search.turns(ownerId, request)),
    searchTitles: async (ownerId, request) => attempt(() => search.titles(ownerId, request)),
    listRated: async (ownerId, filter) => attempt(() => progress.rated(ownerId, filter)),
    countRated: async (ownerId) => attempt(() => progress.counts(ownerId)),
    listOpenedScorecards: async (ownerId, filter) => attempt(() => progress.scorecards(ownerId, filter)),
    listAsked: async (ownerId, since) => attempt(() => progress.asked(ownerId, since)),
    listRedone: async (ownerId, since) => attempt(() => progress.redone(ownerId, since)),
    dismissReask: async (ownerId, question) => attempt(() => progress.dismiss(ownerId, question)),
    listDismissals: async (ownerId) => attempt(() => progress.dismissals(ownerId)),
    createAccess: async (hash, ownerId, expiresAt) => attempt(() => spaces.createAccess(hash, ownerId, expiresAt)),
    findAccess: async (hash, at) => attempt(() => spaces.findAccess(hash, at)),
    renewAccess: async (hash, times) => attempt(() => spaces.renewAccess(hash, times)),
    deleteAccess: async (hash) => attempt(() => spaces.deleteAccess(hash)),
    createSpace: async (space) => attempt(() => spaces.create(space)),
    findSpace: async (ownerId) => attempt(() => spaces.find(ownerId)),
    listSpaces: async () => attempt(() => spaces.list()),
    renameSpace: async (ownerId, name) => attempt(() => spaces.rename(ownerId, name)),
    createMove: async (hash, ownerId, expiresAt) => attempt(() => spaces.createMove(hash, ownerId, expiresAt)),
    takeMove: async (hash, at) => attempt(() => spaces.takeMove(hash, at)),
    addTokens: async (place, count) => attempt(() => tokens.add(place, count)),
    tokensUsed: async (place) => attempt(() => tokens.used(place)),
    ping: async () => attempt(() => void ping.get()),
    readRecord: async (id) => attempt(() => records.read(id)),
    restoreRecord: async (made) => attempt(() => restored.restore(made)),
    deleteInterviews: async (ownerId, ids) => attempt(() => deletions.delete(ownerId, ids)),
    undoDeletion: async (ownerId, id, since) => attempt(() => deletions.undo(ownerId, id, since)),
    listDeletions: async () => attempt(() => deletions.list()),
    purgeNext: async (id) => attempt(() => deletions.purgeNext(id)),
    saveBoard: async (id, board) => attempt(() => boards.save(id, board)),
    newestBoard: async (id) => attempt(() => boards.newest(id)),
    findBoard: async (id, revision) => attempt(() => boards.find(id, revision)),
    findBoardText: async (id, revision) => attempt(() => boards.text(id, revision)),
    saveBoardPicture: async (id, revision, picture) => attempt(() => boardPictures.save(id, revision, picture)),
    findBoardPicture: async (id, revision) => attempt(() => boardPictures.find(id, revision)),
    savePad: async (id, pad) => attempt(() => pads.save(id, pad)),
    listPads: async (id) => attempt(() => pads.list(id)),
    close: () => {
      db.close()
      release()
    },
  }
}

/** What the driver throws is told as a StoreError, or as a NotFoundError where a row lacks the one it belongs to; what we throw ourselves passes. */
function attempt<T>(work: () => T): T {
  try {
    return work()
  } catch (cause) {
    throw told(cause)
  }
}

async function attemptLater<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (cause) {
    throw told(cause)
  }
}

function told(cause: unknown): HotseatError {
  if (cause instanceof HotseatError) return cause
  if (cause instanceof Error && 'code' in cause && cause.code === 'SQLITE_CONSTRAINT_FOREIGNKEY')
    return new NotFoundError('There is no such interview.', { cause })
  return new StoreError('The database could not be read or written; nothing of this was stored. Check the disk and the log.', {
    cause,
  })
}
