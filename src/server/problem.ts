import type { Context } from 'hono'
import { HTTPException } from 'hono/http-exception'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import type { Log } from '#src/domain/log.ts'
import { ConflictError, NotFoundError, StoreError } from '#src/errors.ts'

/** A refusal over HTTP: what was wrong and what to do. */
export class Problem extends Error {
  override name = 'Problem'
  readonly status: ContentfulStatusCode
  readonly code: string

  constructor(status: ContentfulStatusCode, code: string, message: string) {
    super(message)
    this.status = status
    this.code = code
  }
}

export const notFound = (message = 'There is nothing at this address.'): Problem => new Problem(404, 'not-found', message)

const problemOf = (error: unknown): Problem => {
  if (error instanceof Problem) return error
  if (error instanceof NotFoundError) return notFound(error.message)
  if (error instanceof ConflictError) return new Problem(409, 'conflict', error.message)
  if (error instanceof StoreError) return new Problem(503, 'not-stored', error.message)
  // What the framework finds wrong with a body before any schema sees it.
  if (error instanceof HTTPException && error.status === 400)
    return new Problem(400, 'bad-json', 'The body is not JSON. Correct it, then send it again.')
  if (error instanceof HTTPException && error.status === 415)
    return new Problem(415, 'wrong-content-type', 'The body has to be JSON: send it with content-type application/json.')
  return new Problem(500, 'internal', 'Something went wrong in the program. The log of the server says what.')
}

/** Answers with the problem that an error is; what nobody expected goes to the log. */
export function answerError(error: unknown, context: Context, log: Log): Response {
  const problem = problemOf(error)
  if (problem.status >= 500) log.error({ error, request: context.get('requestId'), path: context.req.path }, 'A request failed.')
  return context.json({ error: { code: problem.code, message: problem.message } }, problem.status)
}
