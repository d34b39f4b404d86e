import { readdirSync, readFileSync } from 'node:fs'
import Database from 'better-sqlite3'
import { load } from 'js-yaml'
import { expect, test } from 'vitest'
import { queriesSchema } from '#src/domain/exercise.ts'
import { exerciseSchema, type ShownExercise } from '#src/protocol/exercise.ts'
import { type Hotseat, startHotseat } from '../support/hotseat.ts'
import { ask, beginInterview, connect } from '../support/live-client.ts'
import { endedInterview } from '../support/sit-interview.ts'

const nothing: ShownExercise = { database: null, databaseFrom: null, cases: null, casesFrom: null }

async function exerciseOf(hotseat: Hotseat, id: string): Promise<ShownExercise> {
  const response = await ask(hotseat, `/api/interviews/${id}/exercise`)
  expect(response.status).toBe(200)
  return exerciseSchema.parse(await response.json())
}

async function begun(choice: Record<string, unknown>) {
  const hotseat = await startHotseat()
  const { id, schedule } = await beginInterview(hotseat, choice)
  await (await connect(hotseat, id)).next('utterance-end')
  /** As if the interviewer had gone on to a phase. */
  const enter = (phase: string) => {
    const database = new Database(hotseat.databaseFile)
    database.prepare('update turns set phase = ? where interview_id = ?').run(
      schedule.findIndex((one) => one.phase === phase),
      id,
    )
    database.close()
  }
  return { hotseat, id, schedule, enter, exercise: () => exerciseOf(hotseat, id) }
}

test('the tables of an SQL question come with the queries, since before they would answer what is modelled', async () => {
  const { exercise, enter, schedule } = await begun({ track: 'sql', minutes: 40, question: 'double-booking' })
  for (const phase of ['intro', 'modelling']) {
    enter(phase)
    expect(await exercise()).toEqual({ ...nothing, databaseFrom: 'Queries' })
  }
  const file = readFileSync('rubrics/sql/questions/double-booking/database.sql', 'utf8')
  for (const phase of schedule.slice(2).map((one) => one.phase)) {
    enter(phase)
    const { database, ...rest } = await exercise()
    expect(rest).toEqual({ databaseFrom: null, cases: null, casesFrom: null })
    expect(database?.sql).toMatch(/create table bookings[\s\S]*insert into bookings/)
    // What the last phase asks for stands in the file's indexes, triggers and comments.
    expect(file).toMatch(/create trigger[\s\S]*raise/)
    expect(database?.sql).not.toMatch(/create trigger|create index|--/)
  }
})

test('the cases of a coding question come with the code, and never what solves them', async () => {
  const { hotseat, id, exercise, enter, schedule } = await begun({ track: 'coding', minutes: 40, question: 'lru-cache' })
  for (const phase of ['clarify', 'approach']) {
    enter(phase)
    expect(await exercise()).toEqual({ ...nothing, casesFrom: 'Code' })
    expect(await (await ask(hotseat, `/api/interviews/${id}/exercise`)).text()).not.toContain('LruCache')
  }
  for (const phase of schedule.slice(2).map((one) => one.phase)) {
    enter(phase)
    const { cases, ...rest } = await exercise()
    expect(rest).toEqual({ database: null, databaseFrom: null, casesFrom: null })
    expect(cases).toEqual(load(readFileSync('rubrics/coding/questions/lru-cache/cases.yaml', 'utf8')))
  }
})

test.each(['behavioral', 'system-design'])('a question of %s hands out nothing', async (track) => {
  const { exercise } = await begun({ track, ...(track === 'system-design' && { minutes: 45 }) })
  expect(await exercise()).toEqual(nothing)
})

test('an interview that ended early hands out what it had by then', async () => {
  const hotseat = await startHotseat()
  const id = await endedInterview(hotseat, ['A room and a booking.'], { track: 'sql', minutes: 40, question: 'double-booking' })
  expect(await exerciseOf(hotseat, id)).toEqual({ ...nothing, databaseFrom: 'Queries' })
})

test('no route answers with a query of a question, nor with a solution', async () => {
  const { hotseat, id, enter } = await begun({ track: 'sql', minutes: 40, question: 'top-n-per-group' })
  enter('wrap-up')
  const parts = ['', '/exercise', '/export?format=json', '/scoring', '/board', '/scorecard', '/review']
  const paths = [...parts.map((part) => `interviews/${id}${part}`), 'library', 'tracks', 'openapi.json']
  const told = (await Promise.all(paths.map(async (path) => (await ask(hotseat, `/api/${path}`)).text()))).join('\n')
  const { queries } = queriesSchema.parse(load(readFileSync('rubrics/sql/questions/top-n-per-group/queries.yaml', 'utf8')))
  for (const { asks, sql } of queries)
    for (const secret of [asks, sql]) expect(told).not.toContain(JSON.stringify(secret).slice(1, -1))
  for (const question of readdirSync('rubrics/coding/questions')) {
    const solution = readFileSync(`rubrics/coding/questions/${question}/solution.ts`, 'utf8')
    const telling = solution.split('\n').filter((line) => line.length > 40 && !line.startsWith('import'))
    for (const line of telling) expect(told).not.toContain(JSON.stringify(line.trim()).slice(1, -1))
  }
})
