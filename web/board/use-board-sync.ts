import type { ExcalidrawImperativeAPI } from '@excalidraw/excalidraw/types'
import { useCallback, useEffect, useRef, useState } from 'react'
import { boardStore, sendBoardPicture } from '../api/board.ts'
import { tabArea } from '../live/browser-storage.ts'
import { browserSurroundings } from '../live/browser-surroundings.ts'
import type { BoardPadProps } from './board-pad.tsx'
import { BoardPictures } from './board-pictures.ts'
import { type BoardStatus, BoardSync } from './board-sync.ts'
import { mergeIntoDrawing } from './excalidraw-drawing.ts'
import { exportPicture } from './export-picture.ts'
import { isAhead } from './is-ahead.ts'
import { type KeptBoard, keptBoard } from './kept-board.ts'

/** Of a board that can no longer be drawn on nothing is brought back or kept. */
const nothingKept: KeptBoard = { read: () => null, keep: () => undefined, clear: () => undefined }

/** Keeps the drawing of `api` and the server's board the same for as long as the component is mounted. `onDrawn` is to be called by what may have changed the drawing. */
export function useBoardSync(
  api: ExcalidrawImperativeAPI | null,
  { interviewId, connection, board, isReadOnly, takesPictures, onDirty, register }: BoardPadProps,
): { status: BoardStatus; onDrawn(): void } {
  const [status, setStatus] = useState<BoardStatus>({ kind: 'loading' })
  const sync = useRef<BoardSync | null>(null)
  const pictures = useRef<BoardPictures | null>(null)
  const told = useRef({ onDirty, register, board })
  told.current = { onDirty, register, board }

  useEffect(() => {
    if (api === null) return
    const { clock, random, onReturn } = browserSurroundings
    const drawn = takesPictures ? boardPictures(interviewId) : null
    pictures.current = drawn
    const store = boardStore(interviewId, connection)
    const made = new BoardSync({
      store: {
        read: store.read,
        write: async (written) => {
          const outcome = await store.write(written)
          if (outcome.kind === 'stored') drawn?.stored(outcome.revision, written.scene)
          return outcome
        },
      },
      drawing: {
        elements: () => api.getSceneElementsIncludingDeleted(),
        merge: (elements) => mergeIntoDrawing(api, elements),
      },
      kept: isReadOnly ? nothingKept : keptBoard(interviewId, tabArea),
      timers: clock,
      random,
      onStatus: setStatus,
    })
    sync.current = made
    void made.start(told.current.board?.revision ?? null)
    told.current.register?.(() => made.flush())
    const stopListening = onReturn(() => made.retry())
    const keep = () => made.keep()
    window.addEventListener('pagehide', keep)
    return () => {
      window.removeEventListener('pagehide', keep)
      stopListening()
      drawn?.stop()
      made.close()
      sync.current = null
      pictures.current = null
    }
  }, [api, interviewId, connection, isReadOnly, takesPictures])

  const isDirty = isAhead(status, board?.revision ?? null)
  useEffect(() => told.current.onDirty?.(isDirty), [isDirty])

  useEffect(() => {
    if (board !== null) sync.current?.moved(board.revision)
  }, [board])

  const onDrawn = useCallback(() => {
    if (!isReadOnly && sync.current?.changed() === true) pictures.current?.changed()
  }, [isReadOnly])
  return { status, onDrawn }
}

const boardPictures = (interviewId: string) =>
  new BoardPictures({
    draw: exportPicture,
    send: (revision, picture) => sendBoardPicture(interviewId, revision, picture),
    clock: browserSurroundings.clock,
    onFailure: (error) => console.warn('The interviewer goes by the board in words: it got no picture.', error),
  })
