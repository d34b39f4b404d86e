import { VisuallyHidden } from '@mantine/core'
import styles from './run-output.module.css'
import type { CaseResult, RunState } from './run-state.ts'
import { placeWords, resultWords, runWords } from './run-words.ts'

/** What a run printed, where it failed, and how the cases went. */
export function RunOutput({ run }: { run: RunState }) {
  return (
    <div className={styles.output}>
      <p role="status" className={styles.status}>
        {runWords(run)}
        {run.failures[0] !== undefined && <VisuallyHidden> {run.failures[0].message}</VisuallyHidden>}
      </p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keyboard */}
      <section className={styles.content} tabIndex={0} aria-label="What the run gave">
        {run.failures.map(({ message, places }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: they are only ever added to
          <p key={index} className={styles.failure}>
            <span className={styles.mono}>{message}</span>
            {places.length > 0 && <span className={styles.place}>{placeWords(places)}</span>}
          </p>
        ))}
        {run.cases.length > 0 && (
          <ol className={styles.cases}>
            {run.cases.map(({ name, result }) => (
              <li key={name} className={styles.case} data-result={result.kind}>
                <span className={styles.result}>{resultWords[result.kind]}</span>
                <span className={styles.name}>{name}</span>
                {result.kind === 'failed' && <FailedCase {...result} />}
              </li>
            ))}
          </ol>
        )}
        {run.lines.length > 0 && (
          <pre className={styles.lines}>
            {run.lines.map(({ level, text }, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: they are only ever added to
              <span key={index} data-level={level}>
                {text}
                {'\n'}
              </span>
            ))}
          </pre>
        )}
        {run.isCut && <p className={styles.cut}>It printed more than is kept; the rest is left out.</p>}
      </section>
    </div>
  )
}

function FailedCase({ calls, expected, actual, places }: Extract<CaseResult, { kind: 'failed' }>) {
  return (
    <dl className={styles.detail}>
      <dt>Call</dt>
      <dd>{calls.at(-1)}</dd>
      <dt>Expected</dt>
      <dd>{expected}</dd>
      <dt>Actual</dt>
      <dd>
        {actual}
        {places.length > 0 && <span className={styles.place}>{placeWords(places)}</span>}
      </dd>
      {calls.length > 1 && (
        <>
          <dt>After</dt>
          <dd className={styles.before}>{calls.slice(0, -1).join('\n')}</dd>
        </>
      )}
    </dl>
  )
}
