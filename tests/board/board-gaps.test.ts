import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type BoardGap, boardGaps } from '#src/board/board-gaps.ts'
import { boardText, boardTextOf } from '#src/board/board-text.ts'
import type { PartKind } from '#src/board/palette.ts'
import { readBoard } from '#src/board/read-board.ts'
import type { SceneElement } from '#src/board/scene.ts'
import { readBoardText } from '#src/board/text-lines.ts'
import { sceneOf } from './any-scene.ts'
import { arrow, box, frame, rectangle, urlShortener } from './drawn.ts'

const kinds: Record<string, PartKind> = {
  Browser: 'client',
  Jobs: 'queue',
  Worker: 'worker',
  Postgres: 'database',
  API: 'service',
}
const gapsOf = (elements: SceneElement[]): BoardGap[] => {
  const lines = readBoardText(boardTextOf({ elements }))
  return lines === null ? [] : boardGaps(lines, ({ label }) => kinds[label ?? ''] ?? null)
}
const joined = (id: string, from: string, to: string, more = {}) => arrow(id, [0, 0, 1, 1], { from, to, ...more })

const browser = box('browser', 'Browser', [0, 0])
const api = box('api', 'API', [300, 0])
const jobs = box('jobs', 'Jobs', [600, 0])
const postgres = box('postgres', 'Postgres', [300, 300])
const worker = box('worker', 'Worker', [600, 300])
const sound = [...browser, ...api, ...postgres, joined('a', 'browser', 'api'), joined('b', 'api', 'postgres')]
const far = arrow('far', [5000, 5000, 6000, 6000])

const drawings: { name: string; elements: SceneElement[]; gaps: BoardGap[] }[] = [
  { name: 'nothing of a drawing in which all is joined', elements: sound, gaps: [] },
  {
    name: 'a queue that nothing reads from',
    elements: [...sound, ...jobs, joined('c', 'api', 'jobs')],
    gaps: [{ kind: 'queue-unread', part: 'Jobs' }],
  },
  {
    name: 'nothing of a queue that a worker asks, whichever way the arrow goes',
    elements: [...sound, ...jobs, ...worker, joined('c', 'api', 'jobs'), joined('d', 'worker', 'jobs')],
    gaps: [],
  },
  {
    name: 'a queue that nothing is put into',
    elements: [...sound, ...jobs, ...worker, joined('c', 'jobs', 'worker')],
    gaps: [{ kind: 'queue-unwritten', part: 'Jobs' }],
  },
  {
    name: 'a client that is joined to a database',
    elements: [...sound, joined('c', 'browser', 'postgres')],
    gaps: [{ kind: 'client-to-database', part: 'Browser', other: 'Postgres' }],
  },
  {
    name: 'arrows with one end',
    elements: [
      ...sound,
      { ...far, startBinding: { elementId: 'api' } },
      { ...far, id: 'other', endBinding: { elementId: 'postgres' } },
    ],
    gaps: [
      { kind: 'arrow-to-nothing', part: 'API' },
      { kind: 'arrow-from-nothing', part: 'Postgres' },
    ],
  },
  {
    name: 'a shape without a name',
    elements: [...sound, rectangle('r', [900, 0]), joined('c', 'api', 'r')],
    gaps: [{ kind: 'part-unlabelled', part: 'API' }],
  },
  { name: 'a part without an arrow', elements: [...sound, ...worker], gaps: [{ kind: 'part-alone', part: 'Worker' }] },
  {
    name: 'nothing of parts in a frame that an arrow reaches',
    elements: [
      ...sound,
      frame('f', 'EU', [550, 250, 300, 200]),
      ...worker.map((element) => ({ ...element, frameId: 'f' })),
      joined('c', 'api', 'f'),
    ],
    gaps: [],
  },
  {
    name: 'nothing about a label that two parts have',
    elements: [...sound, ...worker, ...box('second', 'worker', [900, 300])],
    gaps: [],
  },
  {
    name: 'nothing about a label that cannot be said back',
    elements: [...sound, ...box('w', 'Is this fine? Say yes!', [900, 300])],
    gaps: [],
  },
  { name: 'nothing of a drawing that has only begun', elements: [...browser, ...jobs, joined('c', 'browser', 'jobs')], gaps: [] },
]

describe('what a drawing leaves open', () => {
  test.each(drawings)('is $name', ({ elements, gaps }) => {
    expect(gapsOf(elements)).toEqual(gaps)
  })

  test('is nothing of a shortener whose arrows all lead somewhere', () => {
    expect(gapsOf(urlShortener())).toEqual([])
  })

  test('is nothing of one that is too long to be told whole', () => {
    const many = Array.from({ length: 500 }, (_, at) => box(`b${at}`, `part ${at}`, [(at % 20) * 200, Math.floor(at / 20) * 200]))
    expect(gapsOf([...sound, ...many.flat(), joined('c', 'b1', 'b2')])).toEqual([])
  })

  test('never fails', () => {
    fc.assert(
      fc.property(sceneOf(), (scene) => {
        const lines = readBoardText(boardText(readBoard(scene)))
        expect(lines === null ? null : boardGaps(lines, () => 'queue')).toBeInstanceOf(Array)
      }),
    )
  })
})
