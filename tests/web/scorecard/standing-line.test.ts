import { describe, expect, it } from 'vitest'
import { standingLine } from '../../../web/scorecard/standing-line.ts'

describe('the line beneath the recommendation', () => {
  it('names the level met and what the next one lacks first', () => {
    const debrief = {
      meets: 'mid' as const,
      nextLevel: { level: 'senior' as const, lacks: ['Says what fails first.', 'Sizes it.'] },
    }
    expect(standingLine({ debrief, level: 'senior' })).toBe('Meets mid; for senior it lacks: says what fails first.')
  })

  it('leaves a name in capitals as it is', () => {
    const debrief = { meets: 'mid' as const, nextLevel: { level: 'senior' as const, lacks: ['SQL plans are read'] } }
    expect(standingLine({ debrief, level: 'mid' })).toBe('Meets mid; for senior it lacks: SQL plans are read.')
  })

  it('says plainly that no bar is met', () => {
    expect(standingLine({ debrief: { meets: null, nextLevel: null }, level: 'mid' })).toBe('Does not meet the bar of junior yet.')
  })

  it('says when the bar was passed', () => {
    expect(standingLine({ debrief: { meets: 'lead', nextLevel: null }, level: 'senior' })).toBe(
      'Meets lead, above the senior bar it was held to.',
    )
  })

  it('never names what a level lacks that is met already, or is more than one above', () => {
    const nextLevel = { level: 'lead' as const, lacks: ['Counts opens outside the redirect.'] }
    expect(standingLine({ debrief: { meets: 'lead', nextLevel }, level: 'senior' })).toBe(
      'Meets lead, above the senior bar it was held to.',
    )
    expect(standingLine({ debrief: { meets: 'mid', nextLevel }, level: 'senior' })).toBe(
      'Meets mid, below the senior bar it was held to.',
    )
    expect(standingLine({ debrief: { meets: null, nextLevel }, level: 'senior' })).toBe('Does not meet the bar of junior yet.')
  })
})
