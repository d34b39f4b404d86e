import { type BoardLines, readBoardText, type TextArrow } from './text-lines.ts'
import { type Keyed, withoutShared } from './without-shared.ts'

/** What stands on one board and not on the other, in words, in the board's order. */
export interface OnlyHere {
  parts: string[]
  arrows: string[]
  notes: string[]
}

export interface BoardDifferences {
  first: OnlyHere
  second: OnlyHere
  /** Parts that stand on both. */
  sharedParts: number
  /** Of one of them lines were left out of its words: what is told as only on the other may be there. */
  isCut: boolean
}

/**
 * What differs between two boards that nobody drew from one another, by their texts: their parts have nothing in common but labels, so that one of another
 * name is another part. How a label is spaced and which letters are large does not matter. Null where one of the texts is no board's.
 */
export function boardDifferences(first: string, second: string): BoardDifferences | null {
  const [one, other] = [readBoardText(first), readBoardText(second)]
  if (one === null || other === null) return null
  const [here, there] = [keyedOf(one), keyedOf(other)]
  const onlyIn = (board: KeyedBoard, beside: KeyedBoard): OnlyHere => ({
    parts: withoutShared(board.parts, beside.parts),
    arrows: withoutShared(board.arrows, beside.arrows),
    notes: withoutShared(board.notes, beside.notes),
  })
  const only = { first: onlyIn(here, there), second: onlyIn(there, here) }
  return { ...only, sharedParts: here.parts.length - only.first.parts.length, isCut: one.isCut || other.isCut }
}

type KeyedBoard = Record<keyof OnlyHere, Keyed[]>

function keyedOf({ parts, arrows, holders, notes }: BoardLines): KeyedBoard {
  const labels = new Map([...holders, ...parts].map(({ name, label }) => [name, label]))
  const labelOf = (name: string | null) => (name === null ? 'nothing' : quoted(labels.get(name) ?? null))
  return {
    parts: parts.map(({ label, kind }) => keyed(label === null && kind !== null ? `an unlabelled ${kind}` : quoted(label))),
    arrows: arrows.map((arrow) => arrowOf(arrow, labelOf)),
    notes: notes.map(({ text }) => keyed(quoted(text))),
  }
}

function arrowOf({ from, to, direction, label }: TextArrow, labelOf: (name: string | null) => string): Keyed {
  const says = label === null ? '' : `, ${quoted(label)}`
  const [start, end] = [labelOf(from), labelOf(to)]
  if (direction === 'forward') return keyed(`${start} to ${end}${says}`)
  const between = direction === 'both' ? 'both ways between' : 'a line between'
  // What leads both ways or none is the same from either end.
  const [one, other] = [plain(start), plain(end)].sort()
  return { key: `${between} ${one} and ${other}${plain(says)}`, words: `${between} ${start} and ${end}${says}` }
}

const keyed = (words: string): Keyed => ({ key: plain(words), words })
const quoted = (label: string | null): string => (label === null ? 'an unlabelled part' : `“${label}”`)
const plain = (words: string): string => words.toLowerCase().replaceAll(/\s+/g, ' ').trim()
