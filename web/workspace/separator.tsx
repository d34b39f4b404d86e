import { type KeyboardEvent, type PointerEvent, useRef } from 'react'
import { defaultShare, shareLimits } from './kept-workspace.ts'
import styles from './separator.module.css'

interface SeparatorProps {
  /** Percent of the width of what is split that is before it. */
  share: number
  onMove(share: number): void
}

const step = 2

/** The edge between conversation and workspace: dragged, moved by arrows, Home and End, and put back by a double click. */
export function Separator({ share, onMove }: SeparatorProps) {
  const isDragging = useRef(false)
  const move = (to: number) => onMove(Math.round(Math.min(shareLimits.most, Math.max(shareLimits.least, to))))
  const onKeyDown = (event: KeyboardEvent) => {
    const to = {
      ArrowLeft: share - step,
      ArrowRight: share + step,
      Home: shareLimits.least,
      End: shareLimits.most,
      Enter: defaultShare,
    }[event.key]
    if (to === undefined) return
    event.preventDefault()
    move(to)
  }
  const onPointerMove = (event: PointerEvent<HTMLElement>) => {
    const frame = event.currentTarget.closest('[data-split]')?.getBoundingClientRect()
    if (isDragging.current && frame !== undefined) move(((event.clientX - frame.left) / frame.width) * 100)
  }
  return (
    // biome-ignore lint/a11y/useSemanticElements: an hr takes no keys
    <div
      role="separator"
      aria-orientation="vertical"
      aria-label="Edge between conversation and workspace"
      aria-valuemin={shareLimits.least}
      aria-valuemax={shareLimits.most}
      aria-valuenow={share}
      aria-valuetext={`conversation ${share} percent`}
      tabIndex={0}
      className={styles.separator}
      title="Drag, or arrow keys; a double click puts it back"
      onKeyDown={onKeyDown}
      onDoubleClick={() => move(defaultShare)}
      onPointerDown={(event) => {
        isDragging.current = true
        event.currentTarget.setPointerCapture(event.pointerId)
      }}
      onPointerMove={onPointerMove}
      onPointerUp={() => {
        isDragging.current = false
      }}
      onPointerCancel={() => {
        isDragging.current = false
      }}
    />
  )
}
