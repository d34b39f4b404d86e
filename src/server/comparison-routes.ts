import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import type { Interview } from '#src/domain/interview.ts'
import type { Redo } from '#src/domain/redo.ts'
import type { Turn } from '#src/domain/turn.ts'
import { type Attempt, comparableSchema, comparisonSchema } from '#src/protocol/history.ts'
import { countWords } from '#src/transcript/clean-lines.ts'
import { gradedTurns } from './graded-turns.ts'
import { ownInterview } from './own-interview.ts'
import { notFound, Problem } from './problem.ts'
import { checkedRoutes, type Environment, idParams, jsonOf, problems } from './route-schemas.ts'
import type { ServerOptions } from './server-options.ts'

/** Other interviews that are offered to be laid beside one. */
const offered = 20

const list = createRoute({
  method: 'get',
  path: '/api/interviews/{id}/comparable',
  summary: 'What an interview can be compared with',
  request: { params: idParams },
  responses: { 200: jsonOf(comparableSchema, 'Other attempts at one of its questions, and its redos.'), ...problems },
})
const compare = createRoute({
  method: 'get',
  path: '/api/comparisons/{first}/{second}',
  summary: 'Two attempts at a question side by side; the second may be a redo of the first',
  request: { params: z.object({ first: z.string().max(64), second: z.string().max(64) }) },
  responses: { 200: jsonOf(comparisonSchema, 'Both, as they were scored.'), ...problems },
})

/** Two attempts at one question. */
export function comparisonRoutes({ store }: Pick<ServerOptions, 'store'>): OpenAPIHono<Environment> {
  const isOpened = (id: string) => store.isScorecardOpened(id)

  async function openedInterview(id: string, owner: string) {
    const interview = await ownInterview(store, { id, owner })
    const card = await store.latestScorecard(id)
    if (card === null || !(await isOpened(id)))
      throw new Problem(409, 'not-opened', 'Only interviews whose scorecard was opened can be compared. Open it first.')
    const { turns } = await gradedTurns(store, interview, card)
    return { interview, card, turns }
  }
  type Opened = Awaited<ReturnType<typeof openedInterview>>

  return checkedRoutes()
    .openapi(list, async (context) => {
      const { owner } = context.var
      const interview = await ownInterview(store, { id: context.req.valid('param').id, owner })
      const { id, track, level } = interview
      const titles = new Map(interview.questions.map((question) => [question.id, question.title]))
      const others = await Promise.all(
        [...titles.keys()].map((question) => store.listInterviews(owner, { track, question, status: 'ended', limit: offered })),
      )
      const attempts = others
        .flat()
        .filter((one, place, all) => one.id !== id && one.isOpened && all.findIndex((other) => other.id === one.id) === place)
        .filter(({ scoring }) => scoring?.status === 'done')
        .map((one) => ({
          ...{ kind: 'interview' as const, id: one.id, title: one.title, level: one.level, createdAt: one.createdAt },
        }))
      const redos = (await store.listRedos(id))
        .filter(({ state }) => state.kind === 'graded')
        .map((redo) => ({
          ...{ kind: 'redo' as const, id: redo.id, title: titles.get(redo.question) ?? redo.question, level },
          createdAt: redo.createdAt,
        }))
      return context.json(
        [...attempts, ...redos].sort((a, b) => b.createdAt - a.createdAt),
        200,
      )
    })
    .openapi(compare, async (context) => {
      const { owner } = context.var
      const { first: firstId, second: secondId } = context.req.valid('param')
      const first = await openedInterview(firstId, owner)
      const redo = (await store.listRedos(firstId)).find(({ id }) => id === secondId)
      const second = redo === undefined ? await openedInterview(secondId, owner) : null
      const question = redo?.question ?? sharedQuestion(first.interview, second?.interview)
      if (question === null) throw notFound('These two interviews have no question in common, so there is nothing to compare.')
      const { rubric } = await store.findContent(firstId)
      return context.json(
        {
          question,
          title: first.interview.questions.find(({ id }) => id === question)?.title ?? question,
          track: first.interview.track,
          criteria: rubric.criteria.map(({ id, title }) => ({ id, title })),
          first: attemptOf(first, question, redo?.criterion),
          second: redo === undefined ? attemptOf(second ?? first, question) : redoneAttempt(first, redo),
        },
        200,
      )
    })

  function attemptOf({ interview, card, turns }: Opened, question: string, criterion?: string): Attempt {
    const scores = card.perQuestion.find((part) => part.question === question)?.scores ?? card.scores
    const { id, createdAt, level, prepared, imported, contentHash, elapsedMs } = interview
    return {
      kind: 'interview',
      interview: id,
      createdAt,
      level,
      scorer: card.scorer,
      isPrepared: prepared.includes(question),
      isImported: imported !== null,
      contentHash,
      scores: scores.filter((score) => criterion === undefined || score.criterion === criterion),
      figures: {
        elapsedMs: imported === null || imported.timed ? elapsedMs : null,
        words: wordsOf(turns),
        hints: turns.filter(({ move }) => move?.kind === 'hint').length,
      },
    }
  }

  function redoneAttempt(first: Opened, redo: Redo): Attempt {
    if (redo.state.kind !== 'graded')
      throw new Problem(409, 'not-graded', 'This answer is not graded yet. Come back in a moment.')
    const { scorer, score } = redo.state
    const whole = attemptOf(first, redo.question, redo.criterion)
    const figures = { elapsedMs: null, words: countWords(redo.text), hints: 0 }
    return { ...whole, kind: 'redo', createdAt: redo.createdAt, scorer, scores: [score], figures }
  }
}

const sharedQuestion = (first: Interview, second: Interview | undefined): string | null =>
  first.track !== second?.track
    ? null
    : (first.questions.find(({ id }) => second.questions.some((other) => other.id === id))?.id ?? null)

const wordsOf = (turns: readonly Turn[]): number =>
  turns.filter(({ speaker }) => speaker === 'candidate').reduce((sum, { text }) => sum + countWords(text), 0)
