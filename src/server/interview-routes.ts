import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import { interviewRequestSchema } from '#src/domain/interview.ts'
import { withWriting } from '#src/domain/schedule.ts'
import { type InterviewQuery, interviewQuerySchema } from '#src/protocol/history.ts'
import { interviewRowSchema, openedInterviewSchema, shownInterviewSchema } from '#src/protocol/rest.ts'
import { newInterview } from './new-interview.ts'
import { notFound } from './problem.ts'
import { checkedRoutes, type Environment, idParams, jsonOf, problems } from './route-schemas.ts'
import type { ServerOptions } from './server-options.ts'
import { shownInterview, shownRow } from './shown.ts'
import { takesPictures } from './takes-pictures.ts'
import { withoutUnsaid } from './without-unsaid.ts'

const list = createRoute({
  method: 'get',
  path: '/api/interviews',
  summary: 'Interviews, the newest first: all of them, or a page of those that are asked for',
  request: { query: interviewQuerySchema },
  responses: { 200: jsonOf(z.array(interviewRowSchema), 'One row each.'), ...problems },
})
const begin = createRoute({
  method: 'post',
  path: '/api/interviews',
  summary: 'Begin an interview; it runs over its WebSocket',
  request: { body: { required: true, ...jsonOf(interviewRequestSchema, 'What is practised.') } },
  responses: { 201: jsonOf(shownInterviewSchema, 'The interview.'), ...problems },
})
const find = createRoute({
  method: 'get',
  path: '/api/interviews/{id}',
  summary: 'One interview without its turns',
  request: { params: idParams },
  responses: { 200: jsonOf(openedInterviewSchema, 'The interview.'), ...problems },
})
/** Interviews as records; what is said in them goes over the WebSocket. */
export function interviewRoutes(options: ServerOptions): OpenAPIHono<Environment> {
  const { store } = options
  return checkedRoutes()
    .openapi(list, async (context) => {
      const interviews = await store.listInterviews(context.var.owner, pageOf(context.req.valid('query')))
      return context.json(interviews.map(shownRow), 200)
    })
    .openapi(begin, async (context) => {
      const { interview, held } = await newInterview(options, { ownerId: context.var.owner, request: context.req.valid('json') })
      await store.createInterview(interview, held)
      return context.json(shownInterview(interview), 201)
    })
    .openapi(find, async (context) => {
      const interview = await store.findInterview(context.req.valid('param').id, context.var.owner)
      if (interview === null) throw notFound('There is no such interview.')
      const schedule = withWriting(interview.schedule, options.content.rubrics.get(interview.track))
      const shown = { ...shownInterview(interview), schedule }
      return context.json({ ...shown, takesPictures: takesPictures(options.config, interview) }, 200)
    })
}

/** Everything there is when no limit is named. */
const pageOf = ({ limit = -1, ...rest }: InterviewQuery) => ({ limit, ...withoutUnsaid(rest) })
