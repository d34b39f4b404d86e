import { Button } from '@mantine/core'
import styles from './comment-list.module.css'
import type { ShownComment } from './commented-transcript.tsx'

interface CommentListProps {
  comments: readonly ShownComment[]
  /** The turn's text as it stands now. */
  text: string
  onRemove: ((id: string) => void) | null
}

/** The comments on one turn, each with the words that it is on. */
export function CommentList({ comments, text, onRemove }: CommentListProps) {
  if (comments.length === 0) return null
  return (
    <ul className={styles.comments} aria-label="Comments">
      {comments.map(({ id, author, comment }) => (
        <li key={id}>
          {author !== null && <span className={styles.author}>{author}</span>}
          {comment.words !== null && <Quote id={id} words={comment.words} text={text} />}
          <p className={styles.text}>{comment.text}</p>
          {onRemove !== null && (
            <Button variant="subtle" size="compact-sm" className={styles.remove ?? ''} onClick={() => onRemove(id)}>
              Remove
            </Button>
          )}
        </li>
      ))}
    </ul>
  )
}

function Quote({ id, words, text }: { id: string; words: { start: number; end: number; quote?: string }; text: string }) {
  const now = text.slice(words.start, words.end)
  const quote = words.quote ?? now
  return (
    <p className={styles.quote}>
      <a href={`#${id}`}>“{quote.trim()}”</a>
      {quote !== now && <span className={styles.aside}> as it stood before the transcript was corrected</span>}
    </p>
  )
}
