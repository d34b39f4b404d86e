import { expect, test } from 'vitest'
import type { Guide } from '#src/domain/guide.ts'
import type { Turn } from '#src/domain/turn.ts'
import { coverageOf } from '#src/interviewer/coverage.ts'
import { designContent, lexicon, parcelGuide } from './fixtures.ts'

const [point] = parcelGuide.keyPoints
if (point === undefined) throw new Error('The guide has no point.')
const guide: Guide = {
  ...parcelGuide,
  keyPoints: [{ ...point, id: 'cache-lost', shows: ['cache + fall* through + cap* | limit*'], partly: undefined }],
}

function covered(said: string, check: string) {
  const turn = (over: Pick<Turn, 'turn' | 'speaker' | 'text'> & Partial<Turn>): Turn => ({
    artifacts: [],
    phase: 0,
    elapsedMs: 0,
    createdAt: 0,
    clientTurnId: null,
    move: null,
    spokenBy: null,
    interrupted: false,
    ...over,
  })
  const turns = [
    turn({ turn: 1, speaker: 'interviewer', text: 'Follow a parcel.', move: { kind: 'open' } }),
    turn({ turn: 2, speaker: 'candidate', text: 'Each one is scanned at the depot.' }),
    turn({
      turn: 3,
      speaker: 'interviewer',
      text: 'The cache goes down at peak. What happens?',
      move: { kind: 'probe', check, probe: 'failure' },
    }),
    turn({ turn: 4, speaker: 'candidate', text: said }),
  ]
  return coverageOf({ turns, questionText: 'Follow a parcel.', guide, rubric: designContent.rubric, lexicon, notes: [] })
}

test('what a reply to its own question answers without repeating it has nothing left to ask', () => {
  const answered = covered('Reads fall through to the table, so I would cap how many may.', 'cache-lost')
  expect(answered.shown.get('cache-lost')).toBe('partly')
  expect(answered.told.has('cache-lost')).toBe(true)
})

test('the same words after another question, and no answer to this one, leave all to ask', () => {
  const elsewhere = covered('Reads fall through to the table, so I would cap how many may.', 'late-scans')
  const unknown = covered('I do not know what happens there.', 'cache-lost')
  for (const { shown, told } of [elsewhere, unknown]) {
    expect(shown.has('cache-lost')).toBe(false)
    expect(told.has('cache-lost')).toBe(false)
  }
})
