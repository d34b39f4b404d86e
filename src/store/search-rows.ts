import type Database from 'better-sqlite3'
import { z } from 'zod'
import { levelSchema, trackIdSchema } from '#src/domain/track.ts'
import { speakerSchema } from '#src/domain/turn.ts'
import type { FoundInterview, FoundTurn, SearchPage, SearchRequest } from './history-store.ts'
import { filterSql } from './interview-filter.ts'
import { titleSql } from './interview-sql.ts'
import { checkRow, type Row } from './rows.ts'
import { searchQuery } from './search-query.ts'

/** Of what is found, so many of the newest turns are ranked: a word that everybody says would be ranked for seconds. */
const ranked = 1000
/** Around a mark in a snippet. Characters that mean nothing to anybody else. */
const opening = '\uE000'
const closing = '\uE001'

const foundSchema = z.object({
  interview: z.string(),
  track: trackIdSchema,
  level: levelSchema,
  title: z.string(),
  createdAt: z.number().int(),
})
const foundTurnSchema = foundSchema.extend({ turn: z.number().int(), speaker: speakerSchema, snippet: z.string() })

/** The words of all turns, and the titles of questions, by SQLite's full text search. */
export function searchRows(db: Database.Database) {
  const statements = new Map<string, Database.Statement<[Row], Row>>()
  const prepared = (sql: string) => {
    const statement = statements.get(sql) ?? db.prepare<[Row], Row>(sql)
    statements.set(sql, statement)
    return statement
  }
  const selectSnippet = db.prepare<[Row], Row>(`
    select interviews.id as interview, track, level, ${titleSql} as title, interviews.created_at as createdAt, turn, speaker,
      snippet(turns_fts, 0, '${opening}', '${closing}', '…', 28) as snippet
    from turns_fts join turns on turns.rowid = turns_fts.rowid join interviews on interviews.id = turns.interview_id
    where turns_fts match @query and turns_fts.rowid = @rowid`)

  function rowids(owner: string, query: string, request: SearchRequest): { ids: number[]; next: string | null } {
    const { limit, order, speaker } = request
    const filter = filterSql(request)
    const at = cursorOf(request.cursor)
    const isNewest = order === 'newest'
    const matching = `
      select turns_fts.rowid as id${isNewest ? '' : ', bm25(turns_fts) as score'}
      from turns_fts cross join turns on turns.rowid = turns_fts.rowid cross join interviews on interviews.id = turns.interview_id
      where turns_fts match @query and owner_id = @owner${filter.sql}
        ${speaker === undefined ? '' : 'and speaker = @speaker'} ${isNewest && at !== null ? 'and turns_fts.rowid < @at' : ''}
      order by turns_fts.rowid desc limit @most`
    const sql = isNewest ? matching : `select id from (${matching}) order by score, id desc limit @limit offset @at`
    const values = {
      ...filter.values,
      owner,
      query,
      speaker,
      at: at ?? 0,
      limit: limit + 1,
      most: isNewest ? limit + 1 : ranked,
    }
    const ids = prepared(sql)
      .all(values)
      .map((row) => Number(row.id))
    const page = ids.slice(0, limit)
    if (ids.length <= limit) return { ids: page, next: null }
    return { ids: page, next: String(isNewest ? page.at(-1) : (at ?? 0) + limit) }
  }

  return {
    turns: (owner: string, request: SearchRequest): SearchPage => {
      const query = searchQuery(request.words)
      if (query === null) return { turns: [], next: null }
      const { ids, next } = rowids(owner, query, request)
      const turns = ids.map((rowid): FoundTurn => {
        const found = checkRow(foundTurnSchema, selectSnippet.get({ query, rowid }), 'a turn that was found')
        return { ...found, ...marksIn(found.snippet) }
      })
      return { turns, next }
    },

    titles: (owner: string, request: SearchRequest): FoundInterview[] => {
      const query = searchQuery(request.words)
      if (query === null) return []
      const filter = filterSql(request)
      const sql = `
        select interviews.id as interview, track, level, ${titleSql} as title, created_at as createdAt
        from interviews where owner_id = @owner${filter.sql}
          and id in (select interview_id from titles_fts where titles_fts match @query)
        order by created_at desc, interviews.rowid desc limit @limit`
      const rows = prepared(sql).all({ ...filter.values, owner, query, limit: request.limit })
      return checkRow(z.array(foundSchema), rows, 'the interviews that were found')
    },
  }
}

/** A number that a page before ended with. Null for none, and for what is no number. */
const cursorOf = (cursor: string | undefined): number | null => {
  const at = Number(cursor)
  return cursor !== undefined && Number.isSafeInteger(at) && at >= 0 ? at : null
}

/** A snippet without the characters that marked its words, and where these were. */
function marksIn(marked: string): Pick<FoundTurn, 'snippet' | 'marks'> {
  const marks: FoundTurn['marks'] = []
  let snippet = ''
  let start: number | null = null
  for (const part of marked.split(/([\uE000\uE001])/)) {
    if (part === opening) start = snippet.length
    else if (part === closing && start !== null) {
      marks.push({ start, end: snippet.length })
      start = null
    } else if (part !== closing) snippet += part
  }
  return { snippet, marks }
}
