import { type RefObject, useCallback, useEffect, useRef, useState } from 'react'

const nearPx = 120

/** Keeps a scrolling element at its end while new content comes, unless the reader has scrolled away from it. */
export function useStickToEnd(element: RefObject<HTMLElement | null>, content: unknown): { isAway: boolean; toEnd: () => void } {
  const isAtEnd = useRef(true)
  const [isAway, setAway] = useState(false)
  useEffect(() => {
    const scroller = element.current
    if (scroller === null) return
    const note = () => {
      isAtEnd.current = scroller.scrollHeight - scroller.scrollTop - scroller.clientHeight < nearPx
      setAway(!isAtEnd.current)
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
  const toEnd = useCallback(() => element.current?.scrollTo({ top: element.current.scrollHeight }), [element])
  return { isAway, toEnd }
}
