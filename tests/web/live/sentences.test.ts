import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { finishedLength } from '../../../web/live/sentences.ts'

const finished = (text: string) => text.slice(0, finishedLength(text))

describe('the whole sentences of a growing text', () => {
  it.each([
    ['How many reads', ''],
    ['How many reads? And wri', 'How many reads?'],
    ['Keep p99 below 99.9', ''],
    ['He said "no." Then', 'He said "no."'],
    ['First line\nsecond', 'First line\n'],
    ['Done.', ''],
  ])('of %j are %j', (text, whole) => {
    expect(finished(text)).toBe(whole)
  })

  it('never take back what was whole', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('a', 'b', '.', '?', ' ', '\n', '9', '"'), { maxLength: 30 }), (characters) => {
        const lengths = characters.map((_, index) => finishedLength(characters.slice(0, index + 1).join('')))
        expect(lengths).toEqual([...lengths].sort((left, right) => left - right))
      }),
    )
  })
})
