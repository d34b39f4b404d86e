import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseRoute, type Route, routePath } from '../../../web/navigation/route.ts'

describe('addresses of pages', () => {
  it.each<[string, Route]>([
    ['/', { page: 'practise' }],
    ['/library', { page: 'library' }],
    ['/history', { page: 'history' }],
    ['/import', { page: 'import' }],
    ['/interviews/abc/correct', { page: 'correct', interview: 'abc' }],
    ['/settings/', { page: 'settings' }],
    ['/interviews/abc', { page: 'room', interview: 'abc' }],
    ['/interviews/abc/scoring', { page: 'scoring', interview: 'abc' }],
    ['/interviews/abc/scorecard', { page: 'scorecard', interview: 'abc' }],
    ['/interviews/abc/reviews', { page: 'reviews', interview: 'abc' }],
    ['/enter', { page: 'entry' }],
    ['/enter/more', { page: 'not-found' }],
    ['/shared', { page: 'shared', share: null }],
    ['/shared/abc', { page: 'shared', share: 'abc' }],
    ['/shared/abc/more', { page: 'not-found' }],
    ['/shared/%E0%A4%A', { page: 'not-found' }],
    ['/interviews/abc/review', { page: 'review', interview: 'abc' }],
    ['/interviews/abc/redo/depth/says-the-cost', { page: 'redo', interview: 'abc', criterion: 'depth', check: 'says-the-cost' }],
    ['/interviews/abc/redo/depth', { page: 'not-found' }],
    ['/compare/abc/def', { page: 'compare', first: 'abc', second: 'def' }],
    ['/compare/abc', { page: 'not-found' }],
    ['/interviews', { page: 'not-found' }],
    ['/interviews/abc/answers', { page: 'not-found' }],
    ['/interviews/abc/scorecard/more', { page: 'not-found' }],
    ['/interviews/%E0%A4%A', { page: 'not-found' }],
    ['/elsewhere', { page: 'not-found' }],
  ])('%s is %o', (path, route) => {
    expect(parseRoute(path)).toEqual(route)
  })

  it('survive the way to a path and back', () => {
    const id = fc.string({ minLength: 1 }).filter((text) => !/\p{Surrogate}/u.test(text))
    const pages = fc.constantFrom<'room' | 'scoring' | 'scorecard' | 'reviews'>('room', 'scoring', 'scorecard', 'reviews')
    fc.assert(
      fc.property(pages, id, (page, interview) => {
        expect(parseRoute(routePath({ page, interview }))).toEqual({ page, interview })
      }),
    )
  })
})
