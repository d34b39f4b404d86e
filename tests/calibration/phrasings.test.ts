import { expect, test } from 'vitest'
import { judgePhrasings, sharesOf } from './phrasings.ts'

const files = await judgePhrasings()

test('patterns know most of the ways on record of saying a thing, and few near misses', () => {
  // The checks of concepts count several passages of a whole answer, so a passage by itself shows few of them.
  const checks = files.filter(({ track, name }) => !(track === 'concepts' && name === 'track')).flatMap((file) => file.checks)
  expect(checks.length).toBeGreaterThan(400)
  const { says, not } = sharesOf(checks)
  expect(says).toBeGreaterThan(0.85)
  expect(not).toBeLessThan(0.07)
})

test.each(files.map((file) => ({ at: `${file.track}/${file.name}`, file })))('$at lets few near misses through', ({ file }) => {
  expect(sharesOf(file.checks).not).toBeLessThanOrEqual(0.12)
})
