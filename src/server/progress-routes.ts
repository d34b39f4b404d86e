import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import { type Level, levelSchema, levels, type TrackId, trackIdSchema } from '#src/domain/track.ts'
import { comparable } from '#src/progress/comparable.ts'
import { type Suggestion, suggestions } from '#src/progress/suggestions.ts'
import { trendOf } from '#src/progress/trend.ts'
import { weakChecks } from '#src/progress/weak-checks.ts'
import { type Progress, progressSchema } from '#src/protocol/history.ts'
import type { RatedInterview } from '#src/store/history-store.ts'
import { checkedRoutes, type Environment, jsonOf, problems } from './route-schemas.ts'
import type { ServerOptions } from './server-options.ts'

/** Interviews of a track that are looked at for a trend, and of those the newest that a chart shows. */
const looked = 120
const charted = 24
/** Scorecards that weak checks are counted over. */
const checked = 10

const read = createRoute({
  method: 'get',
  path: '/api/progress',
  summary: 'Trends, weak checks and what to practise, over the opened scorecards of a track',
  request: { query: z.object({ track: trackIdSchema.optional(), level: levelSchema.optional() }) },
  responses: {
    200: jsonOf(
      progressSchema.nullable(),
      'Of the track last practised when none is named; null while no scorecard of it was opened.',
    ),
    ...problems,
  },
})

/** What many scorecards come to. */
export function progressRoutes({ store, content }: Pick<ServerOptions, 'store' | 'content'>): OpenAPIHono<Environment> {
  return checkedRoutes().openapi(read, async (context) => {
    const { owner } = context.var
    const asked = context.req.valid('query')
    const tracks = await store.countRated(owner)
    const track = asked.track ?? (await lastPractised(owner)) ?? tracks[0]?.track
    const rated = track === undefined ? [] : (await store.listRated(owner, { track, limit: looked })).reverse()
    const newest = rated.at(-1)
    if (track === undefined || newest === undefined) return context.json(null, 200)
    const level = asked.level ?? newest.level
    return context.json({ tracks, ...(await progressIn(owner, { track, level, rated })) }, 200)
  })

  async function lastPractised(owner: string): Promise<TrackId | undefined> {
    const recent = await store.listInterviews(owner, { status: 'ended', limit: charted })
    return recent.find(({ isOpened, scoring }) => isOpened && scoring?.status === 'done')?.track
  }

  async function progressIn(
    owner: string,
    { track, level, rated }: { track: TrackId; level: Level; rated: readonly RatedInterview[] },
  ): Promise<Omit<Progress, 'tracks'>> {
    const shown = comparable(rated, level).slice(-charted)
    const cards = await store.listOpenedScorecards(owner, { track, limit: checked })
    const held = cards.filter(({ isImported }) => !isImported)
    const weak = weakChecks(held.map(({ scorecard, ...one }) => ({ ...one, perQuestion: scorecard.perQuestion })))
    const criteria = content.rubrics.get(track)?.criteria ?? []
    const titles = new Map(criteria.map(({ id, title }) => [id, title]))
    const offered = content.questions
      .filter((question) => question.track === track)
      .map(({ id, title, levels: suits, guide }) => ({
        ...{ id, title, levels: suits, criteria: guide.keyPoints.map(({ criterion }) => criterion) },
      }))
    const tried = new Set(rated.flatMap(({ questions }) => questions))
    return {
      track,
      level,
      levels: levels.filter((one) => one === level || rated.some((sitting) => sitting.level === one)),
      sittings: shown.map(({ id, title, createdAt, apart }) => ({ interview: id, title, createdAt, apart })),
      criteria: criteria.map(({ id, title }) => {
        const ratings = shown.map((sitting) => sitting.ratings.find(({ criterion }) => criterion === id)?.rating ?? null)
        const counted = ratings.flatMap((rating, index) => (rating === null || shown[index]?.apart !== null ? [] : [rating]))
        return { criterion: id, title, ratings, trend: trendOf(counted) }
      }),
      checkedOver: held.length,
      weak: weak.map((one) => ({
        ...one,
        criterionTitle: titles.get(one.criterion) ?? one.criterion,
        unmet: one.unmet.map(({ question, ...place }) => place),
      })),
      suggestions: suggestions({ weak, level, questions: offered, tried }).map(shownSuggestion),
    }
  }
}

function shownSuggestion(suggestion: Suggestion): Progress['suggestions'][number] {
  const { criterion, check, means, times, unmet } = suggestion.because
  return { ...suggestion, because: { criterion, check, means, times, unmet: unmet.length } }
}
