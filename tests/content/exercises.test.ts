import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { load } from 'js-yaml'
import { expect, onTestFinished, test } from 'vitest'
import { casesSchema, queriesSchema } from '#src/domain/exercise.ts'
import { runCase } from '#src/domain/run-case.ts'
import { shippedQuestionIds } from '../support/content-files.ts'

// One question: QUESTION=lru-cache npx vitest run tests/content/exercises.test.ts
const only = process.env.QUESTION
const root = join(import.meta.dirname, '../../rubrics')
const withFile = (name: string) =>
  shippedQuestionIds()
    .map(({ track, id }) => ({ id, folder: join(root, track, 'questions', id) }))
    .filter(({ id, folder }) => existsSync(join(folder, name)) && (only === undefined || only === id))

test.each(withFile('queries.yaml'))('the queries of $id give what they say from its own database', ({ folder }) => {
  const { queries } = queriesSchema.parse(load(readFileSync(join(folder, 'queries.yaml'), 'utf8')))
  const database = new Database(':memory:')
  onTestFinished(() => void database.close())
  database.exec(readFileSync(join(folder, 'database.sql'), 'utf8'))
  for (const { asks, sql, rows } of queries) expect(database.prepare(sql).raw().all(), asks).toEqual(rows)
})

test.each(withFile('cases.yaml'))('the solution of $id passes its cases', async ({ folder }) => {
  const { entry, cases } = casesSchema.parse(load(readFileSync(join(folder, 'cases.yaml'), 'utf8')))
  const solution = (await import(join(folder, 'solution.ts'))) as Record<string, () => unknown>
  const called = solution[entry]
  if (called === undefined) throw new Error(`solution.ts exports no ${entry}`)
  for (const one of cases) expect(await runCase(called, one), one.name).toEqual({ kind: 'passed' })
})
