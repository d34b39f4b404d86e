import type { ExcalidrawImperativeAPI } from '@excalidraw/excalidraw/types'
import { useCallback, useEffect, useRef, useState } from 'react'
import type { Board } from '#src/board/board.ts'
import { readBoard } from '#src/board/read-board.ts'
import { elementsOf } from './change-drawing.ts'
import { sceneVersion } from './scene-version.ts'

const restMs = 200

/** What is drawn as parts, arrows and notes, read anew when the hand has rested; null until something was read. */
export function useBoard(api: ExcalidrawImperativeAPI | null, isWanted: boolean): { board: Board | null; onDrawn(): void } {
  const [board, setBoard] = useState<Board | null>(null)
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null)
  const read = useRef('')
  const onDrawn = useCallback(() => {
    if (api === null || !isWanted) return
    if (timer.current !== null) clearTimeout(timer.current)
    timer.current = setTimeout(() => {
      const version = sceneVersion(api.getSceneElementsIncludingDeleted())
      if (version === read.current) return
      read.current = version
      setBoard(readBoard({ elements: elementsOf(api) }))
    }, restMs)
  }, [api, isWanted])
  useEffect(() => () => clearTimeout(timer.current ?? undefined), [])
  return { board, onDrawn }
}
