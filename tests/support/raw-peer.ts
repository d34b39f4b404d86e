import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import { onTestFinished } from 'vitest'
import { subprotocol } from '#src/protocol/frames.ts'
import type { Hotseat } from './hotseat.ts'

/** A peer that writes bytes as it likes, and never hangs up by itself. */
export interface RawPeer {
  socket: Socket
  /** Resolves with all that has come as soon as it passes. */
  until(passes: (received: string) => boolean): Promise<string>
  /** Resolves with all that came, once the server has hung up. */
  ended: Promise<string>
}

export async function rawPeer({ port }: Hotseat, ...lines: string[]): Promise<RawPeer> {
  const socket = connect({ port, host: '127.0.0.1', allowHalfOpen: true })
  onTestFinished(() => void socket.destroy())
  let received = ''
  socket.on('data', (data) => {
    received += data.toString('latin1')
  })
  // A peer that is cut off notices it by an error.
  socket.on('error', () => undefined)
  const ended = new Promise<string>((resolve) => {
    socket.on('end', () => resolve(received))
    socket.on('close', () => resolve(received))
  })
  await once(socket, 'connect')
  socket.write(lines.join('\r\n'))
  const until = async (passes: (received: string) => boolean) => {
    while (!passes(received)) await once(socket, 'data')
    return received
  }
  return { socket, until, ended }
}

/** A whole request without a body; the server hangs up after its answer. */
export async function rawRequest(hotseat: Hotseat, target: string, headers: Record<string, string> = {}): Promise<string> {
  const all = { host: `127.0.0.1:${hotseat.port}`, connection: 'close', ...headers }
  const { ended } = await rawPeer(
    hotseat,
    `GET ${target} HTTP/1.1`,
    ...Object.entries(all).map(([name, value]) => `${name}: ${value}`),
    '',
    '',
  )
  return await ended
}

/** The headers that a handshake needs, as a script with the launch token sends them. */
export const handshake = (hotseat: Hotseat, headers: Record<string, string> = {}): Record<string, string> => ({
  host: `127.0.0.1:${hotseat.port}`,
  connection: 'Upgrade',
  upgrade: 'websocket',
  'sec-websocket-version': '13',
  'sec-websocket-key': randomBytes(16).toString('base64'),
  'sec-websocket-protocol': subprotocol,
  authorization: `Bearer ${hotseat.token}`,
  ...headers,
})
