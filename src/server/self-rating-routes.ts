import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'

import { type SelfRating, selfRatingSchema } from '#src/domain/self-rating.ts'
import { type SelfRatingRow, selfRatingRowSchema, selfRatingStandingSchema } from '#src/protocol/rest.ts'
import type { InterviewSummary, Store } from '#src/store/store.ts'
import { endedInterview } from './own-interview.ts'
import { Problem } from './problem.ts'
import { checkedRoutes, type Environment, idParams, jsonOf, problems } from './route-schemas.ts'
import type { ServerOptions } from './server-options.ts'

const read = createRoute({
  method: 'get',
  path: '/api/interviews/{id}/self-rating',
  summary: 'What the candidate rates themselves by before the scorecard is shown',
  request: { params: idParams },
  responses: { 200: jsonOf(selfRatingStandingSchema, 'The criteria, and what was said so far.'), ...problems },
})
const give = createRoute({
  method: 'post',
  path: '/api/interviews/{id}/self-rating',
  summary: 'Rate oneself, or skip it; once, and before the scorecard is shown',
  request: { params: idParams, body: { required: true, ...jsonOf(selfRatingSchema, 'Ratings by criterion, or skipped.') } },
  responses: { 201: jsonOf(selfRatingSchema, 'What is stored.'), ...problems },
})
const list = createRoute({
  method: 'get',
  path: '/api/self-ratings',
  summary: 'The self-ratings of the last hundred interviews beside what the words showed, the newest interview first',
  responses: { 200: jsonOf(z.array(selfRatingRowSchema), 'One row an interview.'), ...problems },
})

/** Interviews that are looked through for self-ratings. */
const looked = 100

/** How candidates rate themselves before they see the scorecard, and how far off they were. */
export function selfRatingRoutes({ store }: Pick<ServerOptions, 'store'>): OpenAPIHono<Environment> {
  return checkedRoutes()
    .openapi(read, async (context) => {
      const { id } = await endedInterview(store, { id: context.req.valid('param').id, owner: context.var.owner })
      const { rubric } = await store.findContent(id)
      const selfRating = await store.findSelfRating(id)
      const isAsked = selfRating === null && !(await store.isScorecardOpened(id))
      const criteria = rubric.criteria.map(({ id: criterion, title, means, anchors }) => ({
        id: criterion,
        title,
        means,
        anchors,
      }))
      return context.json({ criteria, selfRating, isAsked }, 200)
    })
    .openapi(give, async (context) => {
      const { id } = await endedInterview(store, { id: context.req.valid('param').id, owner: context.var.owner })
      const selfRating = context.req.valid('json')
      const { rubric } = await store.findContent(id)
      refuseUnknown(selfRating, new Set(rubric.criteria.map((criterion) => criterion.id)))
      await store.saveSelfRating(id, selfRating)
      return context.json(selfRating, 201)
    })
    .openapi(list, async (context) => {
      const summaries = await store.listInterviews(context.var.owner, { status: 'ended', limit: looked })
      const rows = await Promise.all(summaries.map((summary) => rowOf(store, summary)))
      return context.json(
        rows.filter((row) => row !== null),
        200,
      )
    })
}

function refuseUnknown(selfRating: SelfRating, criteria: ReadonlySet<string>): void {
  if (selfRating.kind === 'skipped') return
  const unknown = Object.keys(selfRating.ratings).find((criterion) => !criteria.has(criterion))
  if (unknown !== undefined)
    throw new Problem(400, 'bad-request', `ratings: this interview has no criterion "${unknown}". Send those that it has.`)
}

/** Null for an interview whose candidate did not rate themselves, or that has no scorecard to hold it to. */
async function rowOf(store: Store, { id, track, level, title, createdAt }: InterviewSummary): Promise<SelfRatingRow | null> {
  const selfRating = await store.findSelfRating(id)
  if (selfRating?.kind !== 'rated') return null
  const scorecard = await store.latestScorecard(id)
  if (scorecard === null) return null
  const { rubric } = await store.findContent(id)
  const differences = rubric.criteria.flatMap((criterion) => {
    const said = selfRating.ratings[criterion.id]
    const score = scorecard.scores.find((one) => one.criterion === criterion.id)
    const shown = score?.kind === 'rated' ? score.rating : null
    return said === undefined ? [] : [{ criterion: criterion.id, title: criterion.title, said, shown }]
  })
  return { interview: id, track, level, title, createdAt, differences }
}
