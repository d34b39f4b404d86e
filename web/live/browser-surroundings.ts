import { subprotocol } from '#src/protocol/frames.ts'
import type { Socket, Surroundings } from './live-connection.ts'

/** The browser as the live connection uses it. */
export const browserSurroundings: Surroundings = {
  clock: {
    now: () => performance.now(),
    after: (delayMs, callback) => {
      const timer = setTimeout(callback, delayMs)
      return () => clearTimeout(timer)
    },
  },
  random: () => Math.random(),
  isOnline: () => navigator.onLine,
  onReturn: (callback) => {
    const seen = () => {
      if (document.visibilityState === 'visible') callback()
    }
    window.addEventListener('online', callback)
    window.addEventListener('offline', callback)
    document.addEventListener('visibilitychange', seen)
    return () => {
      window.removeEventListener('online', callback)
      window.removeEventListener('offline', callback)
      document.removeEventListener('visibilitychange', seen)
    }
  },
}

/** Opens the socket of one interview on the page's own origin. */
export function openInterviewSocket(interviewId: string): Socket {
  const address = new URL(`/api/interviews/${encodeURIComponent(interviewId)}/live`, window.location.href)
  address.protocol = address.protocol === 'https:' ? 'wss:' : 'ws:'
  return new WebSocket(address, subprotocol)
}
