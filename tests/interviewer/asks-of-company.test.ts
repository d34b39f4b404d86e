import { expect, test } from 'vitest'
import type { HeldContent, Interview } from '#src/domain/interview.ts'
import { ruleBasedInterviewer } from '#src/interviewer/rule-based-interviewer.ts'
import { lexicon, phrases, sitting, storyContent, storyInterview } from './fixtures.ts'

const interviewer = ruleBasedInterviewer({ lexicon, phrases })
const stories: HeldContent = { ...storyContent, rubric: { ...storyContent.rubric, oneStory: true } }
const withWrapUp: Interview = {
  ...storyInterview,
  schedule: [...storyInterview.schedule, { phase: 'wrap-up', title: 'Wrap-up', role: 'wrap-up', minutes: 5, question: 2 }],
}

async function heardAfter(text: string, { interview = storyInterview, content = stories } = {}) {
  const here = sitting({ interviewer, interview, content })
  await here.hear('start')
  here.say(text)
  return here.hear()
}

const begins = (text: string, wordings: readonly string[] = []): boolean => wordings.some((words) => text.startsWith(words))

test('a question about the company in the middle of a story is put off to the end, and the story goes on', async () => {
  const alone = await heardAfter('Do you have on-call at your company?', { interview: withWrapUp })
  expect(alone.move).toEqual({ kind: 'answer', fact: null })
  expect(phrases['answer-company']).toContain(alone.text)

  const beside = await heardAfter('I wrote a script and it ran each night. How big is your team, by the way?', {
    interview: withWrapUp,
  })
  expect(beside.move.kind).toBe('probe')
  expect(begins(beside.text, phrases['answer-company'])).toBe(true)
  expect(beside.text.endsWith('?')).toBe(true)
})

test('where no minutes are kept for questions it is said that there is no company to tell about', async () => {
  const { text } = await heardAfter('Do you have on-call at your company?')
  expect(phrases['answer-company-none']).toContain(text)
})

test('nobody is told to assume something of their own story', async () => {
  const { text } = await heardAfter('Which database should it have been?')
  expect(phrases['answer-story']).toContain(text)
  const design = await heardAfter('Which database should it have been?', { content: storyContent })
  expect(phrases['answer-assume']).toContain(design.text)
})

test('a story in which somebody had lunch is no small talk', async () => {
  expect((await heardAfter('They saw that we had lunch together again.')).move.kind).not.toBe('steer')
  expect((await heardAfter('What did you have for lunch?')).move.kind).toBe('steer')
})
