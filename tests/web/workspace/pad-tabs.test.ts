import { describe, expect, it } from 'vitest'
import { trackIdSchema } from '#src/domain/track.ts'
import { padTabsOf } from '../../../web/workspace/pad-tabs.ts'

describe('the pads of a track', () => {
  it('have a board everywhere, and what the track writes first', () => {
    for (const track of trackIdSchema.options) expect(padTabsOf(track)).toContain('board')
    expect([padTabsOf('coding')[0], padTabsOf('sql')[0], padTabsOf('behavioral')]).toEqual(['code', 'sql', ['board']])
  })
})
