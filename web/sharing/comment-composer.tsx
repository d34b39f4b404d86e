import { Button, Group, Textarea, TextInput } from '@mantine/core'
import type { KeyboardEvent } from 'react'
import { type CommentRequest, longestComment } from '#src/domain/peer-review.ts'
import styles from './comment-composer.module.css'
import type { OpenComment } from './review-draft.ts'
import { findWords } from './words-in-turn.ts'

interface CommentComposerProps {
  /** The turn's. */
  text: string
  comment: OpenComment
  onChange(comment: OpenComment): void
  onCancel(): void
  onKeep(comment: Omit<CommentRequest, 'turn'>): void
}

/** Writes one comment, on a whole turn or on some words of it. */
export function CommentComposer({ text, comment, onChange, onCancel, onKeep }: CommentComposerProps) {
  const { quote, words } = comment
  const place = words !== null && text.slice(words.start, words.end) === quote ? words : findWords(text, quote)
  const isAstray = quote.trim() !== '' && place === null
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') onCancel()
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape closes it from whichever field has the focus
    <div className={styles.composer} onKeyDown={onKeyDown}>
      <Textarea
        label="Your comment"
        autoFocus
        autosize
        minRows={2}
        maxRows={10}
        maxLength={longestComment}
        value={comment.text}
        onChange={(event) => onChange({ ...comment, text: event.currentTarget.value })}
      />
      <TextInput
        mt="sm"
        label="On these words"
        description="Left empty it is on the whole turn. Select words in the turn before you press Comment, or type some of them here."
        error={isAstray ? 'These words do not stand in this turn.' : undefined}
        value={quote}
        onChange={(event) => onChange({ ...comment, quote: event.currentTarget.value })}
      />
      <Group mt="sm" gap="sm">
        <Button
          size="compact-md"
          disabled={comment.text.trim() === '' || isAstray}
          onClick={() => onKeep({ words: quote.trim() === '' ? null : place, text: comment.text.trim() })}
        >
          Keep comment
        </Button>
        <Button size="compact-md" variant="default" onClick={onCancel}>
          Cancel
        </Button>
      </Group>
    </div>
  )
}
