import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Content } from '#src/content/content.ts'
import { groundOf } from '#src/evidence/ground.ts'
import { findMisconceptions } from '#src/evidence/judge-check.ts'
import { packageRoot } from '#src/package-root.ts'
import { shippedContent } from '../support/shipped-content.ts'

let content: Content
beforeAll(async () => {
  content = await shippedContent()
})

/** Ids of what of a question's misconceptions stands in these words. */
function standingIn(question: string, text: string): string[] {
  const misconceptions = content.questions.find(({ id }) => id === question)?.guide.misconceptions ?? []
  const ground = groundOf({ candidateSaid: [{ turn: 2, text }], interviewerSaid: [], lexicon: content.lexicon })
  return findMisconceptions(misconceptions, ground)
    .filter(({ stands }) => stands)
    .map(({ misconception }) => misconception.id)
}

test('no honest sample answer of the bank is taken for a misconception of its own question', () => {
  const taken = content.questions.flatMap(({ id, track }) => {
    const answers = readFileSync(join(packageRoot(), 'rubrics', track, 'questions', id, 'answers.md'), 'utf8')
    const honest = answers
      .split(/^## /m)
      .slice(1)
      .filter((answer) => !answer.startsWith('weak'))
    return honest.flatMap((answer) => standingIn(id, answer).map((found) => `${id}: ${found}`))
  })
  expect(taken).toEqual([])
})

describe('money in binary floating point', () => {
  test.each([
    ['orders-payments-model', 'The total is a float and the status is text.', 'float-money'],
    ['orders-payments-model', 'For the price I take double precision.', 'float-money'],
    ['transfer-acid', 'The balance is a double, that is precise.', 'float-money'],
    ['ridesharing-schema', 'The fare is a float.', 'float-fare'],
  ])('%s: %s', (question, text, id) => {
    expect(standingIn(question, text)).toContain(id)
  })

  test.each([
    ['orders-payments-model', 'Two partial refunds would double the payment. The money is gone then.'],
    ['orders-payments-model', 'The join gives double the amount for two lines.'],
    ['orders-payments-model', 'What is the real price? The total of that day.'],
    ['transfer-acid', 'Run twice, that would double the amount.'],
    ['ridesharing-schema', 'At night the fare is double the normal one.'],
    ['ridesharing-schema', 'The price is an integer in pence, because a float drifts.'],
  ])('is not meant by: %s: %s', (question, text) => {
    expect(standingIn(question, text)).toEqual([])
  })
})

test.each([
  ['orders-payments-model', 'I would put an index on every column.', ['index-all']],
  ['orders-payments-model', 'The page shows everything. An index serves the sort.', []],
  ['orders-payments-model', 'We use transactions, so nothing can go wrong.', ['transaction-stops-all']],
  ['orders-payments-model', 'One transaction, and the reference is unique, so there are no duplicates.', []],
  ['rest-auth', 'All services share it, one HS256 secret.', ['same-secret-all']],
  ['rest-auth', 'A shared secret is what I want to be rid of.', []],
])('%s: %s', (question, text, found) => {
  expect(standingIn(question, text)).toEqual(found)
})
