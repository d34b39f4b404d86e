import { type RefObject, useEffect } from 'react'

/**
 * Lets the focus go where it went from a label that was being written: Excalidraw takes it back for its canvas when a label is done,
 * and what somebody typed into an answer next would be keys of the drawing.
 */
export function useFocusLetGo(frame: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const element = frame.current
    if (element === null) return
    let next: HTMLElement | null = null
    const give = () => {
      if (document.activeElement?.matches('.excalidraw-container') === true) next?.focus()
      next = null
    }
    const onBlur = ({ target, relatedTarget }: FocusEvent) => {
      if (!(target instanceof HTMLTextAreaElement) || !(relatedTarget instanceof HTMLElement)) return
      if (element.contains(relatedTarget)) return
      next = relatedTarget
      setTimeout(give)
    }
    element.addEventListener('blur', onBlur, true)
    element.addEventListener('focus', give, true)
    return () => {
      element.removeEventListener('blur', onBlur, true)
      element.removeEventListener('focus', give, true)
    }
  }, [frame])
}
