import { expect, test } from 'vitest'
import type { Interview, ScheduledPhase } from '#src/domain/interview.ts'
import { turnsAbout } from '#src/domain/turns-about.ts'

test('a question has the turns of its phases, and one that was not asked has none', () => {
  const phase = (question: number): ScheduledPhase => ({ phase: 'x', title: 'X', role: 'work', minutes: 5, question })
  const interview: Pick<Interview, 'questions' | 'schedule'> = {
    questions: ['a', 'b'].map((id) => ({ id, title: id, text: id, firstTurn: null })),
    schedule: [phase(0), phase(1), phase(0)],
  }
  const turns = [0, 0, 1, 2].map((at, index) => ({ turn: index + 1, phase: at }))
  const about = (question: string) => turnsAbout(interview, turns, question).map(({ turn }) => turn)
  expect([about('a'), about('b'), about('c')]).toEqual([[1, 2, 4], [3], []])
})
