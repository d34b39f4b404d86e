import { placeOf } from './error-offset.ts'
import { type PlanNode, planTree } from './plan-tree.ts'
import { countWords, doneWords } from './result-text.ts'
import styles from './result-view.module.css'
import type { Cell, SqlResult } from './sql-messages.ts'
import { statementLine } from './sql-words.ts'

interface ResultViewProps {
  result: SqlResult
  /** The pad as it was run, and where in it the part that was run begins. */
  text: string
  from: number
  /** Said above, where there are several results. */
  showsStatement: boolean
}

/** One result: rows as a table, a plan as a tree, or a line. */
export function ResultView({ result, text, from, showsStatement }: ResultViewProps) {
  const statement = 'sql' in result ? statementLine(result.sql) : ''
  return (
    <div className={styles.result}>
      {showsStatement && statement !== '' && <p className={styles.statement}>{statement}</p>}
      {result.kind === 'rows' && <RowsTable result={result} name={statement} />}
      {result.kind === 'plan' && <PlanList nodes={planTree(result.rows)} label={`Plan of ${statement}`} />}
      {result.kind === 'done' && <p className={styles.note}>{doneWords(result)}.</p>}
      {result.kind === 'error' && <SqlError result={result} text={text} from={from} />}
    </div>
  )
}

function SqlError({ result, text, from }: { result: Extract<SqlResult, { kind: 'error' }>; text: string; from: number }) {
  const place = result.offset === null ? null : placeOf(text, from + result.offset)
  return (
    <p className={styles.error}>
      {result.message}
      {place !== null && (
        <span className={styles.place}>
          line {place.line}, column {place.column}
        </span>
      )}
    </p>
  )
}

function RowsTable({ result, name }: { result: Extract<SqlResult, { kind: 'rows' }>; name: string }) {
  const { columns, rows, count } = result
  const isNumeric = columns.map((_, column) => rows.some((row) => row[column]?.kind === 'number'))
  return (
    <>
      <table className={styles.table}>
        <caption className={styles.caption}>{`Rows of ${name}`}</caption>
        <thead>
          <tr>
            {columns.map((column, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: columns may share a name, and keep their places
              <th key={index} scope="col" data-numeric={isNumeric[index] || undefined}>
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows have no name of their own, and keep their places
            <tr key={index}>
              {row.map((cell, column) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: see above
                <CellView key={column} cell={cell} isNumeric={isNumeric[column] ?? false} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {rows.length < count && <p className={styles.note}>{`The first ${rows.length} of ${countWords(result)}.`}</p>}
      {count === 0 && <p className={styles.note}>No rows.</p>}
    </>
  )
}

const widestCell = 120

function CellView({ cell: { kind, text }, isNumeric }: { cell: Cell; isNumeric: boolean }) {
  const isCut = text.length > widestCell
  return (
    <td data-kind={kind} data-numeric={isNumeric || undefined} title={isCut ? text : undefined}>
      {isCut ? `${text.slice(0, widestCell - 1)}…` : text}
    </td>
  )
}

function PlanList({ nodes, label }: { nodes: readonly PlanNode[]; label?: string }) {
  return (
    <ul className={styles.plan} aria-label={label}>
      {nodes.map(({ id, detail, children }) => {
        const [, operation = '', rest = ''] = /^([A-Z-]+(?: [A-Z-]+\b)*)([\s\S]*)$/.exec(detail) ?? [detail, '', detail]
        return (
          <li key={id}>
            <b>{operation}</b>
            {rest}
            {children.length > 0 && <PlanList nodes={children} />}
          </li>
        )
      })}
    </ul>
  )
}
