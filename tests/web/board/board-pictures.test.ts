import { expect, test } from 'vitest'
import { BoardPictures } from '../../../web/board/board-pictures.ts'
import type { StoredScene } from '../../../web/board/scene-to-store.ts'
import { manualClock } from '../../support/manual-clock.ts'
import { element } from './elements.ts'

const sceneOf = (...ids: string[]): StoredScene => ({
  ...{ type: 'excalidraw', version: 2, appState: {}, files: {} },
  elements: ids.map((id) => element(id)),
})

function pictures({ draw = async () => new Blob(['picture']) as Blob | null, isAway = false } = {}) {
  const clock = manualClock()
  const [sent, drawn, failures]: [number[], StoredScene[], unknown[]] = [[], [], []]
  const made = new BoardPictures({
    draw: (scene) => {
      drawn.push(scene)
      return draw()
    },
    send: async (revision) => {
      if (isAway) throw new Error('The server did not answer.')
      sent.push(revision)
    },
    clock,
    onFailure: (error) => failures.push(error),
  })
  const rest = async () => {
    clock.advance(500)
    for (let at = 0; at < 10; at++) await Promise.resolve()
  }
  return { made, clock, rest, sent, drawn, failures }
}

test('a stored board is drawn as it was stored, once, when the hand has rested', async () => {
  const { made, clock, rest, sent, drawn } = pictures()
  made.stored(4, sceneOf('client'))
  clock.advance(499)
  expect(drawn).toEqual([])
  await rest()
  await rest()
  expect([drawn, sent]).toEqual([[sceneOf('client')], [4]])
})

test('of boards that follow each other only the last is drawn, and none while somebody draws on', async () => {
  const { made, clock, rest, sent } = pictures()
  made.stored(1, sceneOf('client'))
  clock.advance(400)
  made.stored(2, sceneOf('client', 'queue'))
  clock.advance(400)
  expect(sent).toEqual([])
  made.changed()
  await rest()
  expect(sent).toEqual([])
  made.stored(3, sceneOf('client', 'queue', 'cache'))
  await rest()
  expect(sent).toEqual([3])
})

test('an empty board has no picture', async () => {
  const { made, rest, sent, failures } = pictures({ draw: async () => null })
  made.stored(1, sceneOf())
  await rest()
  expect([sent, failures]).toEqual([[], []])
})

test.each([
  ['a drawing that cannot be drawn', { draw: () => Promise.reject(new Error('No canvas.')) }, 'No canvas.'],
  ['a server that takes none', { isAway: true }, 'The server did not answer.'],
])('%s is told, and the next board is tried again', async (_, how, message) => {
  const { made, rest, drawn, failures } = pictures(how)
  for (const revision of [1, 2]) {
    made.stored(revision, sceneOf('client'))
    await rest()
  }
  expect(drawn).toHaveLength(2)
  expect(failures).toEqual([new Error(message), new Error(message)])
})

test('once it is stopped nothing is drawn, not even what is stored last', async () => {
  const { made, rest, drawn } = pictures()
  made.stored(1, sceneOf('client'))
  made.stop()
  made.stored(2, sceneOf('client', 'queue'))
  await rest()
  expect(drawn).toEqual([])
})
