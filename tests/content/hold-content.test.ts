import { expect, test } from 'vitest'
import { contentHash } from '#src/content/content-hash.ts'
import { holdContent } from '#src/content/hold-content.ts'
import { loadContent } from '#src/content/load-content.ts'
import { heldContentSchema } from '#src/domain/interview.ts'
import { NotFoundError } from '#src/errors.ts'
import { smallContent } from './small-content.ts'

test('holds the rubric and the hidden half of each question', async () => {
  const content = await loadContent(await smallContent())
  const [question] = content.questions
  const held = holdContent(content, content.questions)

  expect(held).toEqual({
    rubric: content.rubrics.get('concepts'),
    questions: [{ id: 'locks', guide: question?.guide, answers: question?.answers }],
  })
  expect(heldContentSchema.parse(JSON.parse(JSON.stringify(held)))).toEqual(held)
})

test('refuses to hold nothing', async () => {
  const content = await loadContent(await smallContent())
  expect(() => holdContent(content, [])).toThrow(NotFoundError)
})

test('hashes the same content alike, whatever the order of keys, and other content differently', async () => {
  const content = await loadContent(await smallContent())
  const held = holdContent(content, content.questions)
  const turnedAround = {
    questions: held.questions.map(({ answers, guide, id }) => ({ answers, guide, id })),
    rubric: held.rubric,
  }
  const changed = { ...held, rubric: { ...held.rubric, version: 2 } }

  expect(contentHash(held)).toMatch(/^[0-9a-f]{64}$/)
  expect(contentHash(turnedAround)).toBe(contentHash(held))
  expect(contentHash(changed)).not.toBe(contentHash(held))
})
