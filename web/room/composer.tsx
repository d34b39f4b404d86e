import { Button, Textarea } from '@mantine/core'
import { type KeyboardEvent, type RefObject, useEffect, useState } from 'react'
import type { Language } from '#src/domain/language.ts'
import type { Mode } from '#src/domain/track.ts'
import { maxTurnLength } from '#src/protocol/frames.ts'
import type { LiveInterview } from '../live/live-interview.ts'
import type { LiveView } from '../live/live-view.ts'
import { readEnterKey } from '../preferences.ts'
import { AnswerParts } from './answer-parts.tsx'
import styles from './composer.module.css'
import { connectionWords } from './connection-words.ts'

interface ComposerProps {
  live: LiveInterview
  view: LiveView
  field: RefObject<HTMLTextAreaElement | null>
  mode: Mode
  language: Language
  onSent(): void
  onEnd(): void
  onKeys(): void
}

/** Where the candidate's words are written, and what can be done besides writing. */
export function Composer({ live, view, field, mode, language, onSent, onEnd, onKeys }: ComposerProps) {
  const [enter] = useState(readEnterKey)
  const { standing } = view.room
  const isPaused = standing?.state === 'paused'
  const isSpeaking = standing?.state === 'interviewer-speaking'
  const over = view.draft.length - maxTurnLength
  const isOnItsWay = view.unsent !== null || view.isPreparing
  const hasParts = view.attachments.some(({ isAttached }) => isAttached)
  const canSend = (view.draft.trim() !== '' || hasParts) && !isOnItsWay && over <= 0

  // Where a keyboard comes up over the page, the transcript is worth more than the focus.
  useEffect(() => {
    if (window.matchMedia('(pointer: fine)').matches) field.current?.focus()
  }, [field])

  const send = () => {
    if (!canSend) return
    if (isPaused) live.command('resume')
    live.say()
    onSent()
    field.current?.focus()
  }
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing || event.altKey) return
    const sends = enter === 'sends' ? !event.shiftKey : event.ctrlKey || event.metaKey
    if (!sends) return
    event.preventDefault()
    send()
  }

  return (
    <div className={styles.composer}>
      <Textarea
        ref={field}
        aria-label="Your answer"
        lang={language}
        dir="auto"
        aria-describedby="composer-state"
        placeholder={isSpeaking ? 'Write your answer; sending it interrupts the interviewer' : 'Write your answer'}
        autosize
        minRows={2}
        maxRows={12}
        value={view.draft}
        readOnly={isOnItsWay}
        data-mirrored={view.isMirrored || undefined}
        classNames={{ input: styles.input ?? '', error: styles.error ?? '' }}
        error={over > 0 ? `${over.toLocaleString('en')} characters too long for one turn. Send it in two parts.` : undefined}
        onChange={(event) => live.type(event.currentTarget.value)}
        onKeyDown={onKeyDown}
      />
      <AnswerParts live={live} attachments={view.attachments} isFixed={isOnItsWay} />
      <div className={styles.actions}>
        <div className={styles.asides} data-speaking={isSpeaking || undefined}>
          <HintButton live={live} view={view} />
          {mode === 'practice' && <CoachButton live={live} view={view} />}
          {isSpeaking && (
            <Button
              variant="subtle"
              color="gray"
              size="compact-sm"
              aria-label="Stop the interviewer"
              onClick={() => live.command('interrupt')}
            >
              Stop<span className={styles.whom}>&nbsp;the interviewer</span>
            </Button>
          )}
          <Button variant="subtle" color="gray" size="compact-sm" aria-keyshortcuts="Alt+E" onClick={onEnd}>
            End
          </Button>
          <Button
            variant="subtle"
            color="gray"
            size="compact-sm"
            className={styles.keys ?? ''}
            aria-keyshortcuts="Shift+/"
            onClick={onKeys}
          >
            Keys
          </Button>
        </div>
        <p id="composer-state" className={styles.state} data-status={view.status.kind}>
          {connectionWords(view)}
        </p>
        <Button onClick={send} disabled={!canSend} loading={isOnItsWay && view.status.kind === 'live'}>
          Send
        </Button>
      </div>
    </div>
  )
}

function HintButton({ live, view }: Pick<ComposerProps, 'live' | 'view'>) {
  const hint = view.room.standing?.hint
  return (
    <Button
      variant="subtle"
      color="gray"
      size="compact-sm"
      aria-keyshortcuts="Alt+H"
      disabled={hint?.available !== true || view.pending.has('hint')}
      onClick={() => live.command('hint')}
    >
      {hint?.rung == null ? 'Hint' : 'Next hint'}
    </Button>
  )
}

function CoachButton({ live, view }: Pick<ComposerProps, 'live' | 'view'>) {
  return (
    <Button
      variant="subtle"
      color="gray"
      size="compact-sm"
      aria-keyshortcuts="Alt+M"
      disabled={view.room.standing?.coach !== true || view.pending.has('coach')}
      onClick={() => live.command('coach')}
    >
      Coach me
    </Button>
  )
}
