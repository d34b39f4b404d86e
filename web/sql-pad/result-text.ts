import { counted, fittedLines, maxResultText } from '../artifacts/fitted-lines.ts'
import { type PlanNode, planTree } from './plan-tree.ts'
import type { Cell, SqlResult } from './sql-messages.ts'

const widestCell = 60

/** A result in aligned lines, for reading without a table. What does not fit is left out from the end, and said. */
export function resultText(result: SqlResult): string {
  switch (result.kind) {
    case 'rows':
      return rowsText(result)
    case 'plan':
      return fittedLines(['Query plan', ...planTree(result.rows).flatMap((node) => planLines(node, ''))], 'of the plan')
    case 'done':
      return doneWords(result)
    case 'error':
      return `Error: ${result.message}`.slice(0, maxResultText)
    default:
      return result satisfies never
  }
}

/** "2 statements done, 5 rows changed". */
export function doneWords({ statements, changedRows }: Extract<SqlResult, { kind: 'done' }>): string {
  const done = statements === 1 ? 'Done' : `${statements} statements done`
  return changedRows === 0 ? done : `${done}, ${counted(changedRows, 'row')} changed`
}

/** "1 row", "3,412 rows", "more than 100,000 rows". */
export function countWords({ count, isCounted }: Pick<Extract<SqlResult, { kind: 'rows' }>, 'count' | 'isCounted'>): string {
  return isCounted ? counted(count, 'row') : `more than ${counted(count, 'row')}`
}

function rowsText(result: Extract<SqlResult, { kind: 'rows' }>): string {
  const { columns, rows } = result
  const table = [columns.map((name): Cell => ({ kind: 'text', text: name })), ...rows].map((row) =>
    row.map((cell) => ({ ...cell, text: oneLine(cell.text) })),
  )
  const widths = columns.map((_, column) => Math.max(...table.map((row) => row[column]?.text.length ?? 0)))
  const isNumeric = columns.map(
    (_, column) =>
      rows.some((row) => row[column]?.kind === 'number') && rows.every((row) => /^(number|null)$/.test(row[column]?.kind ?? '')),
  )
  const shown = columnsThatFit(widths)
  const lines = table.map((row) =>
    row
      .slice(0, shown)
      .map(({ text }, column) => (isNumeric[column] ? text.padStart(widths[column] ?? 0) : text.padEnd(widths[column] ?? 0)))
      .join(' | ')
      .trimEnd(),
  )
  const rule = widths
    .slice(0, shown)
    .map((width) => '-'.repeat(width))
    .join('-+-')
  const columnsLeft = columns.length - shown
  const notes = columnsLeft > 0 ? [`(${counted(columnsLeft, 'more column')} to the right)`] : []
  const room = maxResultText - 120
  const kept: string[] = []
  let used = (lines[0]?.length ?? 0) + rule.length + 2
  for (const line of lines.slice(1)) {
    used += line.length + 1
    if (used > room) break
    kept.push(line)
  }
  const count = kept.length < result.count ? `(first ${kept.length} of ${countWords(result)})` : `(${countWords(result)})`
  return [lines[0] ?? '', rule, ...kept, count, ...notes].join('\n')
}

/** A fifth of the room is the widest that a line may be. */
function columnsThatFit(widths: readonly number[]): number {
  let used = 0
  const first = widths.findIndex((width) => {
    used += width + 3
    return used > maxResultText / 5
  })
  return first === -1 ? widths.length : Math.max(first, 1)
}

function oneLine(text: string): string {
  const line = text.replaceAll(/\s+/g, ' ')
  return line.length > widestCell ? `${line.slice(0, widestCell - 1)}…` : line
}

const planLines = ({ detail, children }: PlanNode, indent: string): string[] => [
  `${indent}- ${detail}`,
  ...children.flatMap((child) => planLines(child, `${indent}  `)),
]
