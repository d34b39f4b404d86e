import type { ExcalidrawImperativeAPI } from '@excalidraw/excalidraw/types'
import { useEffect, useRef } from 'react'
import { isAllInView, showAll } from './all-in-view.ts'

/** Where all that is drawn was in view, it is again when something else has taken room from the drawing, or given it back. `layout`: what stands beside it. */
export function useViewKept(api: ExcalidrawImperativeAPI | null, layout: string): void {
  const before = useRef(layout)
  const wasAllInView = useRef(false)
  // While it is laid out, Excalidraw still knows its size from before.
  if (before.current !== layout && api !== null) wasAllInView.current = isAllInView(api)
  useEffect(() => {
    if (api === null || before.current === layout) return
    before.current = layout
    if (!wasAllInView.current) return
    // Excalidraw measures itself in the next frame.
    let frame = requestAnimationFrame(() => {
      frame = requestAnimationFrame(() => showAll(api))
    })
    return () => cancelAnimationFrame(frame)
  }, [api, layout])
}
