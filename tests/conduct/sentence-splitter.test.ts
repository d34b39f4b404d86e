import { expect, test } from 'vitest'
import { sentenceSplitter } from '#src/conduct/sentence-splitter.ts'

const split = (pieces: string[]): string[] => {
  const splitter = sentenceSplitter()
  return [...pieces.flatMap((piece) => splitter.push(piece)), splitter.flush()]
}

test('gives the same sentences however the words are cut', () => {
  const text = 'I see. At 99.9 percent, e.g. in March, what "breaks first?" Say so!\nGo on'
  const whole = ['I see. ', 'At 99.9 percent, e.g. in March, what "breaks first?" ', 'Say so!\n', 'Go on']
  expect(split([text])).toEqual(whole)
  expect(split([...text])).toEqual(whole)
  expect(split(text.match(/.{1,7}/gs) ?? [])).toEqual(whole)
})

test('holds a sentence back until something follows it', () => {
  const splitter = sentenceSplitter()
  expect(splitter.push('Okay.')).toEqual([])
  expect(splitter.push(' ')).toEqual([])
  expect(splitter.push('W')).toEqual(['Okay. '])
  expect(splitter.flush()).toBe('W')
})

test('abbreviations end no sentence however many there are, and line breaks are one end however many there are', () => {
  expect(split(['E.g. one, i.e. two, approx. three vs. four etc. five. Six'])).toEqual([
    'E.g. one, i.e. two, approx. three vs. four etc. five. ',
    'Six',
  ])
  expect(split([`${'e.g. '.repeat(100_000)}this. That`]).map(({ length }) => length)).toEqual([500_006, 4])
  expect(split([`One${'\n'.repeat(100_000)}`, 'two']).map(({ length }) => length)).toEqual([100_003, 3])
})
