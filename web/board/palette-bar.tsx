import { UnstyledButton } from '@mantine/core'
import { type KeyboardEvent, type MouseEvent, useRef, useState } from 'react'
import { type PalettePart, palette } from '#src/board/palette.ts'
import styles from './palette-bar.module.css'
import { PartIcon } from './part-icon.tsx'

/** The usual parts of a design: each button puts one on the board. One stop of the Tab key; arrow keys go along it. */
export function PaletteBar({ onPlace }: { onPlace(part: PalettePart, by: 'keyboard' | 'pointer'): void }) {
  const [current, setCurrent] = useState(0)
  const bar = useRef<HTMLDivElement>(null)
  const go = (to: number) => {
    const at = (to + palette.length) % palette.length
    setCurrent(at)
    bar.current?.querySelectorAll('button')[at]?.focus()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const steps: Record<string, number> = { ArrowRight: current + 1, ArrowLeft: current - 1, Home: 0, End: palette.length - 1 }
    const to = steps[event.key]
    if (to === undefined || event.altKey || event.ctrlKey || event.metaKey) return
    event.preventDefault()
    go(to)
  }
  return (
    <div ref={bar} className={styles.bar} role="toolbar" aria-label="Add a part" onKeyDown={onKeyDown}>
      {palette.map((part, at) => (
        <UnstyledButton
          key={part.kind}
          className={styles.part ?? ''}
          tabIndex={at === current ? 0 : -1}
          onFocus={() => setCurrent(at)}
          onClick={(event: MouseEvent) => onPlace(part, event.detail === 0 ? 'keyboard' : 'pointer')}
        >
          <PartIcon kind={part.kind} />
          {part.label}
        </UnstyledButton>
      ))}
    </div>
  )
}
