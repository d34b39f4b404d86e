import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import { type ExportFormat, exportFormatSchema, restoredFileSchema } from '#src/protocol/rest.ts'
import { TranscriptError } from '#src/transcript/read-transcript.ts'
import { ownInterview } from './own-interview.ts'
import { Problem } from './problem.ts'
import { checkedRoutes, type Environment, idParams, jsonOf, problems } from './route-schemas.ts'
import type { ServerOptions } from './server-options.ts'

const exportOne = createRoute({
  method: 'get',
  path: '/api/interviews/{id}/export',
  summary: 'The interview as a file',
  request: { params: idParams, query: z.object({ format: exportFormatSchema.default('markdown') }) },
  responses: {
    200: {
      description:
        'JSON that "hotseat grade" reads, Markdown, or a page that stands alone, each with the newest scorecard. JSON and Markdown can be restored.',
      content: {
        'application/json': { schema: z.looseObject({}) },
        'text/markdown': { schema: z.string() },
        'text/html': { schema: z.string() },
      },
    },
    ...problems,
  },
})
const exportAll = createRoute({
  method: 'get',
  path: '/api/export',
  summary: 'All of one’s interviews as one zip archive, each as JSON, Markdown and a page',
  responses: {
    200: { description: 'The archive.', content: { 'application/zip': { schema: z.string() } } },
    ...problems,
  },
})
const restore = createRoute({
  method: 'post',
  path: '/api/restore',
  summary: 'Take exported interviews back in as what they were: one file of JSON or Markdown, or an archive',
  request: {
    query: z.object({
      /** What is said of the file in answers. */
      name: z.string().min(1).max(255).default('The file'),
      existing: z.enum(['leave', 'copy']).default('leave').describe('What is here already: left alone, or stored once more'),
    }),
    body: { required: true, content: { 'application/octet-stream': { schema: z.string() } } },
  },
  responses: { 200: jsonOf(z.array(restoredFileSchema), 'What became of each interview.'), ...problems },
})

const endings: Record<ExportFormat, string> = { json: 'json', markdown: 'md', html: 'html' }
const types: Record<ExportFormat, string> = {
  json: 'application/json; charset=utf-8',
  markdown: 'text/markdown; charset=utf-8',
  html: 'text/html; charset=utf-8',
}

/** Interviews as files, out and back in. */
export function exportRoutes(
  options: Pick<ServerOptions, 'store' | 'clock' | 'exportInterview' | 'exportAll' | 'restoreFile'>,
): OpenAPIHono<Environment> {
  return checkedRoutes()
    .openapi(exportOne, async (context) => {
      const { owner } = context.var
      const { format } = context.req.valid('query')
      const { id, status } = await ownInterview(options.store, { id: context.req.valid('param').id, owner })
      // Its moves name what they aim at in the guide, which is secret until the end.
      if (format === 'json' && status !== 'ended')
        throw new Problem(409, 'not-ended', 'The interview is not over: end it first, or export it as Markdown.')
      return context.body(await options.exportInterview({ id, owner }, format), 200, {
        'content-type': types[format],
        'content-disposition': `attachment; filename="interview-${id}.${endings[format]}"`,
      })
    })
    .openapi(exportAll, (context) => {
      const day = new Date(options.clock.now()).toISOString().slice(0, 10)
      return context.body(options.exportAll(context.var.owner), 200, {
        'content-type': 'application/zip',
        'content-disposition': `attachment; filename="hotseat-${day}.zip"`,
      })
    })
    .openapi(restore, async (context) => {
      const { name, existing } = context.req.valid('query')
      const bytes = new Uint8Array(await context.req.arrayBuffer())
      const file = { bytes, name, asCopy: existing === 'copy' }
      return context.json(await options.restoreFile(context.var.owner, file).catch(refuseUnread), 200)
    })
}

function refuseUnread(error: unknown): never {
  if (error instanceof TranscriptError) throw new Problem(422, 'unreadable', error.message)
  throw error
}
