import { createServer as createHttpServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { getRequestListener } from '@hono/node-server'
import { HotseatError } from '#src/errors.ts'
import { accessBy } from './access.ts'
import { createApp } from './app.ts'
import { guessLimit } from './guess-limit.ts'
import { LiveDoor } from './live-door.ts'
import type { ServerOptions } from './server-options.ts'

/** What is given to the other ends to hang up when the server closes. */
const farewellMs = 2000

export interface Server {
  /** Rejects with HotseatError when the port cannot be had. */
  listen(): Promise<{ port: number }>
  /** How many WebSockets are open. */
  socketsOpen(): number
  /** Says goodbye to every socket, then resolves when the last request is answered; hangs up on who takes too long over it. */
  close(): Promise<void>
}

/** HTTP and WebSocket on one port. */
export function createServer(options: ServerOptions): Server {
  const { config, store, clock } = options
  const guesses = config.spaces === null ? null : guessLimit(clock)
  const access = accessBy({ launchToken: config.launchToken, store, clock, guesses })
  const door = new LiveDoor(options, access)
  const app = createApp(options, {
    access,
    onLeft: (cookieHash) => door.leave(cookieHash),
    onDeleted: (interviews) => door.leaveInterviews(interviews),
  })
  const http = createHttpServer(getRequestListener(app.fetch, { overrideGlobalObjects: false }))
  http.on('upgrade', (request, socket, head) => door.upgrade(request, socket, head))
  return {
    socketsOpen: () => door.count,
    listen: () =>
      new Promise((resolve, reject) => {
        http.once('error', (error: NodeJS.ErrnoException) => reject(listenError(error, config)))
        http.listen(config.port, config.host, () => resolve({ port: (http.address() as AddressInfo).port }))
      }),
    close: () =>
      new Promise((resolve) => {
        door.close()
        const cancelHangUp = clock.after(farewellMs, () => {
          door.terminate()
          http.closeAllConnections()
        })
        http.close(() => {
          cancelHangUp()
          resolve()
        })
        http.closeIdleConnections()
      }),
  }
}

function listenError(error: NodeJS.ErrnoException, { host, port }: ServerOptions['config']): HotseatError {
  const why = error.code === 'EADDRINUSE' ? 'it is in use: stop what uses it, or set PORT to another' : error.message
  return new HotseatError(`Hotseat cannot listen on ${host}:${port}: ${why}.`, { cause: error })
}
