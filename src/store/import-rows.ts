import type Database from 'better-sqlite3'
import { z } from 'zod'
import type { Imported } from '#src/domain/imported.ts'
import { type Turn, turnSchema } from '#src/domain/turn.ts'
import { ConflictError, NotFoundError } from '#src/errors.ts'
import type { boardRows } from './board-rows.ts'
import type { interviewRows } from './interview-rows.ts'
import { type Row, readInterview, readJson } from './rows.ts'
import type { NewImport, TranscriptCorrection } from './store.ts'

const turnsSchema = z.array(turnSchema)

/** Interviews that were held elsewhere: how they come in, and how their transcripts are corrected. */
export function importRows(
  db: Database.Database,
  now: () => number,
  { interviews, boards }: { interviews: ReturnType<typeof interviewRows>; boards: ReturnType<typeof boardRows> },
) {
  // What was deleted is nobody's, and is stored anew when it is imported again.
  const selectParts = db.prepare<[string, string], Row>(`select part, interview_id, body_hash from import_parts
    join interviews on interviews.id = import_parts.interview_id and interviews.owner_id = import_parts.owner_id
    where import_parts.owner_id = ? and import_id = ?`)
  const upsertPart =
    db.prepare(`insert into import_parts (owner_id, import_id, part, body_hash, interview_id) values (?, ?, ?, ?, ?)
    on conflict do update set body_hash = excluded.body_hash, interview_id = excluded.interview_id`)
  const selectInterview = db.prepare<[string], Row>('select * from interviews where id = ?')
  const selectUnfinished = db.prepare<[string], Row>(
    "select 1 from scoring_jobs where interview_id = ? and status in ('queued', 'running')",
  )
  const insertRevision = db.prepare(
    'insert into transcript_revisions (interview_id, revision, turns, created_at) values (?, ?, ?, ?)',
  )
  const selectRevision = db.prepare<[string, number], Row>(
    'select turns from transcript_revisions where interview_id = ? and revision = ?',
  )
  // What stays where it was is left alone: other rows refer to it.
  const upsertTurn = db.prepare(`insert into turns
    (interview_id, turn, speaker, text, artifacts, phase, elapsed_ms, created_at, client_turn_id, move, spoken_by, interrupted)
    values (@interviewId, @turn, @speaker, @text, @artifacts, @phase, @elapsedMs, @createdAt, @clientTurnId, @move, @spokenBy, @interrupted)
    on conflict (interview_id, turn) do update set speaker = excluded.speaker, text = excluded.text, artifacts = excluded.artifacts,
      phase = excluded.phase, elapsed_ms = excluded.elapsed_ms, created_at = excluded.created_at, spoken_by = excluded.spoken_by`)
  const deleteAfter = db.prepare('delete from turns where interview_id = ? and turn > ?')
  const updateInterview = db.prepare('update interviews set imported = @imported, questions = @questions where id = @id')

  const importedOf = (id: string): Imported => {
    const row = selectInterview.get(id)
    if (row === undefined) throw new NotFoundError(`There is no interview ${id}.`)
    const { imported } = readInterview(row)
    if (imported === null) throw new ConflictError('This interview was held here: what was said in it stays as it was said.')
    return imported
  }

  return {
    save: db.transaction(({ ownerId, importId, bodyHash, interviews: made }: NewImport): string[] => {
      const known = selectParts.all(ownerId, importId)
      if (known.some((row) => row.body_hash !== bodyHash))
        throw new ConflictError('This import was stored before with other contents; send it as a new import.')
      return made.map(({ interview, content, turns, boards: drawn }, part) => {
        const stored = known.find((row) => row.part === part)
        if (stored !== undefined) return String(stored.interview_id)
        interviews.create(interview, content)
        for (const board of drawn) boards.insert(interview.id, board)
        for (const turn of turns) interviews.appendTurn(interview.id, turn, {})
        upsertPart.run(ownerId, importId, part, bodyHash, interview.id)
        return interview.id
      })
    }).immediate,

    correct: db.transaction((id: string, { from, turns, questions }: TranscriptCorrection): void => {
      const imported = importedOf(id)
      if (imported.revision !== from)
        throw new ConflictError('The transcript was corrected elsewhere meanwhile. Load it again, then correct that.')
      if (selectUnfinished.get(id) !== undefined)
        throw new ConflictError('The interview is being scored just now. Correct the transcript when that is done.')
      const before = new Map(interviews.turns(id).map((turn) => [turn.turn, turn]))
      insertRevision.run(id, from, JSON.stringify([...before.values()]), now())
      for (const turn of turns) {
        const isSame = JSON.stringify(before.get(turn.turn)) === JSON.stringify(turn)
        if (!isSame) upsertTurn.run(asRow(id, turn))
      }
      deleteAfter.run(id, turns.length)
      interviews.renameBoards(id, turns)
      updateInterview.run({
        id,
        imported: JSON.stringify({ ...imported, revision: from + 1 }),
        questions: JSON.stringify(questions),
      })
    }).immediate,

    turnsOfRevision: (id: string, revision: number): Turn[] => {
      const row = selectRevision.get(id, revision)
      if (row !== undefined) return readJson(turnsSchema, row.turns, `revision ${revision} of interview ${id}`)
      if (importedOf(id).revision === revision) return interviews.turns(id)
      throw new NotFoundError(`The transcript of interview ${id} has no revision ${revision}.`)
    },
  }
}

const asRow = (interviewId: string, turn: Turn) => ({
  ...turn,
  interviewId,
  artifacts: JSON.stringify(turn.artifacts),
  move: turn.move === null ? null : JSON.stringify(turn.move),
  interrupted: Number(turn.interrupted),
})
