import { expect, test } from 'vitest'
import type { Move } from '#src/domain/move.ts'
import type { Transcript } from '#src/domain/transcript.ts'
import { createRuleBasedScorer } from '#src/scoring/rule-based-scorer.ts'
import { shippedLexicon, shippedQuestion, shippedRubric } from '../support/content-files.ts'

const rubric = shippedRubric('incident')
const question = shippedQuestion('incident', 'bad-deploy')
const point = question.guide.keyPoints.find(({ id }) => id === 'repairs-rows-with-care')
if (point === undefined) throw new Error('The question has no such point.')
const ask = 'Which rows exactly do you change, and which must you leave alone?'
const rules = createRuleBasedScorer({ lexicon: shippedLexicon() })

async function judge(said: string, move?: Move) {
  const transcript: Transcript = {
    id: 'replies',
    track: 'incident',
    level: 'mid',
    questions: [{ id: question.id, text: question.opening }],
    turns: [
      { speaker: 'interviewer', text: question.opening, artifacts: [] },
      { speaker: 'candidate', text: 'Let me think where to begin with this.', artifacts: [] },
      { speaker: 'interviewer', text: ask, artifacts: [], ...(move !== undefined && { move }) },
      { speaker: 'candidate', text: said, artifacts: [] },
    ],
  }
  const verdict = await rules.judge({ transcript, rubric, questionIndex: 0, question }, point?.criterion ?? '')
  return verdict.ok ? verdict.checks.find(({ check }) => check === point?.id) : undefined
}

const probe: Move = { kind: 'probe', check: point.id, probe: 'specify' }
const reply = 'Only the ones written by the migration, and where updated_at is still that time.'

test('a reply that leaves out the words of the planned question counts where its move says what was asked', async () => {
  expect(await judge(reply, probe)).toMatchObject({ verdict: 'partly', evidence: [{ turn: 4, quote: reply }], cappedBy: null })
  expect(await judge(reply)).toMatchObject({ verdict: 'not-shown', evidence: [] })
  expect(await judge(reply, { ...probe, check: 'another' })).toMatchObject({ verdict: 'not-shown', evidence: [] })
})

test.each([`So you are asking: ${ask}`, `I don't know. ${ask}`, 'Whichever you tell me to.'])(
  'giving the question back shows nothing: %s',
  async (said) => expect(await judge(said, probe)).toMatchObject({ verdict: 'no', evidence: [] }),
)
