import { describe, expect, test } from 'vitest'
import { eventTold } from '#src/evidence/event-told.ts'
import { shippedLexicon } from '../support/content-files.ts'

const lexicon = shippedLexicon()

describe('what an answer tells of the event', () => {
  test('is what it says, word for word, where it does not look back', () => {
    const text = 'I drew it on a whiteboard, and he  laughed. It went out three weeks later!'
    expect(eventTold(text, lexicon)).toBe(text)
  })

  test('leaves out what was learnt and what is done since', () => {
    const deed = 'I drew it on a whiteboard.'
    expect(eventTold(`${deed} These days I ask people what they are afraid of first.`, lexicon)).toBe(deed)
    expect(eventTold(`I learned to ask first. ${deed}`, lexicon)).toBe(deed)
  })

  test.each([
    'I learned from the log that the disk was full and I moved the files.',
    'I learned that the disk was full, so we moved the files.',
    'From the log we learned that it was full and moved the files.',
  ])('keeps a look back that goes on to a deed: "%s"', (text) => {
    expect(eventTold(text, lexicon)).toBe(text)
  })

  test.each([
    'In hindsight I moved the files and told nobody.',
    'I learned that I asked too late.',
    'Looking back I moved the files and told nobody.',
    'I should have asked first and moved them later.',
    'I learned to write it down and to ask.',
  ])('leaves out a look back that holds no further deed: "%s"', (text) => {
    expect(eventTold(text, lexicon)).toBe('')
  })

  test('leaves no bullet behind', () => {
    const [deed, other] = ['I drew it on a whiteboard.', 'He laughed at it.']
    for (const [first, second] of [
      ['- ', '- '],
      ['* ', '* '],
      ['1. ', '2. '],
      ['1) ', '2) '],
    ])
      expect(eventTold(`${deed}\n${first}I learned to ask first.\n${second}${other}`, lexicon)).toMatch(
        /^I drew it on a whiteboard\.\s+(?:[-*]|2[.)])? ?He laughed at it\.$/,
      )
  })
})
