import type { EditorView } from '@codemirror/view'
import { Button, NativeSelect } from '@mantine/core'
import { useRef } from 'react'
import type { Cases } from '#src/domain/exercise.ts'
import { padLanguageSchema } from '#src/domain/workspace.ts'
import type { ShownExercise } from '#src/protocol/exercise.ts'
import { CodeEditor } from '../editor/code-editor.tsx'
import styles from '../editor/pad.module.css'
import { PadFooter } from '../editor/pad-footer.tsx'
import type { PadProps } from '../editor/pad-props.ts'
import type { CaseRun } from '../live/kept-words.ts'
import { padLanguageWords } from '../words.ts'
import { caseLines } from './case-lines.ts'
import { RunOutput } from './run-output.tsx'
import { useRun } from './use-run.ts'
import { useSlow } from './use-slow.ts'

interface CodePadProps extends PadProps {
  /** Null until it is known. */
  exercise: Pick<ShownExercise, 'cases' | 'casesFrom'> | null
  /** What the question's cases came to, whenever they were run; null once that is forgotten. */
  onCaseRun(run: CaseRun | null): void
}

/** Where code is written beside the conversation. JavaScript and TypeScript run in this browser. */
export default function CodePad({ pad, onChange, isReadOnly, exercise, isMirrored, onCaseRun }: CodePadProps) {
  const view = useRef<EditorView | null>(null)
  const { run, start, stop, clear } = useRun((ended, code) => {
    if (ended.cases.length > 0) onCaseRun({ text: caseLines(ended), code })
  })
  const { text, language } = pad
  const isRun = language === 'typescript' || language === 'javascript'
  const isBlank = text.trim() === ''
  const isSlow = useSlow(run?.state === 'running')
  const { cases, casesFrom } = exercise ?? { cases: null, casesFrom: null }
  const runWith = (given: Cases | null) => {
    if (isRun && !isBlank) start(text, language, given)
  }

  return (
    <section className={styles.pad} aria-label="Code pad">
      <div className={styles.bar}>
        {isReadOnly ? (
          <span className={styles.aside}>{padLanguageWords[language]}</span>
        ) : (
          <NativeSelect
            aria-label="Language"
            size="xs"
            className={styles.language ?? ''}
            value={language}
            data={padLanguageSchema.options.map((value) => ({ value, label: padLanguageWords[value] }))}
            onChange={(event) => {
              onChange({ ...pad, language: padLanguageSchema.parse(event.currentTarget.value) })
              clear()
              onCaseRun(null)
            }}
          />
        )}
        {isRun ? (
          <>
            <Button
              variant="default"
              size="compact-sm"
              aria-keyshortcuts="Control+Enter Meta+Enter"
              className={styles.run ?? ''}
              disabled={isBlank}
              onClick={() => (isSlow ? stop() : runWith(null))}
            >
              {isSlow ? 'Stop' : 'Run'}
            </Button>
            {(cases !== null || casesFrom !== null) && (
              <Button
                variant="default"
                size="compact-sm"
                disabled={isBlank || cases === null}
                aria-describedby={cases === null ? 'code-pad-cases' : undefined}
                onClick={() => runWith(cases)}
              >
                Run the cases
              </Button>
            )}
          </>
        ) : (
          <span className={styles.aside}>{padLanguageWords[language]} is read by the interviewer; it is not run here.</span>
        )}
        {isRun && cases !== null && <span className={styles.aside}>The cases call {cases.entry}.</span>}
        {isRun && casesFrom !== null && (
          <span id="code-pad-cases" className={styles.aside}>
            The question’s cases can be run from “{casesFrom}” on.
          </span>
        )}
      </div>
      <CodeEditor
        view={view}
        label={`Code, ${padLanguageWords[language]}`}
        describedBy="code-pad-keys"
        text={text}
        language={language}
        isReadOnly={isReadOnly}
        isMirrored={isMirrored}
        placeholder="Write your code"
        onChange={(written) => onChange({ ...pad, text: written })}
        onRun={() => runWith(null)}
      />
      <PadFooter id="code-pad-keys" length={text.length} isReadOnly={isReadOnly} isMirrored={isMirrored} isRun={isRun} />
      {run !== null && <RunOutput run={run} />}
    </section>
  )
}
