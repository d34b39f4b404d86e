import type { Page, WebSocketRoute } from 'playwright-core'
import type { ServerFrame } from '#src/protocol/frames.ts'

/** Stands on the line between the room and the server, so that a passing state can be held still. */
export interface Relay {
  /** From now on nothing reaches the page after so many more pieces of what the interviewer says. */
  holdAfter(pieces: number): void
  /** Lets the page hear again; what was held comes first. */
  release(): void
  /** Sends the page a frame that the server did not send. `make` is given the last frame's place in the log. */
  inject(make: (log: { epoch: string; seq: number }) => ServerFrame): void
  /** From now on every frame passes through these hands, which may change it. */
  edit(hands: (frame: ServerFrame) => void): void
  /** Breaks the line. `mayReturn` false: it stays broken. */
  cut(options: { code?: number; mayReturn: boolean }): Promise<void>
}

/** Call before the page opens the room. */
export async function relay(page: Page): Promise<Relay> {
  let line: WebSocketRoute | null = null
  let piecesLeft = Number.POSITIVE_INFINITY
  let held: string[] = []
  let isDead = false
  let log = { epoch: '', seq: 0 }
  let change: (frame: ServerFrame) => void = () => undefined
  const pass = (text: string) => {
    const frame = JSON.parse(text) as ServerFrame
    if ('seq' in frame) log = { epoch: frame.epoch, seq: frame.seq }
    change(frame)
    line?.send(JSON.stringify(frame))
  }
  await page.routeWebSocket(/\/live$/, (socket) => {
    if (isDead) return void socket.close({ code: 1001 })
    line = socket
    const server = socket.connectToServer()
    server.onMessage((message) => {
      const text = String(message)
      const isPiece = (JSON.parse(text) as ServerFrame).type === 'utterance-delta'
      if (held.length > 0 || (isPiece && piecesLeft <= 0)) return void held.push(text)
      if (isPiece) piecesLeft -= 1
      pass(text)
    })
  })
  return {
    holdAfter: (pieces) => {
      piecesLeft = pieces
    },
    release: () => {
      piecesLeft = Number.POSITIVE_INFINITY
      for (const text of held.splice(0)) pass(text)
    },
    inject: (make) => line?.send(JSON.stringify(make(log))),
    edit: (hands) => {
      change = hands
    },
    cut: async ({ code = 1001, mayReturn }) => {
      isDead = !mayReturn
      held = []
      await line?.close({ code })
    },
  }
}
