import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import { deletionSchema, undoneSchema } from '#src/protocol/rest.ts'
import { checkedRoutes, type Environment, idParams, jsonOf, problems } from './route-schemas.ts'
import type { ServerOptions } from './server-options.ts'

const deleted = 'Deleted: nobody finds it any more. Until the time that is named it can be put back.'

const deleteOne = createRoute({
  method: 'delete',
  path: '/api/interviews/{id}',
  summary: 'Delete one interview for good, with all that belongs to it; for ten seconds it can be put back',
  request: { params: idParams },
  responses: { 200: jsonOf(deletionSchema, deleted), ...problems },
})
const deleteAll = createRoute({
  method: 'delete',
  path: '/api/interviews',
  summary: 'Delete all of one’s interviews for good; for ten seconds they can be put back',
  responses: { 200: jsonOf(deletionSchema, deleted), ...problems },
})
const undo = createRoute({
  method: 'post',
  path: '/api/deletions/{deletion}/undo',
  summary: 'Put back what was deleted',
  request: { params: z.object({ deletion: z.string().max(64) }) },
  responses: { 200: jsonOf(undoneSchema, 'They are as they were.'), ...problems },
})

/** Deleting interviews, and taking that back. */
export function deletionRoutes(
  { deletions, sessions }: Pick<ServerOptions, 'deletions' | 'sessions'>,
  doors: { onDeleted: (interviews: readonly string[]) => void },
): OpenAPIHono<Environment> {
  const remove = async (owner: string, ids: readonly string[] | null) => {
    const { id, interviews, undoUntil } = await deletions.delete(owner, ids)
    doors.onDeleted(interviews)
    await sessions.drop(interviews)
    return { id, interviews, undoUntil }
  }
  return checkedRoutes()
    .openapi(deleteOne, async (context) => context.json(await remove(context.var.owner, [context.req.valid('param').id]), 200))
    .openapi(deleteAll, async (context) => context.json(await remove(context.var.owner, null), 200))
    .openapi(undo, async (context) => {
      const { deletion } = context.req.valid('param')
      return context.json({ interviews: await deletions.undo(context.var.owner, deletion) }, 200)
    })
}
