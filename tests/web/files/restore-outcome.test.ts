import { expect, test } from 'vitest'
import type { RestoredFile } from '#src/protocol/rest.ts'
import { restoreOutcome } from '../../../web/files/restore-outcome.ts'

const restored = (count: number): RestoredFile[] =>
  Array.from({ length: count }, (_, at) => ({ kind: 'restored', file: `json/${at}.json`, id: `id-${at}`, title: 'Parcels' }))
const failed: RestoredFile = { kind: 'failed', file: 'json/last.json', reason: 'last.json is damaged.' }

test('what was not restored is counted and named, however many were', () => {
  const { sentences, named, more } = restoreOutcome([...restored(25), failed])
  expect(sentences).toEqual(['25 interviews restored.', 'One was not restored.'])
  expect(named).toEqual([failed, ...restored(20)])
  expect(more).toBe(5)
})

test('what was here already is counted and not named', () => {
  const here: RestoredFile = { kind: 'here', file: 'a.json', id: 'a', title: 'Parcels' }
  expect(restoreOutcome([here, ...restored(1)])).toEqual({
    sentences: ['One interview restored.', 'One was here already and was left alone.'],
    named: restored(1),
    more: 0,
  })
})
