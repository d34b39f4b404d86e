import { createRoute, type OpenAPIHono } from '@hono/zod-openapi'
import {
  correctableSchema,
  correctionRequestSchema,
  importedInterviewsSchema,
  importPreviewSchema,
  importRequestSchema,
  previewRequestSchema,
} from '#src/domain/import.ts'
import { ConflictError } from '#src/errors.ts'
import { UnreadableError } from '#src/importing/read-import.ts'
import { shownInterviewSchema } from '#src/protocol/rest.ts'
import { ownInterview } from './own-interview.ts'
import { Problem } from './problem.ts'
import { checkedRoutes, type Environment, idParams, jsonOf, problems } from './route-schemas.ts'
import type { ServerOptions } from './server-options.ts'
import { shownInterview } from './shown.ts'

const preview = createRoute({
  method: 'post',
  path: '/api/imports/preview',
  summary: 'What would be made of a transcript from elsewhere; nothing is stored',
  request: { body: { required: true, ...jsonOf(previewRequestSchema, 'The transcript, and who is who if that is known.') } },
  responses: { 200: jsonOf(importPreviewSchema, 'What was read, and what it seems to be about.'), ...problems },
})
const create = createRoute({
  method: 'post',
  path: '/api/imports',
  summary: 'Store a transcript from elsewhere as interviews that are over, and score them',
  request: { body: { required: true, ...jsonOf(importRequestSchema, 'The transcript, who is who, and its parts.') } },
  responses: { 201: jsonOf(importedInterviewsSchema, 'The interviews that it became.'), ...problems },
})
const correctable = createRoute({
  method: 'get',
  path: '/api/interviews/{id}/transcript',
  summary: 'An imported transcript as it stands, to be corrected',
  request: { params: idParams },
  responses: { 200: jsonOf(correctableSchema, 'Its newest revision.'), ...problems },
})
const correct = createRoute({
  method: 'put',
  path: '/api/interviews/{id}/transcript',
  summary: 'Correct an imported transcript, as a new revision, and score it again',
  request: { params: idParams, body: { required: true, ...jsonOf(correctionRequestSchema, 'The revision, and the changes.') } },
  responses: { 200: jsonOf(shownInterviewSchema, 'The interview with its new revision.'), ...problems },
})

/** Interviews that were held elsewhere. */
export function importRoutes({ imports, store }: Pick<ServerOptions, 'imports' | 'store'>): OpenAPIHono<Environment> {
  return checkedRoutes()
    .openapi(preview, (context) => {
      const request = context.req.valid('json')
      return context.json(
        readable(() => imports.preview(request)),
        200,
      )
    })
    .openapi(create, async (context) => {
      const request = context.req.valid('json')
      return context.json(await imports.create(context.var.owner, request).catch(refuseUnreadable), 201)
    })
    .openapi(correctable, async (context) => {
      const { id } = context.req.valid('param')
      const { imported, questions } = await ownInterview(store, { id, owner: context.var.owner })
      if (imported === null) throw new ConflictError('This interview was held here: what was said in it stays as it was said.')
      const turns = await store.listTurns(id)
      return context.json(
        {
          title: questions.map(({ title }) => title).join(', '),
          revision: imported.revision,
          turns: turns.map(({ turn, speaker, text }) => ({ turn, speaker, text })),
          begins: questions.flatMap(({ firstTurn }) => firstTurn ?? []),
        },
        200,
      )
    })
    .openapi(correct, async (context) => {
      const { id } = context.req.valid('param')
      await imports.correct(context.var.owner, id, context.req.valid('json'))
      return context.json(shownInterview(await ownInterview(store, { id, owner: context.var.owner })), 200)
    })
}

function readable<T>(read: () => T): T {
  try {
    return read()
  } catch (error) {
    return refuseUnreadable(error)
  }
}

function refuseUnreadable(error: unknown): never {
  if (error instanceof UnreadableError) throw new Problem(422, 'unreadable', error.message)
  throw error
}
