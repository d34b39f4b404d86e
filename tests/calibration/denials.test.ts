import { expect, test } from 'vitest'
import { judgeDenied, judgeKept, judgePhrasingsThatNegate, type Kept, type Part } from './denials.ts'

// What is on record in denials/ is divided: rules are tuned on its fitting part, and what is claimed of them is claimed of the other.
const parts: readonly Part[] = ['fitting', 'held-out']
const ofPart = <One extends { part: Part }>(all: readonly One[], part: Part): One[] => all.filter((one) => one.part === part)
const denied = judgeDenied()

test.each(parts)('%s: what is denied loses its credit nearly always', (part) => {
  const said = ofPart(denied, part)
  expect(said.length).toBeGreaterThanOrEqual(40)
  expect(said.filter(({ verdict }) => verdict !== 'yes').map(({ at, words }) => `${at}: ${words}`)).toEqual([])
  const lost = said.filter(({ denial }) => denial.verdict !== 'yes')
  expect(lost.length / said.length).toBeGreaterThanOrEqual(0.9)
})

/** Of what counts while negating words are not looked at, the share that counts as it stands. */
function keeps(all: readonly Kept[]): { of: number; share: number } {
  const said = all.filter(({ unheeded }) => unheeded === 'yes')
  return { of: said.length, share: said.filter(({ verdict }) => verdict === 'yes').length / said.length }
}

test.each(parts)('%s: what is honestly said with a negating word keeps its credit', (part) => {
  const kept = keeps(ofPart(judgeKept(), part))
  expect(kept.of).toBeGreaterThanOrEqual(25)
  expect(kept.share).toBeGreaterThanOrEqual(0.95)
})

const phrasings = judgePhrasingsThatNegate()
test.each(parts)('%s: so do the ways on record of saying a thing that hold one', (part) => {
  const kept = keeps(ofPart(phrasings, part))
  expect(kept.of).toBeGreaterThan(1000)
  expect(kept.share).toBeGreaterThanOrEqual(0.95)
})
