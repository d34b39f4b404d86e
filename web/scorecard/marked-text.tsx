import { type Mark, markText, type Piece } from './mark-text.ts'
import styles from './marked-text.module.css'

/** Quoted words are shaded, one's own notes underlined; what is only pointed at shows once it is followed. A mark is a quote when unsaid. */
export type MarkKind = 'quote' | 'note' | 'place'
export interface ShownMark extends Mark {
  kind?: MarkKind
}

interface MarkedPiecesProps {
  pieces: readonly Piece[]
  marks: readonly ShownMark[]
  active: string | null
}

/** A text with its marks; each mark can be linked to by its id. */
export function MarkedText({ text, marks, active }: { text: string; marks: readonly ShownMark[]; active: string | null }) {
  return <MarkedPieces pieces={markText(text, marks)} marks={marks} active={active} />
}

/** Some pieces of a text that was cut at its marks. */
export function MarkedPieces({ pieces, marks, active }: MarkedPiecesProps) {
  const kinds = new Map(marks.map(({ id, kind = 'quote' }) => [id, kind]))
  return pieces.map((piece) => {
    const anchors = piece.begins.map((id) => <span key={id} id={id} tabIndex={-1} className={styles.place} />)
    if (piece.marks.length === 0) return piece.text
    const isActive = active !== null && piece.marks.includes(active)
    const has = (kind: MarkKind) => piece.marks.some((id) => kinds.get(id) === kind) || undefined
    return (
      <mark
        key={piece.start}
        className={styles.mark}
        data-quote={has('quote')}
        data-note={has('note')}
        data-active={isActive || undefined}
      >
        {anchors}
        {piece.text}
      </mark>
    )
  })
}
