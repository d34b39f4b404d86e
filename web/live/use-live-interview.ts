import { useEffect, useMemo, useSyncExternalStore } from 'react'
import { localArea, tabArea } from './browser-storage.ts'
import { browserSurroundings, openInterviewSocket } from './browser-surroundings.ts'
import { keptWords } from './kept-words.ts'
import { LiveInterview } from './live-interview.ts'
import type { LiveView } from './live-view.ts'

const tabKey = 'hotseat.connection'

/** One name for this tab, kept through reloads, so that the server knows it again. */
function tabConnection(): string {
  const known = tabArea.getItem(tabKey)
  if (known !== null) return known
  const made = crypto.randomUUID()
  tabArea.setItem(tabKey, made)
  return made
}

/** Connects to a live interview for as long as the component is mounted. */
export function useLiveInterview(interviewId: string): { live: LiveInterview; view: LiveView } {
  const live = useMemo(
    () =>
      new LiveInterview({
        openSocket: () => openInterviewSocket(interviewId),
        surroundings: browserSurroundings,
        words: keptWords(interviewId, { drafts: localArea, unsent: tabArea }),
        connection: tabConnection(),
        newId: () => crypto.randomUUID(),
      }),
    [interviewId],
  )
  useEffect(() => {
    live.connect()
    return () => live.disconnect()
  }, [live])
  return { live, view: useSyncExternalStore(live.subscribe, live.view) }
}
