import { describe, expect, it } from 'vitest'
import { compileLexicon } from '#src/evidence/compile-pattern.ts'
import { deedsIn } from '#src/evidence/deeds.ts'
import { storyParts } from '#src/evidence/story-parts.ts'
import { indexText } from '#src/evidence/text-index.ts'
import { tokeniseSegments } from '#src/evidence/tokenise-segments.ts'
import { shippedLexicon } from '../support/content-files.ts'
import { freshStories, knownStories, type ToldStory } from './told-stories.ts'

const lexicon = shippedLexicon()
const told = (text: string) => storyParts([{ turn: 2, text, asked: 'Tell me about an outage.' }], { opening: 0, lexicon })
const inOneTurn = (story: ToldStory) => story.map(([, sentence]) => sentence).join(' ')

/** Share of sentences whose part is told right. */
function accuracy(stories: Record<string, ToldStory>): number {
  const right = Object.values(stories).flatMap((story) => {
    const found = told(inOneTurn(story))
    return story.map(([part], at) => Number(found[at]?.part === part))
  })
  return right.reduce((sum, one) => sum + one, 0) / right.length
}

describe('the part of a story that a sentence is', () => {
  // Measured: 37 of these 40. The floor leaves room for two more to be told wrong, since others' lists count in it.
  it('is right for most sentences of stories that the cue lists were not written for', () => {
    expect(Object.values(freshStories).flat()).toHaveLength(40)
    expect(accuracy(freshStories)).toBeGreaterThanOrEqual(0.875)
  })

  it('is right for nine in ten of those they were written for', () => {
    expect(accuracy(knownStories)).toBeGreaterThanOrEqual(0.9)
  })

  it('is told of every sentence, as a slice of the turn with the mark that ends it', () => {
    const story = knownStories['a terse one'] ?? []
    const text = inOneTurn(story)
    expect(told(text).map(({ start, end }) => text.slice(start, end))).toEqual(story.map(([, sentence]) => sentence))
  })

  it('is none for a word of agreement, for what the candidate asks, and for small talk between the questions', () => {
    const answers = [
      { turn: 2, text: 'Yes.', asked: 'Shall we begin?' },
      { turn: 4, text: 'Do you mean an outage in production?', asked: 'Tell me about an outage.' },
      { turn: 6, text: 'Good question, that one.', asked: 'Why that one?' },
    ]
    expect(storyParts(answers, { opening: -1, lexicon }).map(({ turn, part }) => [turn, part])).toEqual([
      [2, 'other'],
      [4, 'other'],
      [6, 'other'],
    ])
  })

  it('leans towards what was asked: an answer about the end is the end', () => {
    const part = (asked: string) =>
      storyParts([{ turn: 4, text: 'The queue was empty by noon.', asked }], { opening: -1, lexicon })[0]?.part
    expect(part('How did it end?')).toBe('result')
    expect(part('What was the system?')).toBe('situation')
  })

  it('is found in time that grows with the length of the text', () => {
    const long = Array.from({ length: 3000 }, () => 'I checked the queue and it was empty.').join(' ')
    expect(told(long)).toHaveLength(3000)
  })

  it('is nothing for a text without words', () => {
    expect(told(' … ')).toEqual([])
  })
})

describe('deeds', () => {
  const who = (text: string) => {
    const compiled = compileLexicon(lexicon)
    return deedsIn(indexText(tokeniseSegments([{ turn: 1, text }]), { lexicon: compiled }), compiled).map((deed) => deed.who)
  }
  it.each([
    ['I wrote a test and we then quietly deployed it.', ['i', 'we']],
    ['Added logging. Found the query.', ['bare', 'bare']],
    ['I have created an index; we have measured it.', ['i', 'we']],
    ['I was explaining it to them.', ['i']],
    ['We migrated the jobs, which I scheduled.', ['we', 'i']],
    ['I was in the team and we had a monolith.', []],
    ['I needed more time, we wanted less.', []],
    ['I would add an index.', []],
    ['The index I, after a while, added.', []],
  ])('of “%s” are %j', (text, found) => {
    expect(who(text)).toEqual(found)
  })
})
