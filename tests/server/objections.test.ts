import { expect, test } from 'vitest'
import { z } from 'zod'
import { objectionSchema } from '#src/domain/objection.ts'
import { type Hotseat, startHotseat } from '../support/hotseat.ts'
import { ask, beginInterview } from '../support/live-client.ts'
import { endedInterview, openScorecard, scored } from '../support/sit-interview.ts'

const words = 'I found the cause of the outage in March because I read the slow query log, and the error rate fell to nothing. '
const answers = [words.repeat(3), words.repeat(3), words.repeat(3)]

const post = (hotseat: Hotseat, path: string, body: unknown) =>
  ask(hotseat, `/api/interviews/${path}`, { method: 'POST', body: JSON.stringify(body) })
const listed = async (hotseat: Hotseat, id: string) =>
  z.array(objectionSchema.strict()).parse(await (await ask(hotseat, `/api/interviews/${id}/objections`)).json())

test('a turn, a rating and a fix can be called not useful; no score changes, and it can be taken back', async () => {
  const hotseat = await startHotseat()
  const id = await endedInterview(hotseat, answers)
  await scored(hotseat, id)
  const early = { target: { kind: 'rating', question: null, criterion: 'context' }, reason: 'Unseen.' }
  expect((await post(hotseat, `${id}/objections`, early)).status).toBe(409)
  const before = await openScorecard(hotseat, id)
  const { scorecard, turns } = before
  const [fix] = scorecard.debrief.fixes
  const [score] = scorecard.scores
  const targets = [
    { kind: 'turn', turn: 1 },
    { kind: 'rating', question: null, criterion: score?.criterion },
    { kind: 'rating', question: scorecard.perQuestion[0]?.question, criterion: score?.criterion },
    { kind: 'fix', criterion: fix?.criterion, check: fix?.check },
  ]
  for (const target of targets)
    expect((await post(hotseat, `${id}/objections`, { target, reason: ' Nobody asked. ' })).status).toBe(201)
  const objections = await listed(hotseat, id)
  expect(objections.map(({ target, reason }) => ({ target, reason }))).toEqual(
    targets.map((target) => ({ target, reason: 'Nobody asked.' })),
  )
  expect(objections.map(({ about }) => about)).toEqual([
    turns[0]?.text,
    expect.stringMatching(/^(Rated [1-4]|Unscored): /),
    expect.stringMatching(/^(Rated [1-4]|Unscored): /),
    fix?.what,
  ])
  expect(await openScorecard(hotseat, id)).toEqual(before)
  const exported = async (format: string) => (await ask(hotseat, `/api/interviews/${id}/export?format=${format}`)).text()
  expect(JSON.parse(await exported('json'))).toMatchObject({ objections })
  expect(await exported('markdown')).toContain('## Not useful, says the candidate')

  const left = await post(hotseat, `${id}/objections/${objections[1]?.id}/withdrawal`, {})
  expect([left.status, await left.json()]).toEqual([200, objections.filter((_, at) => at !== 1)])
  expect((await post(hotseat, `${id}/objections/${objections[1]?.id}/withdrawal`, {})).status).toBe(404)
})

test('only what there is can be called not useful, after the end, and with a reason', async () => {
  const hotseat = await startHotseat()
  const { id: running } = await beginInterview(hotseat)
  const onFirst = { target: { kind: 'turn', turn: 1 }, reason: 'Why not?' }
  expect((await post(hotseat, `${running}/objections`, onFirst)).status).toBe(409)
  const id = await endedInterview(hotseat, answers)
  await scored(hotseat, id)
  await openScorecard(hotseat, id)
  const status = async (body: unknown) => (await post(hotseat, `${id}/objections`, body)).status
  expect(await status({ ...onFirst, reason: '  ' })).toBe(400)
  for (const target of [
    // The candidate's own.
    { kind: 'turn', turn: 2 },
    { kind: 'turn', turn: 99 },
    { kind: 'rating', question: null, criterion: 'charm' },
    { kind: 'rating', question: 'another-question', criterion: 'context' },
    { kind: 'fix', criterion: 'context', check: 'no-such-check' },
  ])
    expect(await status({ target, reason: 'Why not?' })).toBe(404)
  expect(await listed(hotseat, id)).toEqual([])
})
