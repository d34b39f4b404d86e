import { VisuallyHidden } from '@mantine/core'
import lines from '../artifacts/code-lines.module.css'
import { type LineRun, lineDifference } from './line-difference.ts'
import styles from './line-difference-view.module.css'

/** Two texts line by line; which of them a line stands in is said in words and by a sign, not by colour alone. */
export default function LineDifferenceView({ first, second }: { first: string; second: string }) {
  const runs = lineDifference(first, second)
  const count = (kind: 'first' | 'second') => runs.reduce((sum, run) => (run.kind === kind ? sum + run.lines.length : sum), 0)
  const [onlyFirst, onlySecond] = [count('first'), count('second')]
  if (onlyFirst + onlySecond === 0) return <p className={styles.summary}>Both are the same, line for line.</p>
  return (
    <>
      <p className={styles.summary}>
        {linesOf(onlyFirst)} only in the first (−), {linesOf(onlySecond)} only in the second (+).
      </p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls has to be reached by keyboard */}
      <pre className={`${lines.code} ${styles.code}`} tabIndex={0} lang="en" dir="ltr">
        <code>
          {runs.map((run, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the runs of two texts never move
            <Run key={at} run={run} />
          ))}
        </code>
      </pre>
    </>
  )
}

const runWords = { both: 'In both', first: 'Only in the first', second: 'Only in the second' }
const signs = { both: ' ', first: '−', second: '+' }

function Run({ run }: { run: LineRun }) {
  if (run.kind === 'skipped') return <span className={styles.skipped}>{linesOf(run.count)} that both have</span>
  const { kind } = run
  return (
    <>
      <VisuallyHidden>
        {runWords[kind]}, {linesOf(run.lines.length)}:
      </VisuallyHidden>
      {run.lines.map((line, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the lines of a text never move
        <span key={at} className={styles.line} data-kind={kind}>
          <span className={styles.sign} aria-hidden="true">
            {signs[kind]}
          </span>
          {line}
          {'\n'}
        </span>
      ))}
    </>
  )
}

const linesOf = (count: number): string => (count === 1 ? '1 line' : `${count.toLocaleString('en')} lines`)
