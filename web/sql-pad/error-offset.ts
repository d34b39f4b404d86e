import { withoutLead } from './without-lead.ts'

/** Where in a statement an error of SQLite lies, as far as its message names what stands there but once; else where the statement begins. */
export function errorOffset(sql: string, message: string): number | null {
  if (message === 'incomplete input') return sql.trimEnd().length
  const named =
    /^near "([\s\S]+)": syntax error$/.exec(message)?.[1] ??
    /^unrecognized token: "([\s\S]+)"$/.exec(message)?.[1] ??
    /^(?:no such (?:column|table|function)|ambiguous column name): (?:main\.)?(\S+)/.exec(message)?.[1]
  const places = named === undefined ? [] : placesOf(named, sql)
  const [only] = places
  if (only !== undefined && places.length === 1) return only
  const start = sql.length - withoutLead(sql).length
  return start < sql.length ? start : null
}

/** Where a token stands by itself, in whichever case it is written. */
function placesOf(token: string, sql: string): number[] {
  const escaped = token.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')
  const isWord = (character: string | undefined) => character !== undefined && /\w/.test(character)
  const before = isWord(token[0]) ? '(?<!\\w)' : ''
  const after = isWord(token.at(-1)) ? '(?!\\w)' : ''
  return Array.from(sql.matchAll(new RegExp(`${before}${escaped}${after}`, 'gi')), ({ index }) => index)
}

/** Line and column, counted from 1, of an offset. */
export function placeOf(text: string, offset: number): { line: number; column: number } {
  const before = text.slice(0, offset)
  return { line: before.split('\n').length, column: offset - before.lastIndexOf('\n') }
}
