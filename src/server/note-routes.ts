import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import { type NoteRequest, noteRequestSchema, noteSchema } from '#src/domain/note.ts'
import { deletedSchema } from '#src/protocol/rest.ts'
import type { Store } from '#src/store/store.ts'
import { endedInterview } from './own-interview.ts'
import { notFound, Problem } from './problem.ts'
import { checkedRoutes, type Environment, idParams, jsonOf, problems } from './route-schemas.ts'
import type { ServerOptions } from './server-options.ts'

const noteParams = idParams.extend({ note: noteSchema.shape.id })

const list = createRoute({
  method: 'get',
  path: '/api/interviews/{id}/notes',
  summary: 'One’s own notes and highlights, in the order of the transcript',
  request: { params: idParams },
  responses: { 200: jsonOf(z.array(noteSchema), 'The notes.'), ...problems },
})
const keep = createRoute({
  method: 'put',
  path: '/api/interviews/{id}/notes/{note}',
  summary: 'Make a note at words of a turn, change it, or put a deleted one back; without text it is a highlight',
  request: { params: noteParams, body: { required: true, ...jsonOf(noteRequestSchema, 'The words, and what is written.') } },
  responses: { 200: jsonOf(noteSchema, 'The note as stored.'), ...problems },
})
const remove = createRoute({
  method: 'delete',
  path: '/api/interviews/{id}/notes/{note}',
  summary: 'Delete a note; putting the same one again undoes it',
  request: { params: noteParams },
  responses: { 200: jsonOf(deletedSchema, 'It is gone.'), ...problems },
})

/** One's own notes and highlights on an interview that is over. */
export function noteRoutes({ store }: Pick<ServerOptions, 'store'>): OpenAPIHono<Environment> {
  return checkedRoutes()
    .openapi(list, async (context) => {
      const { id } = await endedInterview(store, { id: context.req.valid('param').id, owner: context.var.owner })
      return context.json(await store.listNotes(id), 200)
    })
    .openapi(keep, async (context) => {
      const { id: interview, note } = context.req.valid('param')
      const { id } = await endedInterview(store, { id: interview, owner: context.var.owner })
      const request = context.req.valid('json')
      await refuseOtherWords(store, id, request)
      return context.json(await store.saveNote(id, { id: note, ...request }), 200)
    })
    .openapi(remove, async (context) => {
      const { id: interview, note } = context.req.valid('param')
      const { id } = await endedInterview(store, { id: interview, owner: context.var.owner })
      if (!(await store.deleteNote(id, note))) throw notFound('There is no such note.')
      return context.json({ deleted: note }, 200)
    })
}

/** A note stands at words that are there; one that was made before a correction took them away may still be edited. */
async function refuseOtherWords(store: Store, interview: string, { turn, artifact, start, end, quote }: NoteRequest) {
  const held = (await store.listTurns(interview)).find((one) => one.turn === turn)
  const text = artifact === undefined ? held?.text : held?.artifacts.find(({ id }) => id === artifact)?.text
  if (text?.slice(start, end) === quote) return
  const isKept = (await store.listNotes(interview)).some(
    (note) => note.turn === turn && note.start === start && note.end === end && note.quote === quote,
  )
  if (!isKept)
    throw new Problem(409, 'other-words', 'These words do not stand there. Load the transcript again and select them anew.')
}
