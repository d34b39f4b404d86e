import { type Box, middleOf } from './geometry.ts'

/** One grid of cells that are at least as large as what lies in them, each thing in the cell of its middle. */
interface Grid<T> {
  size: number
  cells: Map<string, T[]>
}

/**
 * Boxes by where they are: looks up those that come within a margin of another box. There is a grid for every size, so that looking up stays about
 * linear in what is found, however different the sizes are.
 */
export function indexBoxes<T extends { box: Box }>(items: readonly T[], margin: number): (box: Box) => T[] {
  const grids = new Map<number, Grid<T>>()
  for (const item of items) {
    const { left, top, right, bottom } = item.box
    const size = 2 ** Math.max(5, Math.ceil(Math.log2(Math.max(right - left, bottom - top, 1))))
    const grid = grids.get(size) ?? { size, cells: new Map<string, T[]>() }
    grids.set(size, grid)
    const { x, y } = middleOf(item.box)
    const cell = `${Math.floor(x / size)},${Math.floor(y / size)}`
    const held = grid.cells.get(cell)
    if (held === undefined) grid.cells.set(cell, [item])
    else held.push(item)
  }
  return ({ left, top, right, bottom }) => {
    const around = { left: left - margin, top: top - margin, right: right + margin, bottom: bottom + margin }
    const found: T[] = []
    for (const grid of grids.values())
      for (const cell of cellsIn(grid, around)) for (const item of cell) if (touches(item.box, around)) found.push(item)
    return found
  }
}

/** The cells in which the middle of something can be that reaches into a box. */
function cellsIn<T>({ size, cells }: Grid<T>, { left, top, right, bottom }: Box): Iterable<T[]> {
  const [first, last] = [Math.floor((left - size / 2) / size), Math.floor((right + size / 2) / size)]
  const [upper, lower] = [Math.floor((top - size / 2) / size), Math.floor((bottom + size / 2) / size)]
  if ((last - first + 1) * (lower - upper + 1) > cells.size) return cells.values()
  const found: T[][] = []
  for (let column = first; column <= last; column++)
    for (let row = upper; row <= lower; row++) {
      const cell = cells.get(`${column},${row}`)
      if (cell !== undefined) found.push(cell)
    }
  return found
}

const touches = (a: Box, b: Box): boolean => a.left <= b.right && a.right >= b.left && a.top <= b.bottom && a.bottom >= b.top
