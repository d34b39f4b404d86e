import { expect, test } from 'vitest'
import type { Question } from '#src/domain/guide.ts'
import { type HeldContent, heldContentSchema, type Interview } from '#src/domain/interview.ts'
import { planFor, scheduleOf } from '#src/domain/schedule.ts'
import { openMoves } from '#src/interviewer/open-moves.ts'
import { ruleBasedInterviewer } from '#src/interviewer/rule-based-interviewer.ts'
import { tokensOf, turnPrompt } from '#src/interviewer/turn-prompt.ts'
import { standOf } from '#src/interviewer/where-we-stand.ts'
import { shippedQuestion, shippedQuestionIds, shippedRubric } from '../support/content-files.ts'
import { designInterview, lexicon, manner, phrases, type Sitting, sitting } from './fixtures.ts'
import { interviewerPrompt } from './interviewer-prompt.ts'

const contextTokens = 8192
const replyTokens = 600

/** What is sent along in every turn besides the transcript comes from here. */
const lengthOf = ({ guide, opening }: Question) =>
  [opening, ...guide.facts.map(({ fact }) => fact), ...guide.keyPoints.map(({ point }) => point)].join('').length

const longest = shippedQuestionIds()
  .filter(({ track }) => track === 'system-design')
  .map(({ track, id }) => shippedQuestion(track, id))
  .reduce((best, question) => (lengthOf(question) > lengthOf(best) ? question : best))

const rubric = shippedRubric('system-design')
const plan = planFor(rubric, 45)
if (plan === undefined) throw new Error('there is no design round of 45 minutes')
const content: HeldContent = heldContentSchema.parse({
  rubric,
  questions: [{ id: longest.id, guide: longest.guide, answers: longest.answers }],
})
const interview: Interview = {
  ...designInterview,
  minutes: 45,
  questions: [{ id: longest.id, title: longest.title, text: longest.opening, firstTurn: null }],
  schedule: scheduleOf(rubric, plan),
}

function promptFor(here: Sitting) {
  const request = here.request()
  const standing = standOf(request, { lexicon, phrases })
  return turnPrompt({
    prompt: interviewerPrompt,
    manner,
    lexicon,
    phrases,
    request,
    standing,
    moves: openMoves(standing.at),
    fence: `candidate-${'0'.repeat(18)}`,
    contextTokens,
    modelTokens: contextTokens,
    replyTokens,
    breach: null,
    picture: null,
  })
}

test('a turn of the longest question leaves a context of 8k tokens room for its reply, from the first to the last of 45 minutes', async () => {
  const here = sitting({ interviewer: ruleBasedInterviewer({ lexicon, phrases }), interview, content })
  // All that the sample answers say, two parts in each turn: far more than anybody says in 45 minutes.
  const parts = longest.answers.flatMap((answer) => answer.parts.map(({ text }) => text))
  const said = parts.map((text, at) => `${text}\n\n${parts[(at + 1) % parts.length]}`)
  const sizes: number[] = []
  const leftOut: number[] = []
  await here.hear('start')
  for (let turn = 0; ; turn++) {
    here.say(said[turn % said.length] ?? '', 1.3)
    const prompt = promptFor(here)
    sizes.push(tokensOf(prompt.messages))
    leftOut.push(prompt.leftOut.length)
    if ((await here.hear()).move.kind === 'close') break
  }
  expect(sizes[0]).toBeLessThan(6000)
  expect(Math.max(...leftOut)).toBeGreaterThan(0)
  for (const size of sizes) expect(size).toBeLessThanOrEqual(contextTokens - replyTokens)
})
