import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import type { Question } from '#src/domain/guide.ts'
import type { Rubric } from '#src/domain/rubric.ts'
import { slugSchema, trackIdSchema } from '#src/domain/track.ts'
import {
  type Library,
  type LibraryQuestion,
  librarySchema,
  type StudyGuide,
  studyGuideSchema,
  studyRequestSchema,
} from '#src/protocol/rest.ts'
import type { InterviewSummary, Store } from '#src/store/store.ts'
import { notFound, Problem } from './problem.ts'
import { checkedRoutes, type Environment, jsonOf, problems } from './route-schemas.ts'
import type { ServerOptions } from './server-options.ts'

const read = createRoute({
  method: 'get',
  path: '/api/library',
  summary: 'Every question with its opening and what it tests, and what this person has done with it',
  responses: { 200: jsonOf(librarySchema, 'The library.'), ...problems },
})
const study = createRoute({
  method: 'post',
  path: '/api/library/{track}/{question}/guide',
  summary: 'Open the guide of a question, which is recorded; of one that was never tried only for study',
  request: {
    params: z.object({ track: trackIdSchema, question: slugSchema }),
    body: { required: true, ...jsonOf(studyRequestSchema, 'Whether it is meant to be read before the first attempt.') },
  },
  responses: { 200: jsonOf(studyGuideSchema, 'What the interviewer listens for.'), ...problems },
})

/** The bank as something to browse. What a guide holds leaves the server only here and in the debrief. */
export function libraryRoutes({ content, store }: Pick<ServerOptions, 'content' | 'store'>): OpenAPIHono<Environment> {
  const { topics, rubrics, questions, own } = content
  const ownIds = new Set(own?.ids)
  return checkedRoutes()
    .openapi(read, async (context) => {
      const done = await doneBy(store, context.var.owner)
      const library: Library = {
        topics: topics.topics.map(({ id, title }) => ({ id, title })),
        questions: questions.map((question) => listed(question, { ...done, isOwn: ownIds.has(question.id) })),
      }
      return context.json(library, 200)
    })
    .openapi(study, async (context) => {
      const { track, question: id } = context.req.valid('param')
      const question = questions.find((one) => one.track === track && one.id === id)
      const rubric = rubrics.get(track)
      if (question === undefined || rubric === undefined) throw notFound(`There is no question "${id}" in the track ${track}.`)
      const { tried } = await doneBy(store, context.var.owner)
      if (!tried.has(keyOf(question)) && !context.req.valid('json').forStudy)
        throw new Problem(
          409,
          'not-tried',
          'Try this question first, or open its guide for study: your next attempt then counts as prepared.',
        )
      await store.saveGuideReading(context.var.owner, { track, question: id })
      return context.json(guideOf(question, rubric), 200)
    })
}

const keyOf = ({ track, id }: Pick<Question, 'track' | 'id'>) => `${track}/${id}`

interface Done {
  /** By track and question: how often it was asked in an interview that is over, and when last. */
  tried: ReadonlyMap<string, { times: number; lastAt: number }>
  guidesRead: ReadonlySet<string>
}

async function doneBy(store: Store, owner: string): Promise<Done> {
  const [interviews, readings] = await Promise.all([store.listInterviews(owner), store.listGuideReadings(owner)])
  return {
    tried: triedIn(interviews),
    guidesRead: new Set(readings.map(({ track, question }) => keyOf({ track, id: question }))),
  }
}

function triedIn(interviews: readonly InterviewSummary[]): Done['tried'] {
  const tried = new Map<string, { times: number; lastAt: number }>()
  for (const { track, status, createdAt, questions } of interviews)
    for (const { id, firstTurn } of questions) {
      if (status !== 'ended' || firstTurn === null) continue
      const { times, lastAt } = tried.get(keyOf({ track, id })) ?? { times: 0, lastAt: 0 }
      tried.set(keyOf({ track, id }), { times: times + 1, lastAt: Math.max(lastAt, createdAt) })
    }
  return tried
}

function listed(question: Question, { tried, guidesRead, isOwn }: Done & { isOwn: boolean }): LibraryQuestion {
  const { id, track, title, opening, levels, topics, framework = null, difficulty, tests = null } = question
  return {
    ...{ id, track, title, opening, levels, topics, framework, difficulty, tests, isOwn },
    tried: tried.get(keyOf(question)) ?? null,
    isGuideRead: guidesRead.has(keyOf(question)),
  }
}

function guideOf({ guide, answers }: Question, rubric: Rubric): StudyGuide {
  return {
    criteria: rubric.criteria.map(({ id, title, means }) => ({
      title,
      means,
      points: guide.keyPoints
        .filter(({ criterion }) => criterion === id)
        .map(({ point, why, level, weight, drill = null }) => ({ point, why, level, weight, drill })),
    })),
    facts: guide.facts.map(({ fact }) => fact),
    changes: guide.changedRequirements.map(({ say }) => say),
    truths: guide.misconceptions.map(({ truth }) => truth),
    phases: rubric.phases.map(({ id, title }) => ({ id, title })),
    answers,
  }
}
