import { beforeAll, expect, test } from 'vitest'
import type { Content } from '#src/content/content.ts'
import { groundOf } from '#src/evidence/ground.ts'
import { judgeStandingCheck } from '#src/evidence/judge-check.ts'
import { isSettled } from '#src/evidence/settled.ts'
import { shippedContent } from '../support/shipped-content.ts'

let content: Content
beforeAll(async () => {
  content = await shippedContent()
})

const isGiven = (text: string, artifact?: string): boolean => {
  const rubric = content.rubrics.get('coding')
  const check = rubric?.criteria.flatMap(({ checks }) => checks).find(({ id }) => id === 'code-given')
  if (check === undefined) throw new Error('no check code-given')
  const said = { turn: 2, text, ...(artifact !== undefined && { artifact }) }
  return isSettled(judgeStandingCheck(check, groundOf({ candidateSaid: [said], interviewerSaid: [], lexicon: content.lexicon })))
}

const programs = [
  `def loudest(words, k):
    counts = {}
    for word in words:
        counts[word] = counts.get(word, 0) + 1
    ordered = sorted(counts, key=lambda word: (-counts[word], word))
    if k > len(ordered):
        return None
    return ordered[:k]`,
  `function loudest(words, k) {
  const counts = new Map()
  for (const word of words) {
    counts.set(word, (counts.get(word) ?? 0) + 1)
  }
  const ordered = [...counts]
  ordered.sort((a, b) => b[1] - a[1])
  return ordered.slice(0, k)
}`,
  `class LruCache {
  constructor(capacity) {
    this.entries = new Map()
  }

  get(key) {
    const value = this.entries.get(key)
    this.entries.delete(key)
    return value
  }
}`,
]

test.each(programs)('a whole program in the pad is code that was given: %s', (program) => {
  expect(isGiven(program, 'code')).toBe(true)
})

test.each([
  'I would count the words and sort them.',
  'To be honest I let the library do it, and the length is not important.',
  'It returns the words in order.',
])('talk about it is not: %s', (text) => {
  expect(isGiven(text)).toBe(false)
})
