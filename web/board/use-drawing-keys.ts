import type { ExcalidrawImperativeAPI } from '@excalidraw/excalidraw/types'
import { type RefObject, useEffect } from 'react'
import { keyOwner } from './drawing-keys.ts'

const writable = 'textarea, input:not([type=radio], [type=checkbox]), [contenteditable]'

/** Keeps the room's keys working while the drawing has the focus, and lets Escape out of it: `onLeave` is called when nothing is left to be ended in the drawing. */
export function useDrawingKeys(
  frame: RefObject<HTMLElement | null>,
  { api, onLeave }: { api: ExcalidrawImperativeAPI | null; onLeave(): void },
): void {
  useEffect(() => {
    const element = frame.current
    if (element === null || api === null) return
    const before = (event: KeyboardEvent) => {
      if (!(event.target instanceof HTMLElement) || event.target === element) return
      const isWriting = event.target.matches(writable)
      if (event.key === 'Escape') {
        if (isWriting || !isIdle(api)) return
        event.stopPropagation()
        event.preventDefault()
        return onLeave()
      }
      const owner = keyOwner(event)
      if (owner === 'drawing' || (owner === 'page' && isWriting)) return
      event.stopPropagation()
      // The room hears it from the frame, past Excalidraw.
      if (owner === 'room' && !element.dispatchEvent(new KeyboardEvent('keydown', event))) event.preventDefault()
    }
    // Escape has done its work in the drawing: the room, which would leave for the transcript, does not hear it. Not sooner than at the
    // document, since React listens beneath it; by the path, since what was written in may be gone.
    const after = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || !event.composedPath().includes(element)) return
      event.stopPropagation()
      // What it closed may have taken the focus with it.
      setTimeout(() => {
        if (document.activeElement === document.body) element.querySelector<HTMLElement>('.excalidraw-container')?.focus()
      })
    }
    element.addEventListener('keydown', before, true)
    document.addEventListener('keydown', after)
    return () => {
      element.removeEventListener('keydown', before, true)
      document.removeEventListener('keydown', after)
    }
  }, [frame, api, onLeave])
}

/** Whether Escape has nothing left to end: nothing half drawn or open. A selection, which Excalidraw keeps, is none of that. */
function isIdle(api: ExcalidrawImperativeAPI): boolean {
  const state = api.getAppState()
  return (
    state.activeTool.type === 'selection' &&
    state.editingLinearElement === null &&
    state.multiElement === null &&
    state.newElement === null &&
    state.openMenu === null &&
    state.openPopup === null &&
    state.openDialog === null &&
    state.openSidebar === null &&
    state.contextMenu === null
  )
}
