import { useSyncExternalStore } from 'react'
import { parseRoute, type Route, routePath } from './route.ts'

const moved = 'hotseat:moved'

function subscribe(listener: () => void): () => void {
  window.addEventListener('popstate', listener)
  window.addEventListener(moved, listener)
  return () => {
    window.removeEventListener('popstate', listener)
    window.removeEventListener(moved, listener)
  }
}

export function useRoute(): Route {
  return parseRoute(useSyncExternalStore(subscribe, () => window.location.pathname))
}

/** Goes to a page. `replace` leaves the present one out of the history: for pages that only lead on. */
export function navigate(route: Route, how: 'push' | 'replace' = 'push'): void {
  if (how === 'push') window.history.pushState(null, '', routePath(route))
  else window.history.replaceState(null, '', routePath(route))
  window.scrollTo(0, 0)
  window.dispatchEvent(new Event(moved))
  // A page without a reload still begins at its beginning for a keyboard and a screen reader.
  requestAnimationFrame(() => document.getElementById('main')?.focus({ preventScroll: true }))
}
