import { expect, test } from 'vitest'
import { checkQuestion } from '#src/content/check-question.ts'
import type { Question } from '#src/domain/guide.ts'
import { shippedQuestion, shippedRubric } from '../support/content-files.ts'

const depthFaults = (question: Question): string[] => {
  const faults: string[] = []
  const none = () => {}
  const guide = (path: string, expected: string) => path === 'keyPoints' && faults.push(expected)
  checkQuestion(question, {
    rubric: shippedRubric(question.track),
    inFull: true,
    topics: undefined,
    lexicon: undefined,
    question: none,
    guide,
    answers: none,
  })
  return faults.filter((fault) => fault.includes('at the least, not'))
}

const withPoints = (question: Question, count: number): Question => ({
  ...question,
  guide: { ...question.guide, keyPoints: question.guide.keyPoints.slice(0, count) },
})

test('asks for six key points, but for a concept', () => {
  const design = shippedQuestion('system-design', 'url-shortener')
  const concept = shippedQuestion('concepts', 'idempotency')

  expect(depthFaults(withPoints(design, 6))).toEqual([])
  expect(depthFaults(withPoints(design, 5))).toEqual(['6 key points at the least, not 5'])
  expect(depthFaults(withPoints(concept, 5))).toEqual([])
})
