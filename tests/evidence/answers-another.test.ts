import { expect, test } from 'vitest'
import { sentencesOfAnother } from '#src/evidence/answers-another.ts'
import { bankWordsOf } from '#src/evidence/bank-words.ts'
import { sentencesOf } from '#src/evidence/read-sentences.ts'
import { tokeniseSegments } from '#src/evidence/tokenise-segments.ts'
import { shippedQuestion } from '../support/content-files.ts'

const ids = ['url-shortener', 'ride-dispatch', 'chat-system', 'news-feed', 'image-service']
const questions = ids.map((id) => shippedQuestion('system-design', id))
const bank = bankWordsOf(questions, 'system-design')
const parts = (id: string, quality = 'senior') =>
  shippedQuestion('system-design', id)
    .answers.find((answer) => answer.quality === quality)
    ?.parts.map(({ text }) => text) ?? []
const honest = parts('url-shortener')

/** A text's sentences, dealt over answers in order. */
const dealt = (answers: readonly string[], text: string): string[] => {
  const pieces = text.split(/(?<=[.!?])\s+/)
  return answers.map((answer, nth) =>
    [answer, ...pieces.filter((_, at) => Math.floor((at * answers.length) / pieces.length) === nth)].join(' '),
  )
}

/** What answers another question in an interview on links: the characters of each answer, and where the first of them stands. */
const taken = (answers: readonly string[], { others = [1, 2, 3, 4], least = 40 } = {}) => {
  const question = shippedQuestion('system-design', 'url-shortener')
  const sentences = sentencesOf(tokeniseSegments(answers.map((text, at) => ({ turn: 2 * at + 2, text }))))
  const found = sentencesOfAnother(sentences, {
    interviewerSaid: [{ turn: 0, text: question.opening }],
    among: { question, bank, others, least },
  })
  return found.map(({ segment, first }) => ({ answer: segment.order, start: segment.tokens[first]?.start ?? 0 }))
}

test('an answer to the question answers no other one', () => {
  expect(taken(honest)).toEqual([])
  expect(taken(parts('url-shortener', 'weak'))).toEqual([])
})

test('an answer to another question is told though every answer holds only a piece of it, and the honest words stay', () => {
  const text = parts('ride-dispatch').join(' ')
  const found = taken(dealt(honest, text))
  expect(found.length).toBeGreaterThan(0.9 * text.split(/(?<=[.!?])\s+/).length)
  expect(found.filter(({ answer, start }) => start < (honest[answer]?.length ?? 0)).length).toBeLessThanOrEqual(2)
  expect(new Set(found.map(({ answer }) => answer)).size).toBe(honest.length)
})

test('a few sentences of it are too little to tell by', () => {
  const [opening = ''] = parts('ride-dispatch')
  expect(
    taken([
      ...honest,
      opening
        .split(/(?<=[.!?])\s+/)
        .slice(0, 1)
        .join(' '),
    ]),
  ).toEqual([])
})

test('an answer to a question that would answer this one too is left alone', () => {
  expect(taken(dealt(honest, parts('ride-dispatch').join(' ')), { others: [2, 3, 4] })).toEqual([])
})
