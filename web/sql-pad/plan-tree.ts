import type { PlanRow } from './sql-messages.ts'

export interface PlanNode {
  id: number
  detail: string
  children: PlanNode[]
}

/** The lines of a plan as the tree that they are; a line whose parent is not among them stands at the top. */
export function planTree(rows: readonly PlanRow[]): PlanNode[] {
  const nodes = new Map(rows.map(({ id, detail }): [number, PlanNode] => [id, { id, detail, children: [] }]))
  const top: PlanNode[] = []
  for (const { id, parent } of rows) {
    const node = nodes.get(id)
    if (node !== undefined) (parent === id ? top : (nodes.get(parent)?.children ?? top)).push(node)
  }
  return top
}
