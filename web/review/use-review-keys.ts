import { useEffect } from 'react'

export type ReviewKey = 'next' | 'previous' | 'note' | 'keys'

const keys: Record<string, ReviewKey> = {
  j: 'next',
  ArrowRight: 'next',
  k: 'previous',
  ArrowLeft: 'previous',
  n: 'note',
  '?': 'keys',
}

/** Calls back with a key of the review. Never while something is written or chosen, and never while a dialog is open. */
export function useReviewKeys(onKey: (key: ReviewKey) => void): void {
  useEffect(() => {
    const listener = (event: KeyboardEvent) => {
      const { target } = event
      if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || !(target instanceof HTMLElement)) return
      if (target.closest('[role="dialog"], [role="tablist"], textarea, input, select, [contenteditable]') !== null) return
      const key = keys[event.key]
      if (key === undefined) return
      event.preventDefault()
      onKey(key)
    }
    window.addEventListener('keydown', listener)
    return () => window.removeEventListener('keydown', listener)
  }, [onKey])
}
