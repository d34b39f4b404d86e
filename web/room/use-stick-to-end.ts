import { type RefObject, useCallback, useEffect, useRef, useState } from 'react'

const nearPx = 120

/**
 * Keeps a scrolling element at its end while its content grows or its own size changes (a keyboard that comes up, a window turned on
 * its side), unless the reader has scrolled away from it.
 */
export function useStickToEnd(element: RefObject<HTMLElement | null>): { isAway: boolean; toEnd: () => void } {
  const isAtEnd = useRef(true)
  const [isAway, setAway] = useState(false)
  const toEnd = useCallback(() => {
    isAtEnd.current = true
    setAway(false)
    element.current?.scrollTo({ top: element.current.scrollHeight })
  }, [element])
  useEffect(() => {
    const scroller = element.current
    if (scroller === null) return
    let measured = ''
    const note = () => {
      const { scrollHeight, clientHeight, clientWidth, scrollTop } = scroller
      // A scroll that comes with another size is the layout's doing, not the reader's: the observer sees to it.
      const size = `${scrollHeight} ${clientHeight} ${clientWidth}`
      if (size !== measured && isAtEnd.current) return
      isAtEnd.current = scrollHeight - scrollTop - clientHeight < nearPx
      setAway(!isAtEnd.current)
    }
    const follow = new ResizeObserver(() => {
      measured = `${scroller.scrollHeight} ${scroller.clientHeight} ${scroller.clientWidth}`
      if (isAtEnd.current) scroller.scrollTop = scroller.scrollHeight
    })
    scroller.addEventListener('scroll', note, { passive: true })
    follow.observe(scroller)
    for (const content of scroller.children) follow.observe(content)
    return () => {
      scroller.removeEventListener('scroll', note)
      follow.disconnect()
    }
  }, [element])
  return { isAway, toEnd }
}
