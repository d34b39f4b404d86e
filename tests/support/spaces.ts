import { expect } from 'vitest'
import type { Clock } from '#src/domain/clock.ts'
import { type Hotseat, startHotseat } from './hotseat.ts'

export const accessSecret = 'four words that stay here'

/** A server with spaces. */
export const startWithSpaces = (options: { env?: Record<string, string>; clock?: Clock } = {}): Promise<Hotseat> =>
  startHotseat({ ...options, env: { HOTSEAT_ACCESS_SECRET: accessSecret, ...options.env } })

export const enterSpace = (hotseat: Hotseat, body: unknown, headers: Record<string, string> = {}): Promise<Response> =>
  fetch(`${hotseat.origin}/api/space`, {
    method: 'POST',
    body: JSON.stringify(body),
    headers: { 'content-type': 'application/json', ...headers },
  })

export const cookieOf = (response: Response): string => response.headers.get('set-cookie')?.split(';')[0] ?? ''

/** The server as the browser of somebody sees it who came in by the secret. */
export async function inSpace(hotseat: Hotseat, name: string): Promise<Hotseat & { cookie: string }> {
  const response = await enterSpace(hotseat, { secret: accessSecret, name })
  expect([response.status, await response.json()]).toEqual([200, { access: 'granted' }])
  return { ...hotseat, cookie: cookieOf(response) }
}
