import { expect, test } from 'vitest'
import { guideSchema } from '#src/domain/guide.ts'
import type { Ended } from '#src/domain/rubric.ts'
import { whatIsOver } from '#src/interviewer/what-is-over.ts'

const step = (id: string, ...ends: Ended[]) => ({ id, taken: ['quux'], seen: 'Failures stop.', ...(ends.length > 0 && { ends }) })
const guide = guideSchema.parse({
  steps: [step('restart'), step('roll-back', 'harm'), step('mend', 'harm', 'cause')],
  keyPoints: [
    {
      id: 'finds-it',
      criterion: 'diagnosis',
      phase: 'diagnosis',
      level: 'mid',
      weight: 'must',
      point: 'Finds what it is.',
      why: 'It is what matters.',
      shows: ['pool + full'],
      probes: [{ kind: 'deepen', ask: 'What fills the pool?' }],
    },
  ],
})
const opener = { announce: '', ask: 'What could it be?', asksFor: [] }
const rubric = {
  phases: [
    {
      id: 'diagnosis',
      title: 'Diagnosis',
      role: 'work' as const,
      feeds: ['diagnosis'],
      openers: [
        { ...opener, mootOnce: 'cause' as const },
        { ...opener, onlyOnce: 'cause' as const, asksFor: ['root-cause-named'] },
      ],
    },
  ],
}
const over = (taken: string[], { shown = [], isLookBack = false }: { shown?: string[]; isLookBack?: boolean } = {}) =>
  [...whatIsOver({ guide, rubric, taken, isLookBack, shown: new Map(shown.map((id) => [id, 'yes'])) })].sort()

test('before the look back that is over which a step has ended', () => {
  expect([over([]), over(['restart']), over(['roll-back']), over(['mend'])]).toEqual([[], [], ['harm'], ['cause', 'harm']])
})

test('once users are well again, a cause that was found and told is over as well', () => {
  const shown = ['finds-it', 'root-cause-named']
  expect(over(['roll-back'], { shown })).toEqual(['cause', 'harm'])
  expect(over(['roll-back'], { shown: ['root-cause-named'] })).toEqual(['harm'])
  expect(over(['roll-back'], { shown: ['finds-it'] })).toEqual(['harm'])
  expect(over(['restart'], { shown })).toEqual([])
})

test('in the look back all of it is over, mended or not', () => {
  expect(over([], { isLookBack: true })).toEqual(['cause', 'harm'])
})
