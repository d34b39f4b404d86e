import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { linePieces } from '../../../web/artifacts/line-pieces.ts'
import { markText } from '../../../web/scorecard/mark-text.ts'

describe('a marked text line by line', () => {
  it('keeps each line with its break, blank ones too', () => {
    const lines = linePieces(markText('one\n\nthree', []))
    expect(lines.map((pieces) => pieces.map(({ text }) => text).join(''))).toEqual(['one\n', '\n', 'three'])
    expect(linePieces(markText('one\n', [])).length).toBe(1)
    expect(linePieces([])).toEqual([])
  })

  it('begins a mark that goes over lines in the first of them alone', () => {
    const lines = linePieces(markText('one\ntwo\nthree', [{ id: 'a', start: 2, end: 9 }]))
    expect(lines.map((pieces) => pieces.map(({ text, begins }) => [text, ...begins]))).toEqual([
      [['on'], ['e\n', 'a']],
      [['two\n']],
      [['t'], ['hree']],
    ])
  })

  it('loses nothing, and every piece is where it says', () => {
    const mark = fc.record({ start: fc.nat(24), length: fc.nat(12) })
    const text = fc.array(fc.constantFrom('a', 'b ', '\n', '😀'), { maxLength: 20 }).map((parts) => parts.join(''))
    fc.assert(
      fc.property(text, fc.array(mark, { maxLength: 5 }), (written, places) => {
        const marks = places.map(({ start, length }, at) => ({ id: `${at}`, start, end: start + length }))
        const pieces = markText(written, marks)
        const lines = linePieces(pieces)
        expect(
          lines
            .flat()
            .map((piece) => piece.text)
            .join(''),
        ).toBe(written)
        for (const { start, text: words } of lines.flat()) expect(written.slice(start, start + words.length)).toBe(words)
        expect(lines.flat().flatMap(({ begins }) => begins)).toEqual(pieces.flatMap(({ begins }) => begins))
        expect(lines.length).toBe(written === '' ? 0 : written.replace(/\n$/, '').split('\n').length)
      }),
    )
  })
})
