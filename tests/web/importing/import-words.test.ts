import { expect, test } from 'vitest'
import type { Imported } from '#src/domain/imported.ts'
import { amountWords, importedWords, qualityWords } from '../../../web/importing/import-words.ts'

const imported: Imported = {
  ...{ format: 'zoom', fileName: 'call.vtt', importedAt: 0, revision: 1, timed: true, speakers: [], unread: [], group: null },
  quality: { verdict: 'full', share: 1 },
  extra: {},
}

test('a scorecard says where an interview came from, and how little was read where it was', () => {
  expect(importedWords(imported)).toBe('Imported: a Zoom transcript, call.vtt.')
  expect(importedWords({ ...imported, format: 'json', fileName: null, revision: 3 })).toBe(
    'Imported: JSON, pasted, corrected, revision 3.',
  )
  expect(importedWords({ ...imported, quality: { verdict: 'flagged', share: 0.7 } })).toContain('Only 70 % of it')
  expect(importedWords({ ...imported, quality: { verdict: 'partial', share: 0.5 } })).toContain('take the ratings as partial')
  expect(qualityWords({ verdict: 'partial', share: 0 }).title).toBe('0 % of it has a speaker and words')
})

test('the amount is said in words that fit it', () => {
  expect(amountWords({ utterances: 1, minutes: null, turns: { interviewer: 0, candidate: 1 } })).toBe(
    'One contribution, without times. That makes no turn of the interviewer and one turn of the candidate.',
  )
  expect(amountWords({ utterances: 1200, minutes: 61, turns: { interviewer: 600, candidate: 600 } })).toContain(
    '1,200 contributions over 61 minutes.',
  )
})
