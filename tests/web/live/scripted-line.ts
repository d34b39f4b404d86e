import type { ClientFrame, ServerFrame } from '#src/protocol/frames.ts'
import { keptWords } from '../../../web/live/kept-words.ts'
import type { Socket, Surroundings } from '../../../web/live/live-connection.ts'
import { LiveInterview } from '../../../web/live/live-interview.ts'
import { manualClock } from '../../support/manual-clock.ts'

/** A socket whose other end is the test. */
export class ScriptedSocket implements Socket {
  readyState: Socket['readyState'] = 0
  onopen: Socket['onopen'] = null
  onmessage: Socket['onmessage'] = null
  onclose: Socket['onclose'] = null
  readonly sent: ClientFrame[] = []
  closedWith: number | undefined

  send(data: string): void {
    this.sent.push(JSON.parse(data) as ClientFrame)
  }
  close(code?: number): void {
    this.readyState = 3
    this.closedWith = code
  }
  accept(): void {
    this.readyState = 1
    this.onopen?.call(this as unknown as WebSocket, new Event('open'))
  }
  deliver(...frames: (ServerFrame | string)[]): void {
    for (const frame of frames) {
      const data = typeof frame === 'string' ? frame : JSON.stringify(frame)
      this.onmessage?.call(this as unknown as WebSocket, { data } as MessageEvent)
    }
  }
  drop(code: number): void {
    this.readyState = 3
    this.onclose?.call(this as unknown as WebSocket, { code } as CloseEvent)
  }
}

const memory = () => {
  const kept = new Map<string, string>()
  return {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  }
}

/** A browser tab as a live interview meets it; `reload` gives the same tab with its page opened anew. */
export function scriptedTab({ connection = 'this-tab' } = {}) {
  const clock = manualClock(0)
  const sockets: ScriptedSocket[] = []
  const storage = { drafts: memory(), unsent: memory() }
  let ids = 0
  let callBack = () => {}
  const network = { online: true }
  const surroundings: Surroundings = {
    clock,
    random: () => 0,
    isOnline: () => network.online,
    onReturn: (callback) => {
      callBack = callback
      return () => {
        callBack = () => {}
      }
    },
  }
  const openSocket = () => {
    const socket = new ScriptedSocket()
    sockets.push(socket)
    return socket
  }
  const open = () => {
    const live = new LiveInterview({
      openSocket,
      surroundings,
      words: keptWords('interview-1', storage),
      connection,
      newId: () => `made-id-${++ids}`,
    })
    live.connect()
    return live
  }
  return {
    clock,
    sockets,
    surroundings,
    openSocket,
    storage,
    open,
    last: () => sockets.at(-1) as ScriptedSocket,
    network: (online: boolean) => {
      network.online = online
      callBack()
    },
  }
}
