import { useCallback, useEffect, useRef, useState } from 'react'
import type { KeptStatements } from './kept-statements.ts'
import type { SchemaTable, SqlAnswer, SqlResult } from './sql-messages.ts'
import { type SqlReply, SqlThread, sqlLimitMs } from './sql-thread.ts'
import { forgottenWords, redoneWords, resultsWords } from './sql-words.ts'

export interface DatabaseView {
  state: 'opening' | 'ready' | 'running' | 'broken'
  schema: readonly SchemaTable[]
  /** Of the last run; null before the first. */
  ran: { text: string; from: number; results: readonly SqlResult[] } | null
  /** How it stands, in a sentence. */
  words: string
}

interface Asked {
  type: 'run' | 'plan'
  /** The whole pad, and which part of it is meant. */
  text: string
  from: number
  to: number
}

const handedOut =
  'The database has the question’s tables now, in place of your own. Run your statements again to have those back.'

const opening: DatabaseView = { state: 'opening', schema: [], ran: null, words: 'Opening the database' }

interface UseDatabaseOptions {
  /** The question's own; null while it is not known. */
  sql: string | null
  /** What had changed the database before the page was loaded. */
  kept: KeptStatements
  onResults(results: readonly SqlResult[]): void
}

/** A database from a question's SQL while a pad is open. `onResults` has what a run gave. */
export function useDatabase({ sql, kept, onResults }: UseDatabaseOptions) {
  const [view, setView] = useState(opening)
  const thread = useRef<SqlThread | null>(null)
  const told = useRef({ kept, onResults })
  told.current = { kept, onResults }

  const open = useCallback(async (from: string, words: string) => {
    thread.current?.close()
    const made = new SqlThread(from)
    thread.current = made
    setView(opening)
    const reply = await made.open()
    const before = told.current.kept.read(from)
    if (thread.current !== made) return
    if (before === null) return setView(opened(reply, forgottenWords(from)))
    if (reply.kind !== 'answered' || before.length === 0) return setView(opened(reply, words))
    const redone = await made.redo(before)
    if (thread.current !== made) return
    told.current.kept.keep(from, made.since)
    setView(redone.kind === 'broken' ? opened(redone, '') : { ...rebuilt(redone.answer), words: redoneWords(redone, before) })
  }, [])

  const before = useRef<string | null>(null)
  useEffect(() => {
    if (sql === null) return
    void open(sql, before.current === null || before.current === sql ? '' : handedOut)
    before.current = sql
    return () => {
      thread.current?.close()
      thread.current = null
    }
  }, [sql, open])

  const ask = useCallback(async ({ type, text, from, to }: Asked) => {
    const asked = thread.current
    if (asked === null) return
    setView((before) => ({ ...before, state: 'running', words: 'Running' }))
    const reply = await asked.ask({ type, sql: text.slice(from, to) })
    if (thread.current !== asked) return
    if (reply.kind !== 'answered') return setView(opened(reply, ''))
    told.current.kept.keep(asked.from, asked.since)
    const { results, schema } = reply.answer
    setView({ state: 'ready', schema, ran: { text, from, results }, words: resultsWords(results) })
    told.current.onResults(results)
  }, [])

  /** The question's rows again; what runs is given up for it. */
  const reset = useCallback(() => {
    if (sql === null) return
    told.current.kept.keep(sql, [])
    void open(sql, sql === '' ? 'The database is empty again.' : 'The database has the question’s rows again.')
  }, [open, sql])

  return { view, ask, reset }
}

const rebuilt = ({ schema }: SqlAnswer): Omit<DatabaseView, 'words'> => ({ state: 'ready', schema, ran: null })

/** The view of a database that has just been made. */
function opened(reply: SqlReply, words: string): DatabaseView {
  if (reply.kind === 'broken')
    return { ...opening, state: 'broken', words: 'The database could not be opened. Reload the page to try again.' }
  const { results, schema } = reply.answer
  const [fault] = results
  const told =
    fault?.kind === 'error'
      ? `The question’s own rows could not be loaded: ${fault.message}`
      : reply.kind === 'remade'
        ? `${lostWords[reply.because]} The database was made anew, with what you had changed in it.`
        : words
  return { state: 'ready', schema, ran: null, words: told }
}

const lostWords = {
  'timed-out': `Stopped after ${sqlLimitMs / 1_000} seconds without an answer.`,
  failed: 'SQLite gave up on it.',
}
