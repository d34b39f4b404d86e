import { markText } from '../scorecard/mark-text.ts'
import { MarkedPieces, type ShownMark } from '../scorecard/marked-text.tsx'
import styles from './code-lines.module.css'
import { linePieces } from './line-pieces.ts'

interface CodeLinesProps {
  turn: number
  artifact: string
  text: string
  /** Whether its lines have numbers: not those of a result. */
  lines: 'numbered' | 'plain'
  marks: readonly ShownMark[]
  active: string | null
}

/** Code as it stood, line by line; a line that something quotes carries a bar. */
export function CodeLines({ turn, artifact, text, lines, marks, active }: CodeLinesProps) {
  const quoting = new Set(marks.flatMap(({ id, kind = 'quote' }) => (kind === 'quote' ? [id] : [])))
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls has to be reached by keyboard
    <pre className={styles.code} data-lines={lines} tabIndex={0}>
      <code data-words={turn} data-artifact={artifact}>
        {linePieces(markText(text, marks)).map((pieces) => (
          <span
            key={pieces[0]?.start}
            className={styles.line}
            data-quoted={pieces.some((piece) => piece.marks.some((id) => quoting.has(id))) || undefined}
          >
            <MarkedPieces pieces={pieces} marks={marks} active={active} />
          </span>
        ))}
      </code>
    </pre>
  )
}
