import { expect, test } from 'vitest'
import type { Turn } from '#src/domain/turn.ts'
import { hasRoomFor, hasSaidAsMuch } from '#src/interviewer/room-to-speak.ts'

const words = (count: number): string => Array.from({ length: count }, () => 'word').join(' ')
const said = (speaker: Turn['speaker'], count: number, turn: number): Turn => ({
  turn,
  speaker,
  text: words(count),
  artifacts: [],
  phase: 0,
  move: null,
  spokenBy: null,
  interrupted: false,
  elapsedMs: 0,
  createdAt: 0,
  clientTurnId: null,
})
const after = (own: number, answers: number[]) => [
  said('interviewer', own, 1),
  ...answers.map((count, at) => said('candidate', count, at + 2)),
]

test('there is room while question and close stay within the share of the words', () => {
  expect(hasRoomFor(20, { turns: after(70, [150]), change: '', isNearEnd: true })).toBe(true)
  expect(hasRoomFor(20, { turns: after(100, [150]), change: '', isNearEnd: true })).toBe(false)
  expect(hasRoomFor(20, { turns: after(100, [300, 300]), change: '', isNearEnd: true })).toBe(true)
})

test('room is kept for the changed requirement that is still to come', () => {
  expect(hasRoomFor(20, { turns: after(70, [150]), change: words(60), isNearEnd: true })).toBe(false)
})

test('beside somebody who answers in a sentence the share is not judged', () => {
  expect(hasRoomFor(20, { turns: after(100, [20, 20]), change: '', isNearEnd: true })).toBe(true)
})

test('beside somebody who answers in a few words there is room until the interviewer has said as much', () => {
  const asked = (own: number) => [...after(60, [5, 5]), said('interviewer', own, 4), said('candidate', 5, 5)]
  expect(hasRoomFor(6, { turns: asked(14), change: '', isNearEnd: true })).toBe(true)
  expect(hasRoomFor(6, { turns: asked(15), change: '', isNearEnd: true })).toBe(false)
})

test('while much time is left, some answers like those before are counted on', () => {
  expect(hasRoomFor(20, { turns: after(100, [150]), change: '', isNearEnd: false })).toBe(true)
})

test('one paste makes no room beside short answers, and counts as one long answer beside long ones', () => {
  const pasted = [2000, 20, 20, 20, 20]
  expect(hasSaidAsMuch([...after(60, pasted), said('interviewer', 440, 9)])).toBe(true)
  expect(hasRoomFor(20, { turns: after(250, [2000, 100]), change: '', isNearEnd: true })).toBe(false)
  expect(hasRoomFor(20, { turns: after(60, [2000, 100]), change: '', isNearEnd: true })).toBe(true)
})

test('beside short answers the interviewer has said enough once it has said as much, its opening aside', () => {
  const asked = (own: number) => [...after(60, [5, 5]), said('interviewer', own, 4), said('candidate', 5, 5)]
  expect(hasSaidAsMuch(asked(14))).toBe(false)
  expect(hasSaidAsMuch(asked(15))).toBe(true)
  expect(hasSaidAsMuch([...after(60, [200]), said('interviewer', 300, 3)])).toBe(false)
})
