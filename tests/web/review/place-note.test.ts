import { describe, expect, it } from 'vitest'
import { placeNote } from '../../../web/review/place-note.ts'

const turns = [
  { turn: 2, text: 'We lost, um, two hours of orders.', artifacts: [{ id: 'pad', kind: 'code' as const, text: 'return null' }] },
]
const note = { turn: 2, start: 13, end: 22, quote: 'two hours' }

describe('a note', () => {
  it('stands where its words are', () => {
    expect(placeNote(note, turns)).toEqual({ start: 13, end: 22 })
    expect(placeNote({ turn: 2, artifact: 'pad', start: 7, end: 11, quote: 'null' }, turns)).toEqual({ start: 7, end: 11 })
  })
  it('follows its words when the turn was corrected, and has no place once they are gone', () => {
    expect(placeNote({ ...note, start: 8, end: 17 }, turns)).toEqual({ start: 13, end: 22 })
    expect(placeNote({ ...note, quote: 'ten hours' }, turns)).toBeNull()
    expect(placeNote({ ...note, turn: 9 }, turns)).toBeNull()
    expect(placeNote({ ...note, artifact: 'board' }, turns)).toBeNull()
  })
})
