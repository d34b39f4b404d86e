import { expect, test } from 'vitest'
import type { Guide } from '#src/domain/guide.ts'
import type { Move } from '#src/domain/move.ts'
import { matchesAny } from '#src/evidence/match-pattern.ts'
import { chooseChange } from '#src/interviewer/choose-change.ts'
import { lexicon, parcelGuide } from './fixtures.ts'

const changed = (id: string, over: Partial<Guide['changedRequirements'][number]> = {}) => ({
  id,
  feeds: ['late-scans'],
  say: `I am changing ${id}. What changes?`,
  ...over,
})
const guideWith = (...changedRequirements: Guide['changedRequirements']): Guide => ({ ...parcelGuide, changedRequirements })

const chosen = (
  guide: Guide,
  said: string[],
  over: { phase?: string; shown?: string[]; moves?: Move[]; isObserved?: boolean } = {},
) =>
  chooseChange(guide, {
    phase: over.phase ?? 'deep-dives',
    moves: over.moves ?? [],
    said,
    shown: new Map((over.shown ?? []).map((id) => [id, 'yes'])),
    matches: (when, text) => matchesAny(when, text, lexicon),
    isObserved: over.isObserved ?? false,
  })?.id ?? null

const cache = changed('stale', { when: ['cache*'] })
const queue = changed('order', { when: ['queue*'] })

test('keeps from what a step that was taken would contradict', () => {
  const step = { id: 'drain', taken: ['drain'], seen: 'The queue is empty.', facts: {} }
  const guide = {
    ...guideWith(changed('full', { notAfter: ['drain'] }), changed('empty', { onlyAfter: ['drain'] })),
    steps: [step],
  }
  expect(chosen(guide, ['I drain it.'])).toBe('full')
  expect(chosen(guide, ['I drain it.'], { moves: [{ kind: 'answer', fact: 'drain' }] })).toBe('empty')
})

test('breaks what was spoken of last', () => {
  const guide = guideWith(cache, queue)
  expect(chosen(guide, ['A cache in front.', 'A queue behind.'])).toBe('order')
  expect(chosen(guide, ['A queue behind.', 'A cache in front.'])).toBe('stale')
})

test('with nothing of it said, is the one that needs no words, else one that bears on what was shown', () => {
  expect(chosen(guideWith(cache, changed('any'), queue), ['Rows in a table.'])).toBe('any')
  const fed = guideWith(cache, changed('fed', { when: ['map'], feeds: ['append-scans'] }))
  expect(chosen(fed, ['Rows in a table.'], { shown: ['append-scans'] })).toBe('fed')
  expect(chosen(fed, ['Rows in a table.'])).toBeNull()
})

test('comes in its own phases only', () => {
  const guide = guideWith(changed('early', { when: ['cache*'], phases: ['requirements'] }))
  expect(chosen(guide, ['A cache.'], { phase: 'requirements' })).toBe('early')
  expect(chosen(guide, ['A cache.'])).toBeNull()
})

test('is never one that was made, and no third', () => {
  const guide = guideWith(changed('one'), changed('two'), changed('three'))
  const made = (...ids: string[]) => chosen(guide, [], { moves: ids.map((change) => ({ kind: 'change-requirement', change })) })
  expect([made(), made('one'), made('one', 'two')]).toEqual(['one', 'two', null])
})

test('of a running system there is news up to four times', () => {
  const ids = ['one', 'two', 'three', 'four', 'five']
  const guide = guideWith(...ids.map((id) => changed(id)))
  const after = (count: number) =>
    chosen(guide, [], {
      isObserved: true,
      moves: ids.slice(0, count).map((change) => ({ kind: 'change-requirement', change })),
    })
  expect([after(2), after(3), after(4)]).toEqual(['three', 'four', null])
})
