import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { markText } from '../../../web/scorecard/mark-text.ts'

describe('a text cut at the edges of its marks', () => {
  it('is one piece without marks and none when empty', () => {
    expect(markText('Reads dominate.', [])).toEqual([{ start: 0, text: 'Reads dominate.', marks: [], begins: [] }])
    expect(markText('', [{ id: 'a', start: 0, end: 3 }])).toEqual([])
  })

  it('holds exactly the marked slice, and knows overlaps', () => {
    const marks = [
      { id: 'a', start: 0, end: 5 },
      { id: 'b', start: 2, end: 8 },
    ]
    expect(markText('0123456789', marks)).toEqual([
      { start: 0, text: '01', marks: ['a'], begins: ['a'] },
      { start: 2, text: '234', marks: ['a', 'b'], begins: ['b'] },
      { start: 5, text: '567', marks: ['b'], begins: [] },
      { start: 8, text: '89', marks: [], begins: [] },
    ])
  })

  it('loses nothing and shows each mark whole, wherever marks lie', () => {
    const mark = fc.record({ start: fc.nat(20), length: fc.nat(12) })
    fc.assert(
      fc.property(fc.string({ maxLength: 20 }), fc.array(mark, { maxLength: 6 }), (text, places) => {
        const marks = places.map(({ start, length }, index) => ({ id: `${index}`, start, end: start + length }))
        const pieces = markText(text, marks)
        expect(pieces.map((piece) => piece.text).join('')).toBe(text)
        for (const { id, start, end } of marks) {
          const shown = pieces.filter((piece) => piece.marks.includes(id)).map((piece) => piece.text)
          expect(shown.join('')).toBe(text.slice(start, end))
        }
      }),
    )
  })
})
