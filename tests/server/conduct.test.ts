import { expect, test } from 'vitest'
import { conductRuleIds } from '#src/domain/conduct.ts'
import { shippedQuestion } from '../support/content-files.ts'
import { startHotseat } from '../support/hotseat.ts'
import { ask } from '../support/live-client.ts'
import { endedInterview, openScorecard, scored } from '../support/sit-interview.ts'

const answer = shippedQuestion('behavioral', 'outage-investigated').answers.find(({ quality }) => quality === 'senior')
const paragraphs = (answer?.parts[0]?.text ?? '').split(/\n+/)

test('a scorecard and its Markdown say how the interviewer behaved', async () => {
  const hotseat = await startHotseat()
  const id = await endedInterview(hotseat, paragraphs.slice(0, 3), {
    minutes: 5,
    question: 'outage-investigated',
  })
  await scored(hotseat, id)

  const { conduct } = await openScorecard(hotseat, id)
  expect(conduct.interviewerTurns).toBeGreaterThan(2)
  // The candidate ended it, so it need not have closed.
  expect(conduct.breaches.filter(({ rule }) => rule !== 'no-closing' && rule !== 'no-wrap-up')).toEqual([])
  expect(conduct.undecided.every(({ rule }) => conductRuleIds.includes(rule))).toBe(true)
  const markdown = await (await ask(hotseat, `/api/interviews/${id}/export`)).text()
  expect(markdown).toContain('## How the interviewer behaved')
  expect(markdown).toContain(`- Questions: ${conduct.questions.asked}, at most ${conduct.questions.mostInTurn} in a turn.`)
})
