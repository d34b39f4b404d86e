import { expect, test } from 'vitest'
import type { Match } from '#src/evidence/match-pattern.ts'
import { repeatsInterviewer } from '#src/evidence/said-before.ts'
import { tokeniseSegments } from '#src/evidence/tokenise-segments.ts'

function repeats(said: string, heard: { turn: number; text: string }[], turn = 4): boolean {
  const [segment] = tokeniseSegments([{ turn, text: said }])
  if (segment === undefined) throw new Error('no segment')
  const words = segment.tokens.map((_, at) => at)
  const match: Match = { segment, first: 0, last: words.length - 1, words, pattern: 'any' }
  return repeatsInterviewer(heard)(match)
}

test.each([
  ['retry with jitter', 'Would retries with jitter help?', true],
  ['cache the query', 'Are caches of queries an option?', true],
  ['write the row', 'Who writes rows?', true],
  ['lock rows', 'The row is locked.', true],
  ['retry with backoff', 'Would retries with jitter help?', false],
  ['retry with jitter', 'Would retries help? Is jitter random?', false],
  ['it is so', 'It is so.', false],
])('"%s" after "%s" repeats it: %s', (said, heard, expected) => {
  expect(repeats(said, [{ turn: 3, text: heard }])).toBe(expected)
})

test('what the interviewer said afterwards takes nothing away', () => {
  const heard = [{ turn: 3, text: 'Retries with jitter.' }]
  expect(repeats('retry with jitter', heard, 2)).toBe(false)
})

test('sentences of two turns are not put together', () => {
  const heard = [
    { turn: 1, text: 'Retries, then.' },
    { turn: 3, text: 'Jitter, then.' },
  ]
  expect(repeats('retry jitter', heard)).toBe(false)
})
