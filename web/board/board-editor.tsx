import type { ExcalidrawImperativeAPI } from '@excalidraw/excalidraw/types'
import { Button } from '@mantine/core'
import { type DragEvent, useCallback, useEffect, useId, useRef, useState } from 'react'
import type { PalettePart } from '#src/board/palette.ts'
import { localArea } from '../live/browser-storage.ts'
import styles from './board-editor.module.css'
import type { BoardPadProps } from './board-pad.tsx'
import { browserMaker, type Change, changeDrawing } from './change-drawing.ts'
import { Drawing } from './drawing.tsx'
import { growingView } from './growing-view.ts'
import { OutlineEditor } from './outline-editor.tsx'
import { PaletteBar } from './palette-bar.tsx'
import { patchDrawing } from './patch-drawing.ts'
import { placePart } from './place-part.ts'
import { renameSelected } from './rename-selected.ts'
import { statusWords } from './status-words.ts'
import { useAllInView } from './use-all-in-view.ts'
import { useBoard } from './use-board.ts'
import { useBoardSync } from './use-board-sync.ts'
import { useDrawingKeys } from './use-drawing-keys.ts'
import { useFocusLetGo } from './use-focus-let-go.ts'
import { useViewKept } from './use-view-kept.ts'

const outlineKey = 'hotseat.board.outline'

/** The drawing with what stands around it: the parts to be put on it, its outline, and whether it is saved. */
export default function BoardEditor(props: BoardPadProps) {
  const { isReadOnly } = props
  const [api, setApi] = useState<ExcalidrawImperativeAPI | null>(null)
  const [isOutlined, setOutlined] = useState(() => localArea.getItem(outlineKey) === 'open')
  const frame = useRef<HTMLDivElement>(null)
  const end = useRef<HTMLParagraphElement>(null)
  const outlineId = useId()
  const hintId = useId()
  const { status, onDrawn: onDrawnHere } = useBoardSync(api, props)
  const { board, onDrawn: onDrawnForOutline } = useBoard(api, isOutlined)
  const leave = useCallback(() => end.current?.focus(), [])
  useDrawingKeys(frame, { api, onLeave: leave })
  useFocusLetGo(frame)
  useAllInView(api, status)
  useViewKept(api, isOutlined ? 'outline' : 'alone')

  const onDrawn = useCallback(() => {
    onDrawnHere()
    onDrawnForOutline()
  }, [onDrawnHere, onDrawnForOutline])
  useEffect(() => onDrawnForOutline(), [onDrawnForOutline])
  useEffect(() => (frame.current === null ? undefined : patchDrawing(frame.current, hintId)), [hintId])

  const place = (part: PalettePart, by: 'keyboard' | 'pointer') => {
    if (api === null || frame.current === null) return
    const back = by === 'keyboard' ? document.activeElement : null
    void placePart(api, part).then(() => renameSelected(frame.current, back))
  }
  const onOutlined = useCallback(
    (change: Change['change']) => {
      if (api !== null) void changeDrawing(api, { change }).then(growingView(api))
    },
    [api],
  )
  const toggleOutline = () => {
    localArea.setItem(outlineKey, isOutlined ? 'closed' : 'open')
    setOutlined(!isOutlined)
  }
  return (
    <div className={styles.editor} data-outlined={isOutlined || undefined}>
      <div className={styles.tools}>
        {!isReadOnly && <PaletteBar onPlace={place} />}
        <Button
          variant="default"
          size="compact-sm"
          className={styles.toggle ?? ''}
          aria-expanded={isOutlined}
          aria-controls={outlineId}
          onClick={toggleOutline}
        >
          Outline
        </Button>
      </div>
      <div className={styles.drawing} ref={frame} onDropCapture={refuseFiles}>
        <Drawing isReadOnly={isReadOnly} onReady={setApi} onChange={onDrawn} />
        {status.kind === 'empty' && !isReadOnly && (
          <p className={styles.empty}>Nothing drawn yet. Press a part above, or draw with the tools.</p>
        )}
      </div>
      <p ref={end} tabIndex={-1} className={styles.status} data-kind={status.kind}>
        <span role="status">
          {statusWords(isReadOnly && (status.kind === 'saved' || status.kind === 'empty') ? { kind: 'closed' } : status)}
        </span>
        <span id={hintId} className={styles.hint}>
          Escape leaves the drawing. The outline has the same board as lists.
        </span>
      </p>
      <aside id={outlineId} className={styles.outline} aria-label="Outline of the board" hidden={!isOutlined}>
        {isOutlined && board !== null && api !== null && (
          <OutlineEditor board={board} maker={browserMaker} isReadOnly={isReadOnly} onChange={onOutlined} />
        )}
      </aside>
    </div>
  )
}

/** Excalidraw would take a file for a whole board, or a picture. */
function refuseFiles(event: DragEvent): void {
  if (event.dataTransfer.files.length === 0) return
  event.preventDefault()
  event.stopPropagation()
}
