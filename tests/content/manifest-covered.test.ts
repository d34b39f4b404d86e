import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { load } from 'js-yaml'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { shippedQuestion, shippedQuestionIds } from '../support/content-files.ts'

const { covered, open } = z
  .object({ covered: z.array(z.string()), open: z.array(z.string()).default([]) })
  .parse(load(readFileSync(join(import.meta.dirname, 'manifest-ids.yaml'), 'utf8')))
const covers = new Map(
  shippedQuestionIds().flatMap(({ track, id }) => shippedQuestion(track, id).covers.map((covered) => [covered, id] as const)),
)

test('what the list says is covered is covered by a question of the bank', () => {
  expect(covered.filter((id) => !covers.has(id))).toEqual([])
})

test('what the list says is open is open: whoever covers it moves it', () => {
  expect(open.filter((id) => covers.has(id))).toEqual([])
})

test('a question covers only what the list has', () => {
  const known = new Set([...covered, ...open])
  expect([...covers].filter(([id]) => !known.has(id))).toEqual([])
})

test('the questions that labelled transcripts are about keep their ids', () => {
  const ids = new Set(shippedQuestionIds().map(({ id }) => id))
  const fixed = [
    'url-shortener rate-limiter notification-service news-feed ride-dispatch job-queue payments-consistency',
    'outage-investigated performance-bottleneck architecture-disagreement late-requirements migration-refactor cross-team-dependency',
    'improved-monitoring failure-and-learning conflict-with-colleague mentoring',
    'indexes-how-when sql-vs-nosql idempotency process-vs-thread node-event-loop csrf jwt-revocation eventual-consistency',
    'password-storage rate-limit-algorithms ridesharing-schema orders-payments-model slow-query top-n-per-group double-booking',
    'lru-cache thread-safe-cache job-queue-race sudden-500s latency-after-release queue-backlog database-cpu',
  ].flatMap((line) => line.split(' '))
  expect(fixed.filter((id) => !ids.has(id))).toEqual([])
})
