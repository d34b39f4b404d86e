import { expect, test } from 'vitest'
import { faultsOf, guessedChoices, keptChoices, requestedParts, withPart } from '../../../web/importing/part-choices.ts'

const preview = {
  utterances: 20,
  asked: [{ from: 3, text: 'Tell me of somebody whom you taught.' }],
  parts: [
    { from: 2, track: 'behavioral' as const, question: { id: 'mentoring', text: 'Mentoring' }, because: 'It was said.' },
    { from: 9, track: null, question: { id: null, text: 'And now something else.' }, because: '' },
  ],
}
const guessed = guessedChoices(preview)

test('what is guessed can be sent once what nothing told is chosen', () => {
  expect(guessed[1]).toEqual({ from: 9, track: null, question: null, words: 'And now something else.', because: '' })
  expect(guessed[0]).toMatchObject({ question: 'mentoring', words: 'Tell me of somebody whom you taught.' })
  expect(requestedParts(guessed, 'mid')).toBeNull()
  const chosen = guessed.map((part) => ({ ...part, track: part.track ?? ('sql' as const) }))
  expect(requestedParts(chosen, 'mid')).toEqual([
    { from: 2, track: 'behavioral', level: 'mid', question: { id: 'mentoring' } },
    { from: 9, track: 'sql', level: 'mid', question: { text: 'And now something else.' } },
  ])
  expect(guessed.map(faultsOf)).toEqual([{}, { track: 'Choose the kind of interview.' }])
  expect(faultsOf({ from: 1, track: 'sql', question: null, words: ' ', because: '' }).question).toMatch(/^Write what was asked/)
  expect(requestedParts([], 'mid')).toBeNull()
})

test('a part begins where it is said to, once, and goes on with the track before', () => {
  const more = withPart(guessed, { from: 5, words: 'Next one.' })
  expect(more.map(({ from, track }) => [from, track])).toEqual([
    [2, 'behavioral'],
    [5, 'behavioral'],
    [9, null],
  ])
  expect(withPart(more, { from: 5, words: 'Again.' })).toHaveLength(3)
})

test('other roles keep what was chosen, from the first words there are now', () => {
  const first = preview.parts[0]
  if (first === undefined) throw new Error('there is a part')
  expect(keptChoices(guessed, { utterances: 20, parts: [{ ...first, from: 4 }] }).map(({ from }) => from)).toEqual([4, 9])
  expect(keptChoices(guessed, { utterances: 8, parts: [{ ...first, from: 4 }] }).map(({ from }) => from)).toEqual([4])
})
