import { createContext } from 'react'
import { type ShownBoard, shownBoardSchema } from '#src/protocol/board.ts'
import { type Outcome, request } from '../api/request.ts'

/** Reads one of an interview's boards. */
export type ReadBoard = (revision: number) => Promise<Outcome<ShownBoard>>

/** Where the boards of the shown turns are read from; null where none are kept, as in a file. */
export const BoardSource = createContext<ReadBoard | null>(null)

/** Boards under an address, each read once and one after another: a long review has many. */
export function boardsAt(address: string): ReadBoard {
  const known = new Map<number, Promise<Outcome<ShownBoard>>>()
  let before: Promise<unknown> = Promise.resolve()
  return (revision) => {
    const found = known.get(revision)
    if (found !== undefined) return found
    const reading = before.then(() => request({ path: `${address}/${revision}`, answer: shownBoardSchema }))
    before = reading
    known.set(revision, reading)
    void reading.then(({ ok }) => {
      if (!ok) known.delete(revision)
    })
    return reading
  }
}
