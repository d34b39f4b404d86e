import { expect, test } from 'vitest'
import { startHotseat } from '../support/hotseat.ts'
import { ask } from '../support/live-client.ts'
import { endedInterview, openScorecard, scored } from '../support/sit-interview.ts'

const story = [
  'Last spring I was on the billing team of a hotel chain, and invoices went out twice.',
  'My task was to find out why before the month closed.',
  'I read the logs of two nights and compared the ids.',
  'Then I wrote a test that sends the same booking twice.',
  'I added a unique key and we deployed it on a Tuesday.',
  'Since then double invoices went from 40 a week to none.',
].join(' ')

test('how it was told comes with the scorecard: story by story, phases by the plan, turns by the clock', async () => {
  const hotseat = await startHotseat()
  const further =
    'I split the one job that we had into two, since the second half was safe to repeat and the first was not, and I moved the second half to a queue of its own with a limit of ten a minute.'
  const learned = 'I learned to write the test for a repeated message before the code that sends it, in every project since then.'
  const id = await endedInterview(hotseat, [story, further, learned], { minutes: 15 })
  await scored(hotseat, id)
  const { delivery, turns, scorecard } = await openScorecard(hotseat, id)
  expect(delivery.questions.map(({ question }) => question)).toEqual(scorecard.perQuestion.map(({ question }) => question))
  const [first, ...notReached] = delivery.questions
  expect(first?.story?.shares?.action).toBeGreaterThan(30)
  expect(first?.story?.own).toBeGreaterThan(first?.story?.shared ?? 0)
  const told = turns.find(({ turn }) => turn === first?.story?.answer?.turn)?.text
  expect(told).toBe(story)
  expect(
    first?.story?.sentences
      .slice(0, 6)
      .map(({ start, end }) => story.slice(start, end))
      .join(' '),
  ).toBe(story)
  expect(notReached.map(({ words, story: unreached }) => [words, unreached?.answer, unreached?.shares])).toEqual([
    [0, null, null],
    [0, null, null],
  ])
  expect(delivery.phases?.map(({ title, plannedMs }) => [title, plannedMs])).toEqual([
    ['Story', 300_000],
    ['Story', 300_000],
    ['Story', 300_000],
  ])
  expect(delivery.turns.every(({ seconds }) => seconds !== null)).toBe(true)
  expect(delivery.notCounted).toEqual([])
})

test('counted again it is the same, and it is not part of the stored scorecard', async () => {
  const hotseat = await startHotseat()
  const id = await endedInterview(hotseat, [story, story, story])
  await scored(hotseat, id)
  const before = await openScorecard(hotseat, id)
  await hotseat.restart()
  expect((await openScorecard(hotseat, id)).delivery).toEqual(before.delivery)
  expect(before.scorecard).not.toHaveProperty('delivery')
})

test('the Markdown of an own interview has it once the scorecard was opened', async () => {
  const hotseat = await startHotseat()
  const id = await endedInterview(hotseat, [story, story, story])
  await scored(hotseat, id)
  await openScorecard(hotseat, id)
  const markdown = await (await ask(hotseat, `/api/interviews/${id}/export?format=markdown`)).text()
  expect(markdown).toContain('\n## How it was told\n')
  expect(markdown).toContain('\n| Turn | Words | Time |\n')
  // Beside the share that the interviewer is held to, which is of the words that count.
  expect(markdown).toMatch(/^- Words: \d+ of the candidate, \d+ of the interviewer \(\d+% of all[;)]/m)
})
