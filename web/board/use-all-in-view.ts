import type { ExcalidrawImperativeAPI } from '@excalidraw/excalidraw/types'
import { useEffect, useRef } from 'react'
import type { BoardStatus } from './board-sync.ts'

/** Shows the whole board once, when it has been loaded: it may have been drawn in a larger window. */
export function useAllInView(api: ExcalidrawImperativeAPI | null, status: BoardStatus): void {
  const isDone = useRef(false)
  const isLoaded = status.kind !== 'loading'
  useEffect(() => {
    if (api === null || !isLoaded || isDone.current) return
    isDone.current = true
    const elements = api.getSceneElements()
    if (elements.length > 0) api.scrollToContent(elements, { fitToContent: true, animate: false, canvasOffsets: roomForBars })
  }, [api, isLoaded])
}

/** Excalidraw's own bars lie over the drawing. */
export const roomForBars = { top: 72, bottom: 72, left: 16, right: 48 }
