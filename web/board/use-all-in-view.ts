import type { ExcalidrawImperativeAPI } from '@excalidraw/excalidraw/types'
import { useEffect, useRef } from 'react'
import { showAll } from './all-in-view.ts'
import type { BoardStatus } from './board-sync.ts'

/** Shows the whole board once, when it has been loaded: it may have been drawn in a larger window. */
export function useAllInView(api: ExcalidrawImperativeAPI | null, status: BoardStatus): void {
  const isDone = useRef(false)
  const isLoaded = status.kind !== 'loading'
  useEffect(() => {
    if (api === null || !isLoaded || isDone.current) return
    isDone.current = true
    showAll(api)
  }, [api, isLoaded])
}
