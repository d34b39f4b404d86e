import { expect, test } from 'vitest'
import { speechCues } from '#src/conduct/speech-cues.ts'
import { mayStandBeside } from '#src/interviewer/may-stand-beside.ts'
import { lexicon, phrases } from './fixtures.ts'

const options = {
  cues: speechCues({ phrases, lexicon }),
  known: 'I keep the scans in a table with a cache before it, and a queue behind the scanners.',
  saysPlan: (sentence: string) => sentence.includes('minutes'),
}
const beside = mayStandBeside(options)

test.each([
  'Understood.',
  'Thank you, noted.',
  'Got it, thanks.',
  'Noted, a cache.',
  'Back to the cache.',
  'Now to the queue.',
  'Then take the slowest scanner.',
  'Suppose that two scans arrive in the same millisecond.',
  'You said "a cache before it".',
  'About twelve minutes for that.',
  'Okay.',
  'Alright then.',
  'Back to the cache before the table for a moment.',
  "I'd like to come back to the cache before the table now.",
  'You mentioned a cache.',
  'One more thing about the cache.',
])('"%s" may stand beside a question', (sentence) => {
  expect(beside(sentence)).toBe(true)
})

test.each([
  'Okay, good, the fallback holds.',
  'Noted, five from me.',
  'Noted, shards help.',
  'It was "a cache before it" that made you the strongest of all so far.',
  'So a cache before a table.',
  'You handled that maturely.',
  'It was a solid one.',
  'Usually one runs a small script, so that reading and writing happen in one step.',
  'Running both side by side is the safe way.',
  'Thank you, you did really well.',
  'Back to the sharding of the store.',
  'Back to the sharding.',
  'You mentioned a cache, and it holds.',
  'You said it well.',
  'You brought up the cache at just the moment it was needed.',
])('"%s" may not', (sentence) => {
  expect(beside(sentence)).toBe(false)
})
