import { enter } from './api/server.ts'

/** Exchanges the token of a printed address for the cookie, and takes it out of the address whether or not it was good: without one, pages say where to find it. */
export async function exchangeLaunchToken(): Promise<void> {
  const token = new URLSearchParams(window.location.hash.slice(1)).get('token')
  if (token === null) return
  window.history.replaceState(null, '', window.location.pathname + window.location.search)
  await enter(token)
}
