import { describe, expect, test } from 'vitest'
import type { Ended, Opener, Phase } from '#src/domain/rubric.ts'
import type { CheckState } from '#src/interviewer/standpoint.ts'
import { wayIn } from '#src/interviewer/way-in.ts'
import { parcelGuide } from './fixtures.ts'
import { check } from './standpoints.ts'

const opener = (ask: string, ...asksFor: string[]): Opener => ({ announce: 'Now the details.', ask, asksFor })
const path = opener('What happens to one scan?', 'path-traced')
const store = opener('What do you store?', 'entities')
const invitation = opener('Which part would you take apart?')
const phaseWith = (...openers: Opener[]): Phase => ({
  id: 'deep-dives',
  title: 'Deep dives',
  role: 'work',
  feeds: ['depth', 'judgement'],
  openers,
})
const [point] = parcelGuide.keyPoints
const guide = {
  keyPoints: point === undefined ? [] : ['one', 'two', 'three'].map((id) => ({ ...point, id, phase: 'deep-dives' })),
}
const shown = { shown: 'yes' } as const
const open = [check('path-traced', { source: 'standing' }), check('entities', { source: 'standing' })]
const openerFor = (openers: Opener[], checks: CheckState[], count = 0, ended: ReadonlySet<Ended> = new Set()) =>
  wayIn(phaseWith(...openers), { guide, checks, ended, count }).opener

describe('a phase is opened', () => {
  test('by the opener whose turn it is, while nothing that it asks for was told', () => {
    expect(openerFor([path, store], open)).toBe(path)
    expect(openerFor([path, store], open, 1)).toBe(store)
    expect(openerFor([path, store], [check('path-traced', { shown: 'partly' }), check('entities')])).toBe(path)
  })

  test('by one that asks for something else, where what another asks for was told', () => {
    expect(openerFor([path, store], [check('path-traced', shown), check('entities')])).toBe(store)
  })

  test('by an invitation where all of them ask for what was told', () => {
    const told = [check('path-traced', shown), check('entities', shown)]
    expect(openerFor([path, invitation, store], told)).toBe(invitation)
    expect(openerFor([path, store], told)).toBeNull()
  })

  test('by one that fits what a step has ended', () => {
    const before: Opener = { ...path, mootOnce: 'harm' }
    const behind: Opener = { ...store, onlyOnce: 'harm' }
    expect(openerFor([before, behind], open, 1)).toBe(before)
    expect(openerFor([before, behind], open, 0, new Set(['harm']))).toBe(behind)
    expect(openerFor([before, behind], open, 1, new Set(['cause']))).toBe(before)
  })

  test('by none of them once most of its own points were told, the bar’s alone counted', () => {
    const most = [...open, check('one', shown), check('two', shown), check('three')]
    expect(openerFor([path], most)).toBeNull()
    expect(openerFor([path], [...open, check('one', shown), check('two'), check('three')])).toBe(path)
    expect(openerFor([path], [...open, check('one', shown), check('two'), check('three', { ...shown, aboveBar: true })])).toBe(
      path,
    )
  })
})

test('what a phase without openers is opened by is the question itself', () => {
  expect(wayIn(phaseWith(), { guide, checks: open, ended: new Set(), count: 3 })).toEqual({
    opener: null,
    announce: null,
    about: 'depth',
    checks: open,
  })
})
