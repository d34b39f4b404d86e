import { describe, expect, it } from 'vitest'
import type { DeliveryReport, QuestionDelivery, StoryDelivery } from '#src/domain/delivery.ts'
import {
  baselineWords,
  deedWords,
  hedgeWords,
  lengthWords,
  noSharesWords,
  talkWords,
  timeWords,
} from '../../../web/scorecard/delivery-words.ts'
import { shippedBands } from '../../support/content-files.ts'

const bands = shippedBands()
const report = (change: Partial<DeliveryReport>): DeliveryReport => ({
  bands,
  words: { candidate: 900, interviewer: 300 },
  turns: [],
  hedges: [],
  questions: [],
  phases: null,
  notCounted: [],
  ...change,
})
const story: StoryDelivery = { sentences: [], shares: null, own: 9, shared: 3, answer: null }

describe('the sentences of how it was told', () => {
  it('tell a length beside what is common, and a time only where there is one', () => {
    expect(lengthWords({ turn: 2, words: 212, seconds: null }, bands)).toBe('212 words; commonly 150–350.')
    expect(lengthWords({ turn: 2, words: 212, seconds: 178 }, bands)).toBe(
      '212 words; commonly 150–350. 2:58 from the question to your answer, thinking and typing included; spoken, commonly 1:30–3:00.',
    )
  })

  it('name what is common for the interviewer’s share once enough was said', () => {
    expect(talkWords(report({}))).toBe('900 yours, 300 the interviewer’s, 25% of all; commonly at most 30%.')
    expect(talkWords(report({ words: { candidate: 100, interviewer: 100 } }))).toBe(
      '100 yours, 100 the interviewer’s, 50% of all.',
    )
    expect(talkWords(report({ words: { candidate: 0, interviewer: 0 } }))).toBe('Nothing was said.')
  })

  it('count deeds, words that soften and baselines without judging them', () => {
    expect(deedWords(story)).toBe('9 told with “I”, 3 with “we”.')
    expect(deedWords({ ...story, own: 0 })).toBe('None told with “I”, 3 with “we”.')
    expect(deedWords({ ...story, own: 0, shared: 0 })).toBe('None found in the past tense.')
    expect(hedgeWords(report({}))).toBe('None found.')
    const hedges = ['a', 'b', 'c', 'd', 'e', 'f'].map((phrase, at) => ({ phrase, count: 6 - at }))
    expect(hedgeWords(report({ hedges }))).toMatch(/^21 in 900 words: “a” 6, “b” 5, “c” 4, “d” 3, “e” 2, and others\. /)
  })

  it('speak of baselines only where a story is told', () => {
    const slice = { turn: 2, start: 0, end: 5, quote: '40 ms' }
    const told = (change: Partial<QuestionDelivery>): QuestionDelivery => ({
      question: 'outage',
      words: 200,
      figures: [slice],
      baselines: [],
      story,
      ...change,
    })
    expect(baselineWords(told({}))).toBe('None of them is held against what it was before.')
    expect(baselineWords(told({ baselines: [slice] }))).toBe('1 sentence says what a figure was before, or is held against.')
    expect(baselineWords(told({ baselines: [slice, slice] }))).toMatch(/^2 sentences say /)
    expect(baselineWords(told({ story: null }))).toBeNull()
    expect(baselineWords(told({ story: null, figures: [] }))).toBe('None found.')
  })

  it('teach what a story holds where too little was told', () => {
    expect(noSharesWords(bands)).toContain('a setting (10–20% of its sentences)')
  })

  it.each([
    [0, '0:00'],
    [59.6, '1:00'],
    [3725, '62:05'],
  ])('show %d seconds as %s', (seconds, words) => {
    expect(timeWords(seconds)).toBe(words)
  })
})
