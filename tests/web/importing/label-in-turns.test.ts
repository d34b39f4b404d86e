import { expect, test } from 'vitest'
import { readSource } from '#src/transcript/read-source.ts'
import { labelInTurns } from '../../../web/importing/label-in-turns.ts'

test('paragraphs of nobody are labelled in turns, so that every word of them has a speaker', () => {
  const labelled = labelInTurns('\uFEFFWhere would\r\nyou start?\r\n\r\n \r\nWith the reads.\n\n\nHow many?\n', 'interviewer')
  expect(labelled).toBe('Interviewer: Where would\r\nyou start?\n\nCandidate: With the reads.\n\nInterviewer: How many?')
  expect(readSource(labelled, null).utterances.map(({ label, text }) => [label, text])).toEqual([
    ['Interviewer', 'Where would\nyou start?'],
    ['Candidate', 'With the reads.'],
    ['Interviewer', 'How many?'],
  ])
  expect(labelInTurns('One.\n\nTwo.', 'candidate')).toBe('Candidate: One.\n\nInterviewer: Two.')
})
