import type { ReactNode } from 'react'
import styles from './bar-table.module.css'

export interface BarRow {
  key: string
  label: ReactNode
  /** Length of the bar, percent of the chart; null draws none. */
  bar: number | null
  /** The field behind it, percent of the chart. */
  field?: { from: number; to: number }
  /** What the bar stands for, in figures. */
  value: string
  /** What the field stands for. */
  beside?: string
}

interface BarTableProps {
  caption: string
  /** Titles of the columns: label, value, what it stands beside. */
  head: readonly [string, string, string?]
  rows: readonly BarRow[]
}

/** Figures in a table with a bar drawn in each row: whoever does not see the bars has all of it in the cells. */
export function BarTable({ caption, head: [label, value, beside], rows }: BarTableProps) {
  return (
    <table className={styles.table}>
      <caption className={styles.caption}>{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{label}</th>
          <td className={styles.chart} aria-hidden="true" />
          <th scope="col" className={styles.figure}>
            {value}
          </th>
          {beside !== undefined && (
            <th scope="col" className={styles.figure}>
              {beside}
            </th>
          )}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.key}>
            <th scope="row">{row.label}</th>
            <td className={styles.chart} aria-hidden="true">
              <Bar bar={row.bar} field={row.field} />
            </td>
            <td className={styles.figure}>{row.value}</td>
            {beside !== undefined && <td className={styles.beside}>{row.beside}</td>}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** A bar before a lighter field: told apart by height, not by colour. */
function Bar({ bar, field }: { bar: BarRow['bar']; field: BarRow['field'] }) {
  return (
    <svg className={styles.bar} aria-hidden="true">
      {field !== undefined && <rect x={`${field.from}%`} width={`${field.to - field.from}%`} y={2} height={15} data-field />}
      <line x1="0" x2="100%" y1={17} y2={17} />
      {bar !== null && bar > 0 && <rect x={0} width={`${Math.min(100, bar)}%`} y={6} height={7} rx={1} data-bar />}
    </svg>
  )
}
