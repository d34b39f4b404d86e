import { expect, test } from 'vitest'
import { sampleInterviewSchema } from '#src/protocol/rest.ts'
import { startHotseat } from '../support/hotseat.ts'
import { ask } from '../support/live-client.ts'

test('the sample is there before anything is set up, scored by the rules, with weaknesses, and counts nowhere', async () => {
  const hotseat = await startHotseat()
  const response = await ask(hotseat, '/api/sample')
  expect(response.status).toBe(200)
  const { interview, scored, reviewed, about } = sampleInterviewSchema.parse(await response.json())
  expect(about).toContain('Written for Hotseat')
  const { scorecard } = scored
  expect(scorecard.scorer).toMatch(/^rule-based@/)
  expect(scorecard.scores.every(({ kind }) => kind === 'rated')).toBe(true)
  expect(scorecard.debrief.fixes).toHaveLength(3)
  expect(['lean-no-hire', 'lean-hire']).toContain(scorecard.recommendation)
  for (const score of scorecard.scores)
    if (score.kind === 'rated')
      for (const { turn, start, end, quote } of score.evidence) expect(scored.turns[turn - 1]?.text.slice(start, end)).toBe(quote)
  expect(reviewed.scorecard).toEqual(scorecard)
  expect(interview.status).toBe('ended')

  const read = async (path: string) => (await (await ask(hotseat, path)).json()) as unknown
  expect(await read('/api/interviews')).toEqual([])
  expect(await read('/api/progress')).toBeNull()
  expect((await ask(hotseat, `/api/interviews/${interview.id}`)).status).toBe(404)
  const { questions } = (await read('/api/library')) as { questions: { id: string; tried: unknown; isGuideRead: boolean }[] }
  // Its scorecard tells what is listened for, so the next interview on the question is a prepared one.
  expect(questions.find(({ id }) => id === interview.questions[0]?.id)).toMatchObject({ tried: null, isGuideRead: true })
})
