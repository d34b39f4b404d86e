import { type RefObject, useEffect } from 'react'

/**
 * Lets the focus go where it went from a label that was being written: Excalidraw takes it back for its canvas when a label is done,
 * and what somebody typed into an answer next would be keys of the drawing.
 */
export function useFocusLetGo(frame: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const element = frame.current
    if (element === null) return
    const onBlur = ({ target, relatedTarget: next }: FocusEvent) => {
      if (!(target instanceof HTMLTextAreaElement) || !(next instanceof HTMLElement) || element.contains(next)) return
      setTimeout(() => {
        if (document.activeElement?.matches('.excalidraw-container') === true) next.focus()
      })
    }
    element.addEventListener('blur', onBlur, true)
    return () => element.removeEventListener('blur', onBlur, true)
  }, [frame])
}
