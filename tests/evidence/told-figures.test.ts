import { describe, expect, it } from 'vitest'
import { compileLexicon } from '#src/evidence/compile-pattern.ts'
import { figuresOf } from '#src/evidence/figures.ts'
import { hedgesOf } from '#src/evidence/hedges.ts'
import { indexText } from '#src/evidence/text-index.ts'
import { tokeniseSegments } from '#src/evidence/tokenise-segments.ts'
import { shippedLexicon } from '../support/content-files.ts'

const lexicon = compileLexicon(shippedLexicon())
const read = (text: string) => indexText(tokeniseSegments([{ turn: 4, text }]), { lexicon })
const quotes = (slices: readonly { quote: string }[]) => slices.map(({ quote }) => quote)

describe('the figures of an answer', () => {
  it.each([
    ['It took 400 ms, then 90 ms.', ['400 ms', '90 ms']],
    ['Errors fell by 70% and stayed there.', ['70%']],
    ['Errors fell by seventy percent. By seventy percent, yes.', ['seventy percent']],
    ['We had three hundred orders a minute.', ['three hundred orders']],
    ['Two of them were late, in 2022 and again in May 2023.', []],
    ['We keep 2000 requests in the queue.', ['2000 requests']],
    ['It was twelve, I think.', []],
    ['It ran out at six instead of four.', []],
    ['Nothing was counted.', []],
  ])('“%s” are %j', (text, found) => {
    expect(quotes(figuresOf(read(text), lexicon).figures)).toEqual(found)
  })

  it('are slices of the turn', () => {
    const text = 'About 1,200 tickets; none of 40 since.'
    const { figures } = figuresOf(read(text), lexicon)
    expect(figures.map(({ turn, start, end }) => [turn, text.slice(start, end)])).toEqual([
      [4, '1,200 tickets'],
      [4, '40'],
    ])
  })

  it('have a baseline where they are held against what was before', () => {
    const text =
      'The build went from 40 minutes to 6. It used to fail nine times a week. Compared with that we were happy. We had 12 servers.'
    expect(quotes(figuresOf(read(text), lexicon).baselines)).toEqual([
      'The build went from 40 minutes to 6.',
      'It used to fail nine times a week.',
    ])
  })
})

describe('words that soften', () => {
  it('are counted as they were said, the most used first', () => {
    expect(hedgesOf(read('Maybe a cache. I think so; maybe not. I THINK it was, maybe.'), lexicon)).toEqual([
      { phrase: 'maybe', count: 3 },
      { phrase: 'I think', count: 2 },
    ])
  })

  it('are none in plain statements', () => {
    expect(hedgesOf(read('It was the index. I checked.'), lexicon)).toEqual([])
  })
})
