import type Database from 'better-sqlite3'
import { type Space, spaceSchema } from '#src/domain/space.ts'
import { ConflictError, NotFoundError } from '#src/errors.ts'
import { checkRow, type Row } from './rows.ts'

/** Whoever has the secret could else fill the file with spaces. */
const mostSpaces = 1000

const readSpace = (row: Row): Space =>
  checkRow(spaceSchema, { id: row.id, name: row.name, createdAt: row.created_at }, `space ${row.id}`)

/** Cookies, the spaces that they open, and the links that take a space to another browser. */
export function spaceRows(db: Database.Database) {
  const insertAccess = db.prepare('insert into access (token_hash, owner_id, expires_at) values (?, ?, ?)')
  const selectAccess = db.prepare<[string, number], Row>('select owner_id from access where token_hash = ? and expires_at > ?')
  const renew = db.prepare('update access set expires_at = ? where token_hash = ? and expires_at > ? and expires_at < ?')
  const deleteAccess = db.prepare('delete from access where token_hash = ?')
  const countSpaces = db.prepare<[], Row>('select count(*) as spaces from spaces')
  const insertSpace = db.prepare('insert into spaces (id, name, created_at) values (@id, @name, @createdAt)')
  const selectSpace = db.prepare<[string], Row>('select * from spaces where id = ?')
  const selectSpaces = db.prepare<[], Row>('select * from spaces order by created_at, rowid')
  const rename = db.prepare<[string, string], Row>('update spaces set name = ? where id = ? returning *')
  const insertMove = db.prepare('insert or replace into space_moves (owner_id, token_hash, expires_at) values (?, ?, ?)')
  const takeMove = db.prepare<[string], Row>('delete from space_moves where token_hash = ? returning owner_id, expires_at')

  return {
    createAccess: (tokenHash: string, ownerId: string, expiresAt: number) => void insertAccess.run(tokenHash, ownerId, expiresAt),
    findAccess: (tokenHash: string, at: number): string | null => {
      const row = selectAccess.get(tokenHash, at)
      return row === undefined ? null : String(row.owner_id)
    },
    renewAccess: (tokenHash: string, times: { now: number; before: number; expiresAt: number }): boolean =>
      renew.run(times.expiresAt, tokenHash, times.now, times.before).changes === 1,
    deleteAccess: (tokenHash: string) => void deleteAccess.run(tokenHash),
    create: db.transaction((space: Space) => {
      if (Number(countSpaces.get()?.spaces) >= mostSpaces)
        throw new ConflictError(`There are ${mostSpaces} spaces here already, which is the most there can be.`)
      insertSpace.run(space)
    }).immediate,
    find: (ownerId: string): Space | null => {
      const row = selectSpace.get(ownerId)
      return row === undefined ? null : readSpace(row)
    },
    list: (): Space[] => selectSpaces.all().map(readSpace),
    rename: (ownerId: string, name: string): Space => {
      const row = rename.get(name, ownerId)
      if (row === undefined) throw new NotFoundError('There is no such space.')
      return readSpace(row)
    },
    createMove: (tokenHash: string, ownerId: string, expiresAt: number) => void insertMove.run(ownerId, tokenHash, expiresAt),
    takeMove: (tokenHash: string, at: number): string | null => {
      const row = takeMove.get(tokenHash)
      return row !== undefined && Number(row.expires_at) > at ? String(row.owner_id) : null
    },
  }
}
