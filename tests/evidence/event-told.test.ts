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
})
