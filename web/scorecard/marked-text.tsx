import { type Mark, markText } from './mark-text.ts'
import styles from './marked-text.module.css'

/** A text with its marks; each mark can be linked to by its id. */
export function MarkedText({ text, marks, active }: { text: string; marks: readonly Mark[]; active: string | null }) {
  return markText(text, marks).map((piece) => {
    const anchors = piece.begins.map((id) => <span key={id} id={id} tabIndex={-1} className={styles.place} />)
    if (piece.marks.length === 0) return piece.text
    const isActive = active !== null && piece.marks.includes(active)
    return (
      <mark key={piece.start} className={styles.mark} data-active={isActive || undefined}>
        {anchors}
        {piece.text}
      </mark>
    )
  })
}
