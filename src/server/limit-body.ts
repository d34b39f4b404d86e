import type { MiddlewareHandler } from 'hono'
import { maxPictureBytes } from '#src/domain/workspace.ts'
import { maxBoardBodyBytes } from '#src/protocol/board.ts'
import { maxBodyBytes, maxImportBytes, maxRestoreBytes } from '#src/protocol/rest.ts'
import { Problem } from './problem.ts'

/** Refuses a body that is too large before it is read. Its length must be said beforehand; the HTTP parser then lets no more through. */
export const limitBody: MiddlewareHandler = async (context, next) => {
  if (context.req.header('transfer-encoding') !== undefined)
    throw new Problem(
      411,
      'length-required',
      'The length of this body is not known. Send it in one piece, with a content-length.',
    )
  const most = mostBytes(context.req)
  if (Number(context.req.header('content-length') ?? 0) > most)
    throw new Problem(413, 'too-large', `A request may have ${most} bytes here. Send less.`)
  await next()
}

const mostBytes = (request: { method: string; path: string }): number =>
  request.method === 'POST' && request.path === '/api/restore'
    ? maxRestoreBytes
    : holdsTranscript(request)
      ? maxImportBytes
      : holdsBoard(request)
        ? maxBoardBodyBytes
        : holdsPicture(request)
          ? maxPictureBytes
          : maxBodyBytes

const holdsTranscript = ({ method, path }: { method: string; path: string }): boolean =>
  (method === 'POST' && /^\/api\/imports(\/preview)?$/.test(path)) ||
  (method === 'PUT' && /^\/api\/interviews\/[^/]+\/transcript$/.test(path))

const holdsBoard = ({ method, path }: { method: string; path: string }): boolean =>
  method === 'PUT' && /^\/api\/interviews\/[^/]+\/board$/.test(path)

const holdsPicture = ({ method, path }: { method: string; path: string }): boolean =>
  method === 'PUT' && /^\/api\/interviews\/[^/]+\/boards\/[^/]+\/picture$/.test(path)
