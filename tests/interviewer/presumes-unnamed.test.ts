import { expect, test } from 'vitest'
import type { Move } from '#src/domain/move.ts'
import type { Turn } from '#src/domain/turn.ts'
import { presumesUnnamed } from '#src/interviewer/presumes-unnamed.ts'
import { lexicon } from './fixtures.ts'

const turn = (over: Partial<Turn>): Turn => ({
  turn: 1,
  speaker: 'candidate',
  text: '',
  phase: 0,
  elapsedMs: 0,
  move: null,
  clientTurnId: null,
  spokenBy: null,
  interrupted: false,
  createdAt: 0,
  artifacts: [],
  ...over,
})
const said = (text: string) => turn({ text })
const spoken = (text: string, move: Move) => turn({ speaker: 'interviewer', text, move })
const presumes = (ask: string, { task = 'Find each parcel.', turns = [] }: { task?: string; turns?: Turn[] } = {}) =>
  presumesUnnamed({ questionText: task, onQuestion: turns, lexicon })(ask)

const ofQueue = 'What fills the queue?'
const ofCode = 'What does your code do with no parcel?'
const isQueueAsked: Move = { kind: 'probe', check: 'scans', probe: 'failure' }

test.each<[string, boolean, Parameters<typeof presumes>[1]]>([
  ['nobody spoke of', true, {}],
  ['the task names', false, { task: 'Empty the queue of parcels.' }],
  ['the candidate named, by another word', false, { turns: [said('Scans go through Kafka.')] }],
  ['a fact told', false, { turns: [spoken('There is a queue today.', { kind: 'answer', fact: 'today' })] }],
  ['only a probe spoke of', true, { turns: [spoken('What if the queue is full?', isQueueAsked)] }],
])('a question takes a part for given that %s: %j', (_, expected, at) => {
  expect(presumes(ofQueue, at)).toBe(expected)
})

const code = { id: 'code', kind: 'code', language: 'typescript', text: 'parcels.at(0)' } as const

test("the candidate's own is named by the candidate alone, and code that was handed in names itself", () => {
  expect(presumes(ofCode, { task: 'Write a function that finds each parcel.' })).toBe(true)
  expect(presumes(ofCode, { turns: [said('The function goes through them in a loop.')] })).toBe(false)
  expect(presumes(ofCode, { turns: [turn({ text: 'Here.', artifacts: [code] })] })).toBe(false)
})
