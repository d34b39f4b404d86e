import { describe, expect, it } from 'vitest'
import { trackIdSchema } from '#src/domain/track.ts'
import { isWritingPhase, padTabsOf } from '../../../web/workspace/pad-tabs.ts'
import { shippedRubric } from '../../support/content-files.ts'

describe('the pads of a track', () => {
  it('have a board everywhere, and what the track writes first', () => {
    for (const track of trackIdSchema.options) expect(padTabsOf(track)).toContain('board')
    expect([padTabsOf('coding')[0], padTabsOf('sql')[0], padTabsOf('behavioral')]).toEqual(['code', 'sql', ['board']])
  })

  it.each(['coding', 'sql'] as const)('open by themselves in phases that %s has, from the first of them to the last', (track) => {
    const { phases } = shippedRubric(track)
    const writing = phases.map(({ id, title, role }) =>
      isWritingPhase(track, { phase: id, title, role, minutes: 5, question: 0 }),
    )
    expect(writing.indexOf(true)).toBeGreaterThan(0)
    expect(writing.lastIndexOf(true)).toBe(phases.length - 2)
    expect(writing.slice(writing.indexOf(true), -1)).not.toContain(false)
  })

  it('wait to be opened in every other track', () => {
    for (const { id, title, role } of shippedRubric('system-design').phases)
      expect(isWritingPhase('system-design', { phase: id, title, role, minutes: 5, question: 0 })).toBe(false)
  })
})
