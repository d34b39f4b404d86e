import { expect, test } from 'vitest'
import type { Guide } from '#src/domain/guide.ts'
import { sentencesApart } from '#src/evidence/apart-from-question.ts'
import { compileLexicon } from '#src/evidence/compile-pattern.ts'
import { sentencesOf } from '#src/evidence/read-sentences.ts'
import { tokeniseSegments } from '#src/evidence/tokenise-segments.ts'
import { shippedLexicon, shippedQuestion } from '../support/content-files.ts'

const lexicon = compileLexicon(shippedLexicon())
const shortener = shippedQuestion('system-design', 'url-shortener')
const said = (id: string) =>
  shippedQuestion('system-design', id)
    .answers.find(({ quality }) => quality === 'senior')
    ?.parts.map(({ text }) => text) ?? []

/** What is apart in an interview on links. */
const apartIn = (answers: readonly string[], guide: Guide | null = shortener.guide) => [
  ...sentencesApart(sentencesOf(tokeniseSegments(answers.map((text, at) => ({ turn: 2 * at + 2, text })))), {
    lexicon,
    interviewerSaid: [{ turn: 0, text: shortener.opening }],
    topic: { guide, heardElsewhere: [{ words: 100, share: 0.18 }] },
  }),
]
const turnsApart = (answers: readonly string[]) => [...new Set(apartIn(answers).map(({ segment }) => segment.turn))]

test('an answer to the question holds nothing apart', () => {
  const answer = said('url-shortener')
  expect(answer.length).toBeGreaterThan(2)
  expect(turnsApart(answer)).toEqual([])
})

test('an answer to another question, put between the others, is apart', () => {
  const [first = '', ...rest] = said('url-shortener')
  expect(turnsApart([first, said('ride-dispatch').join(' '), ...rest])).toEqual([4])
})

test('so is one that follows an honest answer in the same turn, and the honest words before it stay', () => {
  const honest = said('url-shortener').join(' ')
  const kept = sentencesOf(tokeniseSegments([{ turn: 2, text: honest }])).length
  const apart = apartIn([`${honest} ${said('ride-dispatch').join(' ')}`, honest])
  expect(apart.length).toBeGreaterThan(10)
  expect(apart.every(({ segment, sentence }) => segment.turn === 2 && sentence > kept - 5)).toBe(true)
})

test('of a conversation of a few words nobody can say what it is about', () => {
  expect(turnsApart(['A table of links, keyed by the code.', said('ride-dispatch').join(' ')])).toEqual([])
})

test('an aside of fewer than a hundred words is left alone', () => {
  const aside = said('ride-dispatch').join(' ').split(' ').slice(0, 90).join(' ')
  expect(turnsApart([...said('url-shortener'), aside])).toEqual([])
})

test('of a question that the bank does not hold, an opening that is about something else is apart, and an honest one is not', () => {
  const [first = '', ...rest] = said('url-shortener')
  const turns = (answers: readonly string[]) => [...new Set(apartIn(answers, null).map(({ segment }) => segment.turn))]
  expect(turns([first, ...rest])).toEqual([])
  expect(turns([said('ride-dispatch').join(' '), ...rest])).toEqual([2])
})

test('what begins and ends such a passage goes with it', () => {
  const [first = '', ...rest] = said('url-shortener')
  const other = said('ride-dispatch').join(' ')
  const sentences = sentencesOf(tokeniseSegments([{ turn: 4, text: other }])).length
  expect(apartIn([first, other, ...rest]).length).toBeGreaterThan(0.9 * sentences)
})

test('code that somebody typed is not judged by the names in it', () => {
  const code = `
    class Trampoline { private final Deque<Rabbit> warren = new ArrayDeque<>(); private int hops = 0;
    void leap(Rabbit rabbit) { if (rabbit == null) { return; } warren.push(rabbit); hops += rabbit.weight(); }
    Rabbit land() { while (!warren.isEmpty()) { Rabbit top = warren.pop(); if (top.awake()) { return top; } } return null; }
    int total() { int sum = 0; for (Rabbit rabbit : warren) { sum += rabbit.weight() * burrow(rabbit); } return sum; }
    int burrow(Rabbit rabbit) { return rabbit.ears() > 2 ? 1 : 0; } List<Carrot> feed(int many) { return pantry.take(many); }
    void burglar(Fox fox) { if (fox.hungry()) { for (Rabbit rabbit : warren) { if (rabbit.ears() < fox.nose()) { alarm(rabbit, fox); } } } }
    void alarm(Rabbit rabbit, Fox fox) { drums.beat(rabbit.paw()); owls.wake(fox.shadow()); meadow.hide(rabbit, hedge(rabbit)); }
    boolean storm(Weather weather) { return weather.wind() > gale && weather.rain() > flood || lightning(weather); } }`
  const answer = said('url-shortener')
  expect(turnsApart([...answer, code])).toEqual([])
  expect(turnsApart([...answer, code.replace(/[{}()<>;=]/g, ' ')])).toEqual([2 * answer.length + 2])
})
