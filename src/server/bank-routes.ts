import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import type { Content } from '#src/content/content.ts'
import { approachSchema } from '#src/domain/approach.ts'
import { offeredPlans } from '#src/domain/schedule.ts'
import { type OfferedTrack, offeredTrackSchema } from '#src/protocol/rest.ts'
import { checkedRoutes, type Environment, jsonOf, problems } from './route-schemas.ts'

const list = createRoute({
  method: 'get',
  path: '/api/tracks',
  summary: 'Tracks, the lengths they offer, and their questions without the guides',
  responses: { 200: jsonOf(z.array(offeredTrackSchema), 'All tracks.'), ...problems },
})

const approaches = createRoute({
  method: 'get',
  path: '/api/approaches',
  summary: 'Ways to go about an answer, for each track',
  responses: { 200: jsonOf(z.array(approachSchema), 'All of them, in the order in which they are shown.'), ...problems },
})

/** What can be practised. */
export function bankRoutes(content: Content): OpenAPIHono<Environment> {
  const tracks = offeredTracks(content)
  return checkedRoutes()
    .openapi(list, (context) => context.json(tracks, 200))
    .openapi(approaches, (context) => context.json(content.approaches.approaches, 200))
}

function offeredTracks({ rubrics, questions }: Content): OfferedTrack[] {
  return [...rubrics.values()].map((rubric) => {
    const bank = questions.filter(({ track }) => track === rubric.id)
    return {
      id: rubric.id,
      title: rubric.title,
      about: rubric.about,
      // Questions on a framework are asked of those who chose it; a plan must be filled without them.
      plans: offeredPlans(rubric, bank.filter(({ framework }) => framework === undefined).length).map((plan) => ({
        minutes: plan.minutes,
        questions: plan.questions,
      })),
      questions: bank.map(({ id, title, levels, topics, framework = null }) => ({ id, title, levels, topics, framework })),
    }
  })
}
