export interface Payout {
  id: number
  /** Milliseconds; many may share one. */
  at: number
  amount: number
}
export interface Page {
  items: Payout[]
  /** Given back to get the next page; null when there is none. */
  next: string | null
}
/** A place in the order, whether or not a row still stands there. */
type Place = Pick<Payout, 'at' | 'id'>

export class InvalidRequest extends Error {
  override name = 'InvalidRequest'
}

const usual = 20
const most = 100

/** Newest first; the id decides between rows of one moment, so that no two rows are level. */
const compare = (a: Place, b: Place): number => b.at - a.at || b.id - a.id

/**
 * One page of payouts. The cursor is the place of the last row handed out, time and id, and the next page is what comes after it in the order. So
 * rows that arrive at the top shift nothing, and the row of the cursor may be gone. One row more than asked for is looked at, which tells whether
 * there is a next page without counting. Over an array this takes a pass and a sort; a database does it with
 * `where (at, id) < (?, ?) order by at desc, id desc limit ?` and an index over both, in the time of one page.
 */
export function page(rows: readonly Payout[], { limit = usual, cursor }: { limit?: number; cursor?: string } = {}): Page {
  if (!Number.isInteger(limit) || limit < 1) throw new InvalidRequest('limit must be a whole number above zero')
  const size = Math.min(limit, most)
  const after = cursor === undefined ? undefined : decode(cursor)
  const rest = after === undefined ? [...rows] : rows.filter((row) => compare(row, after) > 0)
  const found = rest.sort(compare).slice(0, size + 1)
  const items = found.slice(0, size)
  const last = items.at(-1)
  return { items, next: found.length > size && last !== undefined ? encode(last) : null }
}

/** Opaque, so that clients do not build their own, and not secret: whatever comes back is checked like any input. */
const encode = ({ at, id }: Place): string => Buffer.from(JSON.stringify([at, id])).toString('base64url')

function decode(cursor: string): Place {
  let value: unknown
  try {
    value = JSON.parse(Buffer.from(cursor, 'base64url').toString())
  } catch {
    throw new InvalidRequest('cursor cannot be read')
  }
  const [at, id, ...others]: unknown[] = Array.isArray(value) ? value : []
  if (!Number.isSafeInteger(at) || !Number.isSafeInteger(id) || others.length > 0)
    throw new InvalidRequest('cursor cannot be read')
  return { at: at as number, id: id as number }
}

type Step = { read: number; cursor?: string } | { add: Payout } | { remove: number }

/** The ids on each page that somebody sees who follows the cursors from the first page on, while rows are added and removed in between. */
export function scroll(rows: readonly Payout[], steps: readonly Step[]): number[][] {
  let table = [...rows]
  let next: string | null | undefined
  const seen: number[][] = []
  for (const step of steps) {
    if ('add' in step) table.push(step.add)
    else if ('remove' in step) table = table.filter(({ id }) => id !== step.remove)
    else {
      const cursor = step.cursor ?? next
      if (cursor === null) {
        seen.push([])
        continue
      }
      const got = page(table, cursor === undefined ? { limit: step.read } : { limit: step.read, cursor })
      seen.push(got.items.map(({ id }) => id))
      next = got.next
    }
  }
  return seen
}
