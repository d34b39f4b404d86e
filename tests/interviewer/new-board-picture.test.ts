import { expect, test } from 'vitest'
import { newBoardPicture } from '#src/interviewer/new-board-picture.ts'
import { ruleBasedInterviewer } from '#src/interviewer/rule-based-interviewer.ts'
import { lexicon, phrases, sitting } from './fixtures.ts'

const board = (revision: number) => [{ id: 'board', kind: 'board' as const, text: 'Board: one part.', revision }]

function drawing() {
  const here = sitting({ interviewer: ruleBasedInterviewer({ lexicon, phrases }) })
  const asked: number[] = []
  const pictureOf = async (revision: number) => {
    asked.push(revision)
    return { png: new Uint8Array([revision]), width: 1, height: 1 }
  }
  /** The revision of the picture that is shown now; null for none. */
  const shown = async () => (await newBoardPicture({ ...here.request(), pictureOf }))?.png[0] ?? null
  return { here, asked, shown }
}

test('a picture is shown in the turn that brought another board, and in no other', async () => {
  const { here, asked, shown } = drawing()
  await here.hear('start')
  expect(await shown()).toBeNull()
  here.say('Here is the board.', 1, board(3))
  expect(await shown()).toBe(3)
  await here.hear()
  expect(await shown()).toBeNull()
  here.say('It stays as it is.', 1, board(3))
  expect(await shown()).toBeNull()
  await here.hear()
  here.say('Now with a queue.', 1, board(5))
  expect(await shown()).toBe(5)
  expect(asked).toEqual([3, 5])
})

test('where the interviewer was cut short the picture is shown with what was said since, the latest of them', async () => {
  const { here, shown } = drawing()
  await here.hear('start')
  here.say('Here is the board.', 1, board(1))
  await here.hear()
  const last = here.turns.at(-1)
  if (last !== undefined) here.turns.splice(-1, 1, { ...last, interrupted: true })
  here.say('One more thing.')
  expect(await shown()).toBe(1)
  here.say('And this.', 1, board(2))
  expect(await shown()).toBe(2)
})

test('without a picture, and where nobody keeps any, there is none', async () => {
  const { here } = drawing()
  here.say('Here is the board.', 1, board(1))
  expect(await newBoardPicture(here.request())).toBeNull()
  expect(await newBoardPicture({ ...here.request(), pictureOf: async () => null })).toBeNull()
})
