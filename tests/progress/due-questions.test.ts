import { describe, expect, test } from 'vitest'
import type { Rating } from '#src/domain/rubric.ts'
import { dueQuestions, isWeak, type QuestionEvent } from '#src/progress/due-questions.ts'

const day = 24 * 60 * 60 * 1000
const attempt = (at: number, ratings: Rating[], question = 'q'): QuestionEvent => ({
  ...{ kind: 'attempt', question, at, ratings, title: 'Question', interview: `interview-${at}` },
})
const redo = (at: number): QuestionEvent => ({ kind: 'redo', question: 'q', at })
const dismissed = (at: number): QuestionEvent => ({ kind: 'dismissed', question: 'q', at })
const standing = (events: QuestionEvent[], now = 0) => dueQuestions(events, now).map(({ step, dueAt }) => [step, dueAt / day])

test('weak is a middle rating below the bar', () => {
  expect([isWeak([2, 3]), isWeak([3, 3, 1]), isWeak([4, 2, 2]), isWeak([])]).toEqual([true, false, true, null])
})

describe('a question', () => {
  test('that was answered weakly is due after one day, a good one never', () => {
    expect(dueQuestions([attempt(0, [2, 2, 3])], 0)).toEqual([
      { question: 'q', title: 'Question', interview: 'interview-0', step: 0, dueAt: day },
    ])
    expect(standing([attempt(0, [3, 3, 2])])).toEqual([])
    expect(standing([attempt(0, [])])).toEqual([])
  })

  test('goes on after three and seven days when it is answered in time, and ends', () => {
    const weak = attempt(0, [1])
    expect(standing([weak, redo(day)])).toEqual([[1, 4]])
    expect(standing([weak, redo(day), attempt(4 * day, [3])])).toEqual([[2, 11]])
    expect(standing([weak, redo(day), attempt(4 * day, [3]), redo(11 * day)])).toEqual([])
  })

  test('stays as it is when it is answered before it is due, and starts over when the answer is weak', () => {
    expect(standing([attempt(0, [1]), redo(day - 1), attempt(day / 2, [4])])).toEqual([[0, 1]])
    expect(standing([attempt(0, [1]), redo(day), attempt(2 * day, [2])])).toEqual([[0, 3]])
  })

  test('can be put aside, until it is answered weakly again', () => {
    expect(standing([attempt(0, [1]), dismissed(5)])).toEqual([])
    expect(standing([attempt(0, [1]), dismissed(5), redo(2 * day)])).toEqual([])
    expect(standing([attempt(0, [1]), dismissed(5), attempt(day, [1])])).toEqual([[0, 2]])
  })

  test('is not brought up again a month after it was due', () => {
    expect(standing([attempt(0, [1])], 31 * day)).toEqual([[0, 1]])
    expect(standing([attempt(0, [1])], 31 * day + 1)).toEqual([])
  })
})

test('the earliest comes first, in whatever order things are told', () => {
  const events = [attempt(day, [1], 'later'), attempt(0, [1], 'earlier')]
  expect(dueQuestions(events, 0).map(({ question }) => question)).toEqual(['earlier', 'later'])
})
