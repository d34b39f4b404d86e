import { createRoute, type OpenAPIHono } from '@hono/zod-openapi'
import { reviewedInterviewSchema } from '#src/protocol/rest.ts'
import { gradedTurns } from './graded-turns.ts'
import { endedInterview } from './own-interview.ts'
import { notFound } from './problem.ts'
import { checkedRoutes, type Environment, idParams, jsonOf, problems } from './route-schemas.ts'
import type { ServerOptions } from './server-options.ts'
import { shownInterview, shownTurn } from './shown.ts'

const review = createRoute({
  method: 'get',
  path: '/api/interviews/{id}/review',
  summary: 'An interview that is over and scored, gone back over line by line; it counts as opening the scorecard',
  request: { params: idParams },
  responses: { 200: jsonOf(reviewedInterviewSchema, 'The review, and all that it refers to.'), ...problems },
})

/** Going back over an interview: what the guide looks for leaves the server here as it does with the scorecard, and no sooner. */
export function reviewRoutes(options: Pick<ServerOptions, 'store' | 'reviewOf'>): OpenAPIHono<Environment> {
  const { store, reviewOf } = options
  return checkedRoutes().openapi(review, async (context) => {
    const interview = await endedInterview(store, { id: context.req.valid('param').id, owner: context.var.owner })
    const { id } = interview
    const scorecard = await store.latestScorecard(id)
    // What was too short to rate is still there to be read; nothing of its guide is told.
    if (scorecard === null && (await store.latestScoringJob(id))?.status !== 'too-short')
      throw notFound('This interview has no scorecard yet.')
    const [{ turns, revision }, held, notes] = await Promise.all([
      gradedTurns(store, interview, scorecard),
      store.findContent(id),
      store.listNotes(id),
    ])
    const made = await reviewOf(id, { revision, scorecard })
    if (scorecard !== null) await store.markScorecardOpened(id)
    return context.json(
      {
        interview: shownInterview(interview),
        turns: turns.map(shownTurn),
        criteria: scorecard === null ? [] : held.rubric.criteria,
        scorecard,
        notes,
        ...made,
      },
      200,
    )
  })
}
