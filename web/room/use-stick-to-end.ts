import { type RefObject, useEffect, useRef } from 'react'

const nearPx = 120

/** Keeps a scrolling element at its end while new content comes, unless the reader has scrolled away from it. */
export function useStickToEnd(element: RefObject<HTMLElement | null>, content: unknown): void {
  const isAtEnd = useRef(true)
  useEffect(() => {
    const scroller = element.current
    if (scroller === null) return
    const note = () => {
      isAtEnd.current = scroller.scrollHeight - scroller.scrollTop - scroller.clientHeight < nearPx
    }
    const follow = new ResizeObserver(() => {
      if (isAtEnd.current) scroller.scrollTop = scroller.scrollHeight
    })
    scroller.addEventListener('scroll', note, { passive: true })
    follow.observe(scroller)
    return () => {
      scroller.removeEventListener('scroll', note)
      follow.disconnect()
    }
  }, [element])
  // biome-ignore lint/correctness/useExhaustiveDependencies: new content is what moves the end
  useEffect(() => {
    const scroller = element.current
    if (scroller !== null && isAtEnd.current) scroller.scrollTop = scroller.scrollHeight
  }, [element, content])
}
