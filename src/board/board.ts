import type { Box } from './geometry.ts'
import type { PartKind } from './palette.ts'

export type NodeShape = 'rectangle' | 'ellipse' | 'diamond' | 'group' | 'text' | 'picture'

/** One part of a drawing: a shape, shapes that were grouped, or a text or picture that an arrow is attached to. */
export interface BoardNode {
  /** Of the element that stands for it; of a group of shapes, its largest. */
  id: string
  /** n1, n2 … in reading order. */
  name: string
  label: string | null
  /** The text element that the label was read from. */
  labelId: string | null
  shape: NodeShape
  /** From the palette; null for what was drawn by hand. */
  kind: PartKind | null
  /** Id of the frame that it is in. */
  frame: string | null
  /** Id of the smallest part that it lies in. */
  inside: string | null
  box: Box
  /** Ids of the elements that it is made of, labels that were placed beside or in it aside. */
  members: string[]
}

/**
 * How an end is known. bound: the editor holds it there; near: nothing holds it, and this part is the nearest one that is near enough; loose: no part
 * is near.
 */
export type Hold = 'bound' | 'near' | 'loose'

/** An arrow or a line between parts. An arrow whose only head is at its beginning goes the other way here. */
export interface BoardEdge {
  id: string
  /** Id of a part or a frame; null for a loose end. */
  from: string | null
  to: string | null
  fromHold: Hold
  toHold: Hold
  direction: 'forward' | 'both' | 'none'
  /** How many of one side belong to the other, where the ends are crow's feet. */
  fromMark: Cardinality | null
  toMark: Cardinality | null
  label: string | null
  labelId: string | null
}
export type Cardinality = 'one' | 'many' | 'one or many'

/** A text that is no part's label. */
export interface BoardNote {
  id: string
  text: string
  /** The part that it stands in or beside. */
  at: { place: 'inside' | 'beside'; node: string } | null
  frame: string | null
}

export interface BoardFrame {
  id: string
  /** f1, f2 … in reading order. */
  name: string
  label: string | null
}

/** A drawing as its parts, in reading order: from the top down, and from left to right in what is level. */
export interface Board {
  nodes: BoardNode[]
  edges: BoardEdge[]
  notes: BoardNote[]
  frames: BoardFrame[]
  /** How many things are there that nobody can read. */
  unread: { strokes: number; pictures: number; lines: number; others: number }
}
