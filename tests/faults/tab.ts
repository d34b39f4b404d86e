import { randomUUID } from 'node:crypto'
import { onTestFinished } from 'vitest'
import { WebSocket } from 'ws'
import { systemClock } from '#src/domain/clock.ts'
import { subprotocol } from '#src/protocol/frames.ts'
import { keptWords } from '../../web/live/kept-words.ts'
import type { Socket } from '../../web/live/live-connection.ts'
import { LiveInterview } from '../../web/live/live-interview.ts'
import type { LiveView } from '../../web/live/live-view.ts'

/** One tab: the page's own code over a real socket, with the storage that outlives a reload. */
export interface Tab {
  view(): LiveView
  page(): LiveInterview
  /** The page again, with nothing but what it had stored. */
  reload(): void
  close(): void
}

interface TabOptions {
  origin: string
  token: string
  interview: string
  /** Shared by the tabs of one browser. */
  drafts: Map<string, string>
  /** Multiplies every wait of the page, so that coming back does not take seconds. */
  haste: number
  /** Every clientTurnId whose words the page has let go of as stored. */
  onAcknowledged(clientTurnId: string): void
}

const storageOf = (map: Map<string, string>) => ({
  getItem: (key: string) => map.get(key) ?? null,
  setItem: (key: string, value: string) => void map.set(key, value),
  removeItem: (key: string) => void map.delete(key),
})

export function openTab({ origin, token, interview, drafts, haste, onAcknowledged }: TabOptions): Tab {
  const unsent = new Map<string, string>()
  const address = `${origin.replace('http', 'ws')}/api/interviews/${interview}/live`
  const words = keptWords(interview, { drafts: storageOf(drafts), unsent: storageOf(unsent) })
  const clock = { ...systemClock, after: (delayMs: number, act: () => void) => systemClock.after(delayMs * haste, act) }
  const surroundings = { clock, random: () => 0.5, isOnline: () => true, onReturn: () => () => undefined }
  const openSocket = (): Socket => {
    const socket = new WebSocket(address, [subprotocol], { headers: { authorization: `Bearer ${token}` } })
    // A refused connection is told by its close, as in a browser.
    socket.on('error', () => undefined)
    return socket as unknown as Socket
  }
  const open = () => {
    const page = new LiveInterview({ openSocket, surroundings, words, connection: `tab-${randomUUID()}`, newId: randomUUID })
    let sent = page.view().unsent
    page.subscribe(() => {
      const { unsent: now, refusal } = page.view()
      if (sent !== null && now === null && refusal === null) onAcknowledged(sent.clientTurnId)
      sent = now
    })
    page.connect()
    return page
  }
  let page = open()
  const close = () => page.disconnect()
  onTestFinished(close)
  return {
    view: () => page.view(),
    page: () => page,
    reload: () => {
      close()
      page = open()
    },
    close,
  }
}
