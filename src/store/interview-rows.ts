import type Database from 'better-sqlite3'
import type { HeldContent, Interview } from '#src/domain/interview.ts'
import { isSameContribution, type Turn } from '#src/domain/turn.ts'
import { ConflictError, NotFoundError } from '#src/errors.ts'
import { heldContents } from './held-contents.ts'
import type { PageRequest } from './history-store.ts'
import { filterSql } from './interview-filter.ts'
import { openedSql, standingSql } from './interview-sql.ts'
import { type Row, readInterview, readJob, readSummary, readTurn } from './rows.ts'
import type { CommandClaim, InterviewPatch, InterviewSummary, NewTurn } from './store.ts'

const summarySql = (page?: PageRequest) => `
  select interviews.*,
    (select count(*) from turns where turns.interview_id = interviews.id) as turn_count,
    ${standingSql('recommendation')} as recommendation,
    ${openedSql} as is_opened
  from interviews where owner_id = @owner${page === undefined ? '' : filterSql(page).sql}
    ${page?.before === undefined ? '' : 'and (created_at, rowid) < (select created_at, rowid from interviews where id = @before and owner_id = @owner)'}
  order by created_at desc, rowid desc limit @limit`

const columnOf = {
  status: 'status',
  elapsedMs: 'elapsed_ms',
  paused: 'paused',
  draft: 'draft',
  endedAt: 'ended_at',
  questions: 'questions',
} as const satisfies Record<keyof InterviewPatch, string>

/** Interviews, their turns and their commands. Every method is one transaction. */
export function interviewRows(db: Database.Database, now: () => number) {
  const contents = heldContents(db)
  const insertInterview = db.prepare(`insert into interviews
    (id, owner_id, track, level, mode, persona, company, language, minutes, interviewer, questions, prepared, schedule, status, elapsed_ms, paused, draft, content_hash, created_at, ended_at, imported)
    values (@id, @ownerId, @track, @level, @mode, @persona, @company, @language, @minutes, @interviewer, @questions, @prepared, @schedule, @status, @elapsedMs, @paused, @draft, @contentHash, @createdAt, @endedAt, @imported)`)
  const selectInterview = db.prepare<[string, string], Row>('select * from interviews where id = ? and owner_id = ?')
  const selectOwner = db.prepare<[string], Row>("select owner_id from interviews where id = ? and owner_id <> ''")
  const selectNewestJob = db.prepare<[string], Row>(
    'select * from scoring_jobs where interview_id = ? order by created_at desc, rowid desc limit 1',
  )
  const selectTurns = db.prepare<[string], Row>('select * from turns where interview_id = ? order by turn')
  const selectByClientId = db.prepare<[string, string], Row>('select * from turns where interview_id = ? and client_turn_id = ?')
  const insertTurn = db.prepare<Row, Row>(`insert into turns
    (interview_id, turn, speaker, text, artifacts, phase, elapsed_ms, created_at, client_turn_id, move, spoken_by, interrupted)
    values (@interviewId, (select coalesce(max(turn), 0) + 1 from turns where interview_id = @interviewId),
      @speaker, @text, @artifacts, @phase, @elapsedMs, @createdAt, @clientTurnId, @move, @spokenBy, @interrupted) returning *`)
  const insertCommand = db.prepare(
    'insert into commands (interview_id, command_id, body_hash) values (?, ?, ?) on conflict do nothing',
  )
  const selectCommand = db.prepare<[string, string], Row>(
    'select body_hash from commands where interview_id = ? and command_id = ?',
  )
  const nameBoard = db.prepare('update boards set turn = coalesce(turn, ?) where interview_id = ? and revision = ?')
  const unnameBoards = db.prepare('update boards set turn = null where interview_id = ?')
  // Nobody is about to name one any more; what stood there last stays.
  const pruneBoards = db.prepare(
    'delete from boards where interview_id = @id and turn is null and revision < (select max(revision) from boards where interview_id = @id)',
  )
  const deletePictures = db.prepare('delete from board_pictures where interview_id = ?')
  const updates = new Map<string, Database.Statement>()
  const pages = new Map<string, Database.Statement<[Row], Row>>()

  function update(id: string, patch: InterviewPatch): void {
    const keys = (Object.keys(columnOf) as (keyof InterviewPatch)[]).filter((key) => patch[key] !== undefined)
    if (keys.length === 0) return
    const sql = `update interviews set ${keys.map((key) => `${columnOf[key]} = @${key}`).join(', ')} where id = @id`
    const statement = updates.get(sql) ?? db.prepare(sql)
    updates.set(sql, statement)
    const values = {
      ...patch,
      id,
      ...(patch.paused === undefined ? {} : { paused: Number(patch.paused) }),
      ...(patch.questions === undefined ? {} : { questions: JSON.stringify(patch.questions) }),
    }
    if (statement.run(values).changes === 0) throw new NotFoundError(`There is no interview ${id}.`)
    if (patch.status !== 'ended') return
    pruneBoards.run({ id })
    deletePictures.run(id)
  }

  /** Marks the boards that a turn names as named by it. Throws NotFoundError when one is not kept. */
  function nameBoards(id: string, { turn, artifacts }: Pick<Turn, 'turn' | 'artifacts'>): void {
    for (const { revision } of artifacts)
      if (revision !== undefined && nameBoard.run(turn, id, revision).changes === 0)
        throw new NotFoundError(`There is no board ${revision} of interview ${id}.`)
  }

  return {
    create: db.transaction((interview: Interview, content: HeldContent) => {
      contents.insert(interview.contentHash, content)
      insertInterview.run({
        ...interview,
        paused: Number(interview.paused),
        questions: JSON.stringify(interview.questions),
        prepared: JSON.stringify(interview.prepared),
        schedule: JSON.stringify(interview.schedule),
        imported: interview.imported && JSON.stringify(interview.imported),
      })
    }).immediate,

    find: (id: string, ownerId: string): Interview | null => {
      const row = selectInterview.get(id, ownerId)
      return row === undefined ? null : readInterview(row)
    },

    content: contents.of,

    owner: (id: string): string | null => {
      const row = selectOwner.get(id)
      return row === undefined ? null : String(row.owner_id)
    },

    list: (owner: string, page?: PageRequest): InterviewSummary[] => {
      const sql = summarySql(page)
      const statement = pages.get(sql) ?? db.prepare<[Row], Row>(sql)
      pages.set(sql, statement)
      return statement.all({ ...page, owner, limit: page?.limit ?? -1 }).map((row) => {
        const job = selectNewestJob.get(String(row.id))
        return readSummary(row, job === undefined ? null : readJob(job))
      })
    },

    update: db.transaction(update).immediate,

    turns: (id: string): Turn[] => selectTurns.all(id).map(readTurn),

    appendTurn: db.transaction((interviewId: string, turn: NewTurn, patch: InterviewPatch): Turn => {
      const known = turn.clientTurnId === null ? undefined : selectByClientId.get(interviewId, turn.clientTurnId)
      if (known !== undefined) {
        const stored = readTurn(known)
        if (!isSameContribution(stored, turn))
          throw new ConflictError('This turn was stored before with other words; send the new words as a new turn.')
        return stored
      }
      const row = insertTurn.get({
        ...turn,
        interviewId,
        artifacts: JSON.stringify(turn.artifacts),
        move: turn.move === null ? null : JSON.stringify(turn.move),
        interrupted: Number(turn.interrupted),
        createdAt: now(),
      })
      update(interviewId, patch)
      if (row === undefined) throw new NotFoundError(`There is no interview ${interviewId}.`)
      const stored = readTurn(row)
      nameBoards(interviewId, stored)
      return stored
    }).immediate,

    /** After a correction: which turn names which board, anew. */
    renameBoards: (id: string, turns: readonly Turn[]): void => {
      unnameBoards.run(id)
      for (const turn of turns) nameBoards(id, turn)
    },

    claimCommand: db.transaction((interviewId: string, commandId: string, bodyHash: string): CommandClaim => {
      if (insertCommand.run(interviewId, commandId, bodyHash).changes === 1) return 'new'
      return selectCommand.get(interviewId, commandId)?.body_hash === bodyHash ? 'repeated' : 'id-used-for-another'
    }).immediate,
  }
}
