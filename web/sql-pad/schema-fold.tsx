import { counted } from '../artifacts/fitted-lines.ts'
import { Fold } from '../shell/fold.tsx'
import styles from './schema-fold.module.css'
import type { SchemaTable } from './sql-messages.ts'

/** What stands in the database: its tables, their columns and indexes; null while that is not known. */
export function SchemaFold({ schema }: { schema: readonly SchemaTable[] | null }) {
  if (schema === null) return <Fold title="Tables">{null}</Fold>
  const hasView = schema.some(({ kind }) => kind === 'view')
  return (
    <Fold
      title={schema.length === 0 ? 'No tables yet' : `${counted(schema.length, 'table')}${hasView ? ' and views' : ''}`}
      aside={schema.map(({ name }) => name).join(', ')}
    >
      {schema.length === 0 ? (
        <p className={styles.empty}>The database is empty. What you create stands here.</p>
      ) : (
        <dl className={styles.tables}>
          {schema.map(({ name, kind, columns, indexes }) => (
            <div key={name} className={styles.table}>
              <dt>
                {name}
                {kind === 'view' && <span className={styles.aside}> view</span>}
              </dt>
              {columns.map((column) => (
                <dd key={column.name}>
                  {column.name}{' '}
                  <span className={styles.aside}>{[column.type, column.isKey && 'key'].filter(Boolean).join(', ')}</span>
                </dd>
              ))}
              {indexes.map((index) => (
                <dd key={index.name} className={styles.index}>
                  {index.name} <span className={styles.aside}>index on {index.columns.join(', ')}</span>
                </dd>
              ))}
            </div>
          ))}
        </dl>
      )}
    </Fold>
  )
}
