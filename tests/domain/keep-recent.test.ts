import { expect, test } from 'vitest'
import { keepRecent } from '#src/domain/keep-recent.ts'

function counting() {
  const reads: string[] = []
  const read = keepRecent((text) => {
    reads.push(text)
    return { text }
  })
  return { reads, read }
}

test('a text that was read is not read again', () => {
  const { reads, read } = counting()
  expect(read('one')).toBe(read('one'))
  expect(read('two')).toEqual({ text: 'two' })
  expect(reads).toEqual(['one', 'two'])
})

test('what was read first goes when the texts together are too long, and the newest stays however long it is', () => {
  const { reads, read } = counting()
  const long = 'a'.repeat(300_000)
  const longer = 'b'.repeat(900_000)
  for (const text of ['one', long, long, longer, longer, 'one', long]) read(text)
  expect(reads.map(({ length }) => length)).toEqual([3, 300_000, 900_000, 3, 300_000])
})
