import { expect } from 'vitest'
import type { ShareRequest } from '#src/domain/share.ts'
import { type NewShare, newShareSchema, sharedEntrySchema } from '#src/protocol/sharing.ts'
import type { Hotseat } from './hotseat.ts'
import { ask } from './live-client.ts'

/** Makes a link to an interview as its owner. */
export async function share(hotseat: Hotseat, id: string, choice: Partial<ShareRequest> = {}): Promise<NewShare> {
  const body = JSON.stringify({ kind: 'review', name: 'Ada', ...choice })
  const response = await ask(hotseat, `/api/interviews/${id}/shares`, { method: 'POST', body })
  expect(response.status).toBe(201)
  return newShareSchema.strict().parse(await response.json())
}

/** A browser of somebody who has no access of their own. */
export interface Guest {
  /** Id of the share that it came by. */
  share: string
  cookie: string
  ask(path: string, init?: RequestInit): Promise<Response>
}

export const enter = (hotseat: Hotseat, token: string, headers: Record<string, string> = {}): Promise<Response> =>
  fetch(`${hotseat.origin}/api/shared`, {
    method: 'POST',
    body: JSON.stringify({ token }),
    headers: { 'content-type': 'application/json', ...headers },
  })

export async function enterAsGuest(hotseat: Hotseat, token: string): Promise<Guest> {
  const response = await enter(hotseat, token)
  expect(response.status).toBe(200)
  const entry = sharedEntrySchema.parse(await response.json())
  const cookie = response.headers.get('set-cookie')?.split(';')[0] ?? ''
  return {
    share: entry.share,
    cookie,
    ask: (path, init = {}) =>
      fetch(`${hotseat.origin}${path}`, { ...init, headers: { cookie, 'content-type': 'application/json', ...init.headers } }),
  }
}
