import { OpenAPIHono } from '@hono/zod-openapi'
import { z } from 'zod'
import { problemSchema } from '#src/protocol/rest.ts'
import { Problem } from './problem.ts'

/** What the handlers know of a request besides itself. */
export interface Environment {
  /** `cookieHash`: of the cookie it came by; null for a script with the launch token. */
  Variables: { owner: string; cookieHash: string | null; nonce: string; requestId: string }
}

/** Routes whose input is checked: the first thing wrong with it is answered as a problem. */
export const checkedRoutes = (): OpenAPIHono<Environment> =>
  new OpenAPIHono<Environment>({
    defaultHook: (read) => {
      if (read.success) return
      const [issue] = read.error.issues
      throw new Problem(400, 'bad-request', `${issue?.path.join('.') || 'The request'}: ${issue?.message ?? 'not understood'}.`)
    },
  })

export const idParams = z.object({ id: z.string().max(64) })

export const jsonOf = <Schema extends z.ZodType>(schema: Schema, description: string) => ({
  description,
  content: { 'application/json': { schema } },
})

/** Answers that any route may give. */
export const problems = {
  400: jsonOf(problemSchema, 'The request is not understood.'),
  401: jsonOf(problemSchema, 'No access: no cookie and no bearer token.'),
  403: jsonOf(problemSchema, 'It comes from another site, or asks for another host.'),
  404: jsonOf(problemSchema, 'It does not exist, or belongs to somebody else.'),
  409: jsonOf(problemSchema, 'It cannot be done as things stand.'),
  411: jsonOf(problemSchema, 'The length of the body is not said.'),
  413: jsonOf(problemSchema, 'The body is too large.'),
  415: jsonOf(problemSchema, 'The body is not said to be JSON.'),
  422: jsonOf(problemSchema, 'It is no transcript that can be read.'),
  500: jsonOf(problemSchema, 'Something went wrong in the program.'),
  503: jsonOf(problemSchema, 'The database cannot be read or written.'),
}
