import type { EditorView } from '@codemirror/view'
import { Button, VisuallyHidden } from '@mantine/core'
import { useRef } from 'react'
import type { ShownExercise } from '#src/protocol/exercise.ts'
import { CodeEditor } from '../editor/code-editor.tsx'
import styles from '../editor/pad.module.css'
import { PadFooter } from '../editor/pad-footer.tsx'
import type { PadProps } from '../editor/pad-props.ts'
import type { KeptStatements } from './kept-statements.ts'
import { resultText } from './result-text.ts'
import { ResultView } from './result-view.tsx'
import { SchemaFold } from './schema-fold.tsx'
import ownStyles from './sql-pad.module.css'
import { useDatabase } from './use-database.ts'

interface SqlPadProps extends PadProps {
  /** Null until it is known. */
  exercise: Pick<ShownExercise, 'database' | 'databaseFrom'> | null
  /** The last result in aligned lines, of at most `maxResultText` characters. */
  onResult(text: string): void
  kept: KeptStatements
}

/** Where SQL is written and run against the question's own rows, in an SQLite in this browser. */
export default function SqlPad({ pad, onChange, isReadOnly, exercise, isMirrored, onResult, kept }: SqlPadProps) {
  const editor = useRef<EditorView | null>(null)
  const sql = exercise === null ? null : (exercise.database?.sql ?? '')
  const { view, ask, reset } = useDatabase({
    sql,
    kept,
    onResults: (results) => {
      const told = results.at(-1)
      if (told !== undefined) onResult(resultText(told))
    },
  })
  const last = view.ran?.results.at(-1)
  const isBlank = pad.text.trim() === ''
  const askFor = (type: 'run' | 'plan') => {
    if (editor.current === null || isBlank || view.state === 'running') return
    const { doc, selection } = editor.current.state
    const { from, to, empty } = selection.main
    const text = doc.toString()
    void ask({ type, text, ...(empty ? { from: 0, to: text.length } : { from, to }) })
  }

  return (
    <section className={styles.pad} aria-label="SQL pad">
      <div className={styles.bar}>
        <Button
          variant="default"
          size="compact-sm"
          aria-keyshortcuts="Control+Enter Meta+Enter"
          disabled={isBlank}
          onClick={() => askFor('run')}
        >
          Run
        </Button>
        <Button variant="default" size="compact-sm" disabled={isBlank} onClick={() => askFor('plan')}>
          Plan
        </Button>
        <Button variant="subtle" color="gray" size="compact-sm" onClick={reset}>
          Reset
        </Button>
        <span className={styles.aside}>
          {typeof exercise?.databaseFrom === 'string'
            ? `The question’s tables come with “${exercise.databaseFrom}”; until then the database is your own.`
            : 'SQLite. A selection is run alone.'}
        </span>
      </div>
      <div className={ownStyles.schema}>
        <SchemaFold schema={view.state === 'opening' ? null : view.schema} />
      </div>
      <CodeEditor
        view={editor}
        label="SQL"
        describedBy="sql-pad-keys"
        text={pad.text}
        language="sql"
        isReadOnly={isReadOnly}
        isMirrored={isMirrored}
        placeholder="Write your SQL"
        onChange={(text) => onChange({ ...pad, text })}
        onRun={() => askFor('run')}
      />
      <PadFooter id="sql-pad-keys" length={pad.text.length} isReadOnly={isReadOnly} isMirrored={isMirrored} isRun />
      <div className={ownStyles.results}>
        <p role="status" className={ownStyles.status}>
          {view.words}
          {last?.kind === 'error' && view.state === 'ready' && <VisuallyHidden> {last.message}</VisuallyHidden>}
        </p>
        {view.ran !== null && (
          // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keyboard
          <section className={ownStyles.content} tabIndex={0} aria-label="What SQLite gave">
            {view.ran.results.map((result, index) => (
              <ResultView
                // biome-ignore lint/suspicious/noArrayIndexKey: results keep their places, and a run replaces all of them
                key={index}
                result={result}
                text={view.ran?.text ?? ''}
                from={view.ran?.from ?? 0}
                showsStatement={(view.ran?.results.length ?? 0) > 1}
              />
            ))}
          </section>
        )}
      </div>
    </section>
  )
}
