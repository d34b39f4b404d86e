import type Database from 'better-sqlite3'
import type { HeldContent } from '#src/domain/interview.ts'
import { NotFoundError } from '#src/errors.ts'
import { type Row, readHeldContent } from './rows.ts'

/** Some hundred kilobytes each in memory. */
const keptAtMost = 100

/**
 * What interviews were held with. Many interviews share one, which never changes under its hash: those read last are kept, so that a thousand open
 * interviews on one question hold it once, and what is computed from it is computed once.
 */
export function heldContents(db: Database.Database) {
  const insert = db.prepare('insert into held_contents (content_hash, content) values (?, ?) on conflict do nothing')
  const selectHash = db.prepare<[string], string>('select content_hash from interviews where id = ?').pluck()
  const select = db.prepare<[string], Row>('select content from held_contents where content_hash = ?')
  const kept = new Map<string, HeldContent>()

  return {
    insert: (contentHash: string, content: HeldContent): void => void insert.run(contentHash, JSON.stringify(content)),

    /** Must not be changed by who reads it. Throws NotFoundError, and StoreError when the row is damaged. */
    of: (interviewId: string): HeldContent => {
      const hash = selectHash.get(interviewId)
      if (hash === undefined) throw new NotFoundError(`There is no interview ${interviewId}.`)
      const content = kept.get(hash) ?? readHeldContent(select.get(hash)?.content, `content of interview ${interviewId}`)
      // The one used last comes last.
      kept.delete(hash)
      kept.set(hash, content)
      const [oldest] = kept.keys()
      if (kept.size > keptAtMost && oldest !== undefined) kept.delete(oldest)
      return content
    },
  }
}
