import { z } from 'zod'
import { problemSchema } from '#src/protocol/rest.ts'

/** What the handlers know of a request besides itself. */
export interface Environment {
  Variables: { owner: string; nonce: string }
}

export const idParams = z.object({ id: z.string().max(64) })

export const jsonOf = <Schema extends z.ZodType>(schema: Schema, description: string) => ({
  description,
  content: { 'application/json': { schema } },
})

/** Answers that any route may give. */
export const problems = {
  400: jsonOf(problemSchema, 'The request is not understood.'),
  401: jsonOf(problemSchema, 'No access: no cookie and no bearer token.'),
  404: jsonOf(problemSchema, 'It does not exist, or belongs to somebody else.'),
  409: jsonOf(problemSchema, 'It cannot be done as things stand.'),
}
