import { expect, test } from 'vitest'
import type { Rating } from '#src/domain/rubric.ts'
import type { Score, Verdict } from '#src/domain/score.ts'
import type { Level } from '#src/domain/track.ts'
import { debriefOf } from '#src/scoring/debrief.ts'
import { levelMet } from '#src/scoring/level-met.ts'
import { check, guide, rated, rubric } from './fixtures.ts'

const bar = (junior: Rating, mid = junior, senior = mid, lead = senior): Record<Level, Rating> => ({ junior, mid, senior, lead })

/** Every criterion rated so at each level, with so many of its checks for a 4 met, the others not. */
const scored = (byLevel: Record<Level, Rating>, foursMet: number): Score[] =>
  rubric.criteria.map((criterion) => {
    let left = foursMet
    const checks = criterion.checks.map(({ id, rating }) => check(id, rating < 4 || left-- > 0 ? 'yes' : 'not-shown'))
    return { ...rated(criterion.id, byLevel.mid, checks), byLevel }
  })
const asked = (scores: readonly Score[], level: Level) => ({ scores, perQuestion: [{ scores, guide: null }], rubric, level })

const most = 9

test('ratings alone lift nobody above the level that was asked for', () => {
  expect(levelMet(asked(scored(bar(4), 0), 'mid'))).toBe('mid')
  expect(levelMet(asked(scored(bar(4), most), 'mid'))).toBe('lead')
})

test('what goes beyond the bar lifts nobody whose ratings are not clearly above it', () => {
  expect(levelMet(asked(scored(bar(3), most), 'mid'))).toBe('mid')
  expect(levelMet(asked(scored(bar(4, 4, 3), most), 'mid'))).toBe('senior')
})

test('a lead shows more beyond the bar than a senior, and what is shown in part counts half', () => {
  const shown = (verdict: Verdict) => {
    const scores = rubric.criteria.map((criterion) => {
      const fours = criterion.checks.filter(({ rating }) => rating === 4)
      return rated(
        criterion.id,
        4,
        fours.map(({ id }) => check(id, verdict)),
      )
    })
    return levelMet(asked(scores, 'mid'))
  }
  expect((['not-shown', 'partly', 'yes'] as const).map(shown)).toEqual(['mid', 'senior', 'lead'])
})

test('at and below the level that was asked for ratings are enough, and none is left out', () => {
  expect(levelMet(asked(scored(bar(3), 0), 'lead'))).toBe('lead')
  expect(levelMet(asked(scored(bar(3, 3, 2), 0), 'lead'))).toBe('mid')
  expect(levelMet(asked(scored(bar(3, 2, 4), most), 'junior'))).toBe('junior')
  expect(levelMet(asked(scored(bar(1), 0), 'junior'))).toBeNull()
})

test('what the next level lacks is then what goes beyond the bar', () => {
  const scores = scored(bar(4), 0)
  const { meets, nextLevel } = debriefOf({ scores, perQuestion: [{ scores, guide }], rubric, level: 'mid' })
  expect(meets).toBe('mid')
  const fours = rubric.criteria.flatMap(({ checks }) => checks.filter(({ rating }) => rating === 4))
  expect(fours.map(({ id }) => `Shows ${id}.`)).toEqual(expect.arrayContaining(nextLevel?.lacks ?? []))
  expect(nextLevel).toMatchObject({ level: 'senior', lacks: expect.arrayContaining([expect.any(String)]) })
})

test('the next level lacks no point of the question that is expected of a level beyond it', () => {
  const [point] = guide.keyPoints
  if (point === undefined) throw new Error('the question has no key points')
  const keyPoints = [
    { ...point, id: 'of-senior', level: 'senior' as const },
    { ...point, id: 'of-lead', level: 'lead' as const },
    { ...point, id: 'bonus-of-lead', level: 'lead' as const, weight: 'bonus' as const },
    { ...point, id: 'bonus-of-junior', level: 'junior' as const, weight: 'bonus' as const },
  ]
  const missed = keyPoints.map(({ id }) => check(id, 'not-shown', { source: 'key-point' }))
  const scores = rubric.criteria.map(({ id }) => rated(id, 4, id === point.criterion ? missed : []))
  const perQuestion = [{ scores, guide: { ...guide, keyPoints } }]
  const { nextLevel } = debriefOf({ scores, perQuestion, rubric, level: 'mid' })
  expect(nextLevel?.level).toBe('senior')
  expect(nextLevel?.lacks.toSorted()).toEqual(['Shows bonus-of-junior.', 'Shows of-senior.'])
})
