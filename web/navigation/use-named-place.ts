import { useEffect } from 'react'

/** Scrolls to the place that the address names, once the page is there: it was not yet when the browser looked for it. */
export function useNamedPlace(): void {
  useEffect(() => {
    // Newer browsers answer with a promise, which React would take for a clean-up.
    void document.getElementById(window.location.hash.slice(1))?.scrollIntoView()
  }, [])
}
