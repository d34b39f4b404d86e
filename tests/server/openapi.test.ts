import { expect, test } from 'vitest'
import { z } from 'zod'
import { startHotseat } from '../support/hotseat.ts'
import { ask } from '../support/live-client.ts'

const mediaSchema = z.record(z.string(), z.object({ schema: z.looseObject({}) }))
const operationSchema = z.object({
  summary: z.string().min(10),
  parameters: z.array(z.object({ name: z.string(), in: z.enum(['path', 'query']), schema: z.looseObject({}) })).optional(),
  requestBody: z.object({ required: z.literal(true), content: mediaSchema }).optional(),
  responses: z.record(z.string().regex(/^[2-5]\d\d$/), z.object({ description: z.string().min(1), content: mediaSchema })),
})
const documentSchema = z.object({
  openapi: z.literal('3.1.0'),
  info: z.object({ title: z.string(), version: z.string(), description: z.string() }),
  paths: z.record(z.string().startsWith('/api/'), z.partialRecord(z.enum(['get', 'post', 'put', 'delete']), operationSchema)),
})

async function described() {
  const hotseat = await startHotseat()
  const response = await ask(hotseat, '/api/openapi.json')
  expect(response.status).toBe(200)
  const text = await response.text()
  const { paths } = documentSchema.parse(JSON.parse(text))
  const operations = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method: method.toUpperCase(), operation })),
  )
  return { hotseat, operations, document: JSON.parse(text) as unknown }
}

test('the document describes every route', async () => {
  const { operations } = await described()
  expect(operations.map(({ method, path }) => `${method} ${path}`).sort()).toEqual([
    'DELETE /api/interviews',
    'DELETE /api/interviews/{id}',
    'DELETE /api/interviews/{id}/notes/{note}',
    'GET /api/access',
    'GET /api/approaches',
    'GET /api/comparisons/{first}/{second}',
    'GET /api/comparisons/{first}/{second}/turns',
    'GET /api/export',
    'GET /api/interviews',
    'GET /api/interviews/{id}',
    'GET /api/interviews/{id}/board',
    'GET /api/interviews/{id}/boards/{revision}',
    'GET /api/interviews/{id}/comparable',
    'GET /api/interviews/{id}/exercise',
    'GET /api/interviews/{id}/export',
    'GET /api/interviews/{id}/notes',
    'GET /api/interviews/{id}/objections',
    'GET /api/interviews/{id}/redos',
    'GET /api/interviews/{id}/review',
    'GET /api/interviews/{id}/reviews',
    'GET /api/interviews/{id}/scorecard',
    'GET /api/interviews/{id}/scoring',
    'GET /api/interviews/{id}/self-rating',
    'GET /api/interviews/{id}/shares',
    'GET /api/interviews/{id}/transcript',
    'GET /api/library',
    'GET /api/progress',
    'GET /api/re-asks',
    'GET /api/sample',
    'GET /api/search',
    'GET /api/self-ratings',
    'GET /api/settings',
    'GET /api/shared/{share}',
    'GET /api/shared/{share}/boards/{revision}',
    'GET /api/space',
    'GET /api/status',
    'GET /api/tracks',
    'POST /api/access',
    'POST /api/deletions/{deletion}/undo',
    'POST /api/imports',
    'POST /api/imports/preview',
    'POST /api/interviews',
    'POST /api/interviews/{id}/appeals',
    'POST /api/interviews/{id}/objections',
    'POST /api/interviews/{id}/objections/{objection}/withdrawal',
    'POST /api/interviews/{id}/redos',
    'POST /api/interviews/{id}/scoring',
    'POST /api/interviews/{id}/self-rating',
    'POST /api/interviews/{id}/shares',
    'POST /api/interviews/{id}/shares/{share}/revocation',
    'POST /api/library/{track}/{question}/guide',
    'POST /api/re-asks/dismissals',
    'POST /api/restore',
    'POST /api/settings/check',
    'POST /api/shared',
    'POST /api/shared/{share}/review',
    'POST /api/space',
    'POST /api/space/leaving',
    'POST /api/space/move',
    'POST /api/space/name',
    'PUT /api/interviews/{id}/board',
    'PUT /api/interviews/{id}/boards/{revision}/picture',
    'PUT /api/interviews/{id}/notes/{note}',
    'PUT /api/interviews/{id}/transcript',
  ])
})

test('every reference in it leads somewhere', async () => {
  const { document } = await described()
  const references = [...JSON.stringify(document).matchAll(/"\$ref":"#([^"]+)"/g)].map(([, pointer]) => pointer ?? '')
  const follow = (pointer: string) =>
    pointer
      .split('/')
      .slice(1)
      .reduce<unknown>((at, key) => (at as Record<string, unknown> | undefined)?.[key], document)
  expect(references.filter((pointer) => follow(pointer) === undefined)).toEqual([])
})

test('every operation names its path’s parameters, a success and all the problems', async () => {
  const { operations } = await described()
  for (const { path, operation } of operations) {
    const named = operation.parameters?.filter((parameter) => parameter.in === 'path').map(({ name }) => name) ?? []
    expect(named).toEqual([...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name))
    const statuses = Object.keys(operation.responses)
    expect(statuses.filter((status) => status.startsWith('2')).length).toBe(1)
    expect(statuses).toEqual(expect.arrayContaining(['400', '401', '403', '404', '409', '411', '413', '415', '500', '503']))
  }
})

test('every operation is there and answers with a status that the document names', async () => {
  const { hotseat, operations } = await described()
  for (const { path, method, operation } of operations) {
    const response = await ask(hotseat, path.replace('{id}', 'nobodys'), {
      method,
      ...((method === 'POST' || method === 'PUT') && { body: '{}' }),
    })
    expect(Object.keys(operation.responses)).toContain(String(response.status))
    expect(response.headers.get('content-type')).toContain(path === '/api/export' ? 'application/zip' : 'application/json')
  }
})
