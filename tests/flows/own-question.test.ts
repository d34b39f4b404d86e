import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { startHotseat } from '../support/hotseat.ts'
import { ask, connect } from '../support/live-client.ts'
import { endedInterview, openScorecard, scored } from '../support/sit-interview.ts'

const opening = "Design the service through which our product sends webhooks to customers' servers, some of which are down."
const answers = [
  'Before I draw anything: how many events a second are there at the peak, and how late may one arrive? I assume two hundred a second and five minutes, because customers build invoices on it.',
  'The product writes the event and an outbox row in one transaction, so that nothing is lost when the broker is down. A relay reads the outbox in order and puts each row into a queue per customer, because one slow receiver must not hold up the others.',
  'A worker sends it with a timeout of five seconds and retries with backoff for a day; after that it goes to a dead-letter table which the customer sees. Every event has an id, so a receiver can drop the second delivery. It costs us one table and a sweep at night.',
  'I would watch the age of the oldest undelivered event per customer, and alert at ten minutes, since the length of a queue does not tell how long somebody waits.',
]

test("a question of one's own is listed, asked along the track's phases, and scored by the track's checks", async () => {
  const folder = await mkdtemp(join(tmpdir(), 'hotseat-own-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  const question = join(folder, 'system-design/questions/webhook-relay')
  await mkdir(question, { recursive: true })
  await writeFile(
    join(question, 'question.md'),
    `---\ntitle: A relay for webhooks\nlevels: [mid, senior]\ntopics: [apis]\n---\n${opening}\n`,
  )
  await mkdir(join(folder, 'system-design/questions/broken'))
  const hotseat = await startHotseat({ env: { HOTSEAT_CONTENT: folder } })

  const settings = await (await ask(hotseat, '/api/settings')).json()
  expect(settings).toMatchObject({
    ownQuestions: { folder, count: 1, faults: ['system-design/questions/broken/question.md: this file; it is missing'] },
  })
  const choice = { track: 'system-design', level: 'mid', minutes: 45, question: 'webhook-relay' }
  const id = await endedInterview(hotseat, answers, choice)
  await scored(hotseat, id)
  const { scorecard } = await openScorecard(hotseat, id)
  expect(scorecard?.scores.filter(({ kind }) => kind === 'rated').length).toBeGreaterThan(0)
  const client = await connect(hotseat, id)
  const { turns } = await client.next('snapshot')
  expect(turns.filter(({ speaker }) => speaker === 'interviewer').length).toBeGreaterThanOrEqual(answers.length)
  expect(turns[0]?.text).toContain(opening)
})
