import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { decodeSpokenMove } from '#src/model/decode-spoken-move.ts'

interface Spoken {
  move: string | null
  words: string
}

function decoded(pieces: readonly string[]): Spoken {
  const decoder = decodeSpokenMove()
  let words = ''
  for (const piece of pieces) words += decoder.push(piece)
  words += decoder.end()
  return { move: decoder.move(), words }
}

const cases: { what: string; reply: string; spoken: Spoken }[] = [
  {
    what: 'a plain object',
    reply: '{"move":"probe:index","words":"Which index?"}',
    spoken: { move: 'probe:index', words: 'Which index?' },
  },
  {
    what: 'an object over several lines',
    reply: '{\n  "move": "listen",\n  "words": "Go on."\n}\n',
    spoken: { move: 'listen', words: 'Go on.' },
  },
  {
    what: 'escapes, short and by number',
    reply: String.raw`{"move":"m","words":"a\"b\\c\/d\te\nf\u00e9"}`,
    spoken: { move: 'm', words: 'a"b\\c/d\te\nfé' },
  },
  {
    what: 'a surrogate pair written as two escapes',
    reply: String.raw`{"move":"m","words":"on \ud83d\ude80 now"}`,
    spoken: { move: 'm', words: 'on 🚀 now' },
  },
  {
    what: 'half a surrogate pair',
    reply: String.raw`{"move":"m","words":"\ud83d x\ude80\ud83d"}`,
    spoken: { move: 'm', words: '\uFFFD x\uFFFD\uFFFD' },
  },
  {
    what: 'a code fence',
    reply: '```json\n{"move":"m","words":"Go on."}\n```',
    spoken: { move: 'm', words: 'Go on.' },
  },
  {
    what: 'prose around the object',
    reply: 'Here it is {as asked}: {"move":"m","words":"Go on."} That was it.',
    spoken: { move: 'm', words: 'Go on.' },
  },
  {
    what: 'a thought before the object',
    reply: '<think>{"move":"x","words":"Not this."}</think>\n\n{"move":"m","words":"Go on."}',
    spoken: { move: 'm', words: 'Go on.' },
  },
  {
    what: 'the words before the move',
    reply: '{"words":"Go on.","move":"m"}',
    spoken: { move: 'm', words: 'Go on.' },
  },
  {
    what: 'keys nobody asked for',
    reply: '{"why":{"a":["}",{"words":"no"}]},"move":"m","sure":true,"words":"Go on.","n":1}',
    spoken: { move: 'm', words: 'Go on.' },
  },
  {
    what: 'another object before the one that speaks',
    reply: 'Notes: {"open": 3}. {"move":"m","words":"Go on."}',
    spoken: { move: 'm', words: 'Go on.' },
  },
  {
    what: 'a move that is null',
    reply: '{"move":null,"words":"Go on."}',
    spoken: { move: null, words: 'Go on.' },
  },
  {
    what: 'quotes that were not escaped',
    reply: '{"move":"m","words":"You said "it depends", on what?"}',
    spoken: { move: 'm', words: 'You said "it depends", on what?' },
  },
  {
    what: 'bare line breaks and unknown escapes',
    reply: '{"move":"m","words":"One\nit\\\'s \\uXYZ"}',
    spoken: { move: 'm', words: "One\nit's uXYZ" },
  },
  {
    what: 'an object cut short in its words',
    reply: '{"move":"m","words":"Which index wou',
    spoken: { move: 'm', words: 'Which index wou' },
  },
  {
    what: 'an object cut short inside an escape',
    reply: String.raw`{"move":"m","words":"Which\u00`,
    spoken: { move: 'm', words: 'Which' },
  },
  {
    what: 'a missing brace at the end',
    reply: '{"move":"m","words":"Go on."',
    spoken: { move: 'm', words: 'Go on.' },
  },
  {
    what: 'a missing brace before a fence',
    reply: '```json\n{"move":"m","words":"Go on."\n```',
    spoken: { move: 'm', words: 'Go on.' },
  },
  {
    what: 'an object cut short before its words',
    reply: '{"move":"m","wor',
    spoken: { move: 'm', words: '' },
  },
  {
    what: 'an object cut short in its move',
    reply: '{"move":"prob',
    spoken: { move: null, words: '' },
  },
  { what: 'an object without words', reply: '{"reply":"Go on."}', spoken: { move: null, words: '' } },
  { what: 'words that are no text', reply: '{"move":"m","words":["Go","on"]}', spoken: { move: 'm', words: '' } },
  {
    what: 'plain text',
    reply: 'Which index would you choose, and why?\n',
    spoken: { move: null, words: 'Which index would you choose, and why?' },
  },
  {
    what: 'plain text with braces in it',
    reply: 'What would {id} be, and what "type: {x}"?',
    spoken: { move: null, words: 'What would {id} be, and what "type: {x}"?' },
  },
  {
    what: 'plain text behind a thought',
    reply: '<think>hm\n</think>\nWhich index?',
    spoken: { move: null, words: 'Which index?' },
  },
  {
    what: 'plain text behind a thought whose opening the server ate',
    reply: 'They said shard.\n</think>\n\nWhich index?',
    spoken: { move: null, words: 'Which index?' },
  },
  { what: 'a thought that never ends', reply: '<think>they said {"move":"x","words":"no"}', spoken: { move: null, words: '' } },
  { what: 'nothing', reply: '', spoken: { move: null, words: '' } },
]

describe('a spoken move', () => {
  test.each(cases)('is read from $what', ({ reply, spoken }) => {
    expect(decoded([reply])).toEqual(spoken)
  })

  test.each(cases)('is read from $what when it comes by the character', ({ reply, spoken }) => {
    expect(decoded([...Array(reply.length).keys()].map((at) => reply.charAt(at)))).toEqual(spoken)
  })

  test('is the same however the reply is cut', () => {
    const object = fc.record({ move: fc.string(), words: fc.string({ unit: 'grapheme', maxLength: 60 }) })
    const reply = fc.oneof(
      object.map((value) => JSON.stringify(value)),
      object.map((value) => JSON.stringify(value).replaceAll(/[^\x20-\x7e]/g, asEscape)),
      object.map((value) => JSON.stringify(value).slice(0, -4)),
      fc.string({
        unit: fc.constantFrom(...'{}":,\\u0 \n', 'move', 'words', '<think>', '</think>', '`', '\ud83d', '\ude80'),
        maxLength: 40,
      }),
    )
    fc.assert(
      fc.property(reply, fc.array(fc.nat(80), { maxLength: 12 }), (text, cuts) => {
        const edges = [0, ...cuts.map((cut) => Math.min(cut, text.length)).sort((a, b) => a - b), text.length]
        const pieces = edges.slice(1).map((edge, at) => text.slice(edges[at], edge))
        expect(decoded(pieces)).toEqual(decoded([text]))
      }),
      { numRuns: 2_000 },
    )
  })

  test('gives back what was encoded, in whatever way it was escaped', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), fc.string({ unit: 'binary' }), fc.boolean(), (move, words, escaped) => {
        const plain = JSON.stringify({ move, words })
        const text = escaped ? plain.replaceAll(/[^\x20-\x7e]/g, asEscape) : plain
        expect(decoded([text])).toEqual({ move, words })
      }),
    )
  })

  test('hands out words as soon as they are certain', () => {
    const decoder = decodeSpokenMove()
    const steps = ['{"move":"m","wo', 'rds":"Which ind', 'ex\\u00', 'e9, and "', 'why"', '? ', '"', '}'].map((piece) =>
      decoder.push(piece),
    )
    expect([...steps, decoder.end()]).toEqual(['', 'Which ind', 'ex', 'é, and ', '"why', '"? ', '', '', ''])
  })

  test('holds words that come before the move until the move is known', () => {
    const decoder = decodeSpokenMove()
    expect([decoder.push('{"words":"Go on.",'), decoder.move(), decoder.push('"move":"m"}'), decoder.move()]).toEqual([
      '',
      null,
      'Go on.',
      'm',
    ])
  })
})

function asEscape(unit: string): string {
  return [...Array(unit.length).keys()].map((at) => `\\u${unit.charCodeAt(at).toString(16).padStart(4, '0')}`).join('')
}
