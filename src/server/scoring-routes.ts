import { createRoute, type OpenAPIHono } from '@hono/zod-openapi'
import { scoredInterviewSchema, scoringProgressSchema } from '#src/protocol/rest.ts'
import { gradedTurns } from './graded-turns.ts'
import { ownInterview } from './own-interview.ts'
import { notFound, Problem } from './problem.ts'
import { checkedRoutes, type Environment, idParams, jsonOf, problems } from './route-schemas.ts'
import type { ServerOptions } from './server-options.ts'
import { shownJob, shownTurn } from './shown.ts'

const progress = createRoute({
  method: 'get',
  path: '/api/interviews/{id}/scoring',
  summary: 'How far the scoring is; null before any',
  request: { params: idParams },
  responses: { 200: jsonOf(scoringProgressSchema.nullable(), 'The newest job.'), ...problems },
})
const again = createRoute({
  method: 'post',
  path: '/api/interviews/{id}/scoring',
  summary: 'Score an ended interview, or score it again; older scorecards stay',
  request: { params: idParams },
  responses: { 202: jsonOf(scoringProgressSchema, 'The job that does it.'), ...problems },
})
const scorecard = createRoute({
  method: 'get',
  path: '/api/interviews/{id}/scorecard',
  summary: 'The newest scorecard with what it refers to',
  request: { params: idParams },
  responses: { 200: jsonOf(scoredInterviewSchema, 'The scorecard.'), ...problems },
})

/** Scoring jobs and what they made. */
export function scoringRoutes(options: Pick<ServerOptions, 'store' | 'scoring' | 'countedOf'>): OpenAPIHono<Environment> {
  const { store, scoring, countedOf } = options
  const found = (id: string, owner: string) => ownInterview(store, { id, owner })
  return checkedRoutes()
    .openapi(progress, async (context) => {
      const { id } = await found(context.req.valid('param').id, context.var.owner)
      const job = await store.latestScoringJob(id)
      return context.json(job === null ? null : shownJob(job), 200)
    })
    .openapi(again, async (context) => {
      const { id, status } = await found(context.req.valid('param').id, context.var.owner)
      if (status !== 'ended') throw new Problem(409, 'not-ended', 'The interview is not over: end it first, then it is scored.')
      return context.json(shownJob(await scoring.enqueue(id)), 202)
    })
    .openapi(scorecard, async (context) => {
      const interview = await found(context.req.valid('param').id, context.var.owner)
      const { id, prepared } = interview
      const card = await store.latestScorecard(id)
      if (card === null) throw notFound('This interview has no scorecard yet.')
      const held = await store.findContent(id)
      const { turns, revision } = await gradedTurns(store, interview, card)
      const selfRating = await store.findSelfRating(id)
      const counted = await countedOf(id, revision)
      // From here on a self-rating would no longer be given unseen.
      await store.markScorecardOpened(id)
      return context.json(
        {
          scorecard: card,
          turns: turns.map(shownTurn),
          criteria: held.rubric.criteria,
          answers: held.questions.map(({ id: question, answers }) => ({ question, answers })),
          selfRating,
          appeals: await store.listAppeals(id),
          prepared,
          ...counted,
        },
        200,
      )
    })
}
