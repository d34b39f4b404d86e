import { join } from 'node:path'
import { expect, test } from 'vitest'
import { holdContentFor } from '#src/content/hold-content.ts'
import { taskGround } from '#src/scoring/task-ground.ts'
import { shippedContent } from '../support/shipped-content.ts'
import { readLabelledSet } from './labelled-set.ts'

const content = await shippedContent()
const honest = ['transcripts', 'further-transcripts'].flatMap((folder) => readLabelledSet(join(import.meta.dirname, folder)))

test('of no honest interview anything more is set aside for knowing what else is asked', () => {
  expect(honest).toHaveLength(100)
  for (const { transcript } of honest) {
    const { rubric, questions } = holdContentFor(content, transcript)
    for (const [questionIndex, { id }] of transcript.questions.entries()) {
      const task = { transcript, rubric, questionIndex, question: questions.find((one) => one.id === id) ?? null }
      const outOf = (bank: typeof content.questions | undefined) =>
        taskGround({ ...task, bank }, content.lexicon).ground.guards.out
      expect(outOf(content.questions), transcript.id).toEqual(outOf(undefined))
    }
  }
})
