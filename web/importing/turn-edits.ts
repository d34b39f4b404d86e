import type { Correctable, TurnChange } from '#src/domain/import.ts'
import type { Speaker } from '#src/domain/turn.ts'

/** One turn as it is to be. */
export interface Piece {
  speaker: Speaker
  text: string
}
/** Turns `first` to `last` of the stored transcript, and what they become. */
export interface EditedTurns {
  first: number
  last: number
  becomes: Piece[]
}

export const editable = ({ turns }: Pick<Correctable, 'turns'>): EditedTurns[] =>
  turns.map(({ turn, speaker, text }) => ({ first: turn, last: turn, becomes: [{ speaker, text }] }))

/** With a piece changed; `at` is the place of its turns, `piece` its own among what they become. */
export const withPiece = (edits: readonly EditedTurns[], at: number, piece: number, said: Partial<Piece>): EditedTurns[] =>
  edits.map((one, place) =>
    place === at ? { ...one, becomes: one.becomes.map((own, index) => (index === piece ? { ...own, ...said } : own)) } : one,
  )

/** A piece parted in two at a place of its text (UTF-16); the other speaker says the rest. Unchanged where one half has no words. */
export function withSplit(edits: readonly EditedTurns[], at: number, piece: number, offset: number): EditedTurns[] {
  const own = edits[at]?.becomes[piece]
  if (own === undefined) return [...edits]
  const halves = [own.text.slice(0, offset).trim(), own.text.slice(offset).trim()] as const
  if (halves.includes('')) return [...edits]
  const other: Speaker = own.speaker === 'interviewer' ? 'candidate' : 'interviewer'
  const parted = [
    { speaker: own.speaker, text: halves[0] },
    { speaker: other, text: halves[1] },
  ]
  return edits.map((one, place) =>
    place === at ? { ...one, becomes: one.becomes.flatMap((each, index) => (index === piece ? parted : [each])) } : one,
  )
}

/** Joins the first piece of some turns, or a later one, with the piece before it, whose speaker says both. */
export function withJoin(edits: readonly EditedTurns[], at: number, piece: number): EditedTurns[] {
  const own = edits[at]
  if (own === undefined) return [...edits]
  if (piece > 0) return edits.map((one, place) => (place === at ? { ...one, becomes: joinedAt(one.becomes, piece) } : one))
  const before = edits[at - 1]
  if (before === undefined) return [...edits]
  const becomes = joinedAt([...before.becomes, ...own.becomes], before.becomes.length)
  return [...edits.slice(0, at - 1), { first: before.first, last: own.last, becomes }, ...edits.slice(at + 1)]
}

const joinedAt = (pieces: readonly Piece[], at: number): Piece[] =>
  pieces.flatMap((piece, place) => {
    const next = pieces[place + 1]
    if (place === at) return []
    return place + 1 === at && next !== undefined ? [{ ...piece, text: `${piece.text}\n\n${next.text}`.trim() }] : [piece]
  })

/** What differs from the stored turns; empty when nothing does. */
export function changesOf(edits: readonly EditedTurns[], { turns }: Pick<Correctable, 'turns'>): TurnChange[] {
  const stored = new Map(turns.map((turn) => [turn.turn, turn]))
  return edits.filter(({ first, last, becomes }) => {
    const [only, ...others] = becomes
    const before = stored.get(first)
    return first !== last || others.length > 0 || only?.speaker !== before?.speaker || only?.text.trim() !== before?.text.trim()
  })
}
