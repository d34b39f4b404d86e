import { expect, test } from 'vitest'
import { chunksAlike } from '#src/model/chunks-alike.ts'

const chunk = (content: string, more: object = {}) =>
  JSON.stringify({
    id: 'one',
    object: 'chat.completion.chunk',
    choices: [{ index: 0, delta: { content }, finish_reason: null }],
    ...more,
  })

function learnt(json: string, text: string) {
  const alike = chunksAlike()
  alike.learn(json, text)
  return alike
}

test.each(['the', ' next', '  ', '}', 'Zürich', '東京 🚕', '\u2028'])(
  'a chunk like the one before is read without parsing: %j',
  (text) => {
    expect(learnt(chunk('What'), 'What').textOf(chunk(text))).toBe(text)
  },
)

test('spaces behind the colon, as some servers write them, are no hindrance', () => {
  const spaced = (text: string) => `{"choices": [{"delta": {"content": "${text}"}}]}`
  expect(learnt(spaced('What'), 'What').textOf(spaced(' next'))).toBe(' next')
})

test.each([
  ['an escape', chunk('line\nbreak')],
  ['a quote', chunk('say "yes"')],
  ['another field', chunk('next', { usage: { prompt_tokens: 1, completion_tokens: 2 } })],
  ['another id', chunk('next').replace('"one"', '"two"')],
  ['no text', chunk('')],
  ['a reason to finish', chunk('next').replace('null', '"stop"')],
  ['a text that closes what the head opened', chunk('"}},{"delta":{"content":"').replaceAll('\\', '')],
  ['an error', '{"error":{"message":"overloaded"}}'],
  ['what is cut short', chunk('next').slice(0, -3)],
])('a chunk with %s must be parsed', (_, json) => {
  expect(learnt(chunk('What'), 'What').textOf(json)).toBeNull()
})

test.each([
  ['nothing was learnt', chunksAlike()],
  ['there were two contents', learnt(chunk('What', { note: { content: 'What' } }), 'What')],
  ['the text was escaped', learnt(chunk('a\nb'), 'a\nb')],
  ['the content is none of the text', learnt('{"content":"other","text":"What"}', 'What')],
])('all are parsed where %s', (_, alike) => {
  expect(alike.textOf(chunk('next'))).toBeNull()
})
