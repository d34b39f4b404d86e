import { expect, test } from 'vitest'
import type { ModelMessage, PictureRefusal } from '#src/model/model.ts'
import { rejects, startFaultPeer, streams } from '../support/fault-peer.ts'
import { type PeerReply, type PeerRequest, startModelPeer } from '../support/model-peer.ts'
import { apiKey, call, failureIn, modelAt, partsOf, textOf } from './asking.ts'

const url = 'data:image/png;base64,iVBORw0KGgo='
const messages: ModelMessage[] = [
  { role: 'system', content: 'You look at drawings.' },
  { role: 'user', content: 'What is open?', picture: { url, width: 8, height: 8 } },
]
const words = 'The queue has no reader.'

const seeing = (refusal: Exclude<PeerReply, string>) =>
  startModelPeer(({ pictures }: PeerRequest) => (pictures.length > 0 ? refusal : words))

test('a picture goes behind the words of its message, in full detail', async () => {
  const peer = await startModelPeer(() => words)
  const { model } = modelAt(peer)
  expect(textOf(await partsOf(model.streamText(call({ messages }))))).toBe(words)
  expect(peer.requests.map(({ body }) => body.messages)).toEqual([
    [
      { role: 'system', content: 'You look at drawings.' },
      {
        role: 'user',
        content: [
          { type: 'text', text: 'What is open?' },
          { type: 'image_url', image_url: { url, detail: 'high' } },
        ],
      },
    ],
  ])
})

test.each([
  { what: 'vLLM', status: 400, message: 'At most 0 image(s) may be provided in one prompt.' },
  { what: 'a text model at vLLM', status: 400, message: 'some-model is not a multimodal model' },
  { what: 'OpenAI', status: 400, message: 'Invalid content type. image_url is only supported by certain models.' },
  { what: 'a plain model', status: 400, message: 'This model doesn’t support images.' },
  { what: 'one that reads text alone', status: 422, message: 'messages[1]: unknown variant `image_url`, expected `text`' },
  { what: 'OpenRouter', status: 404, message: 'No endpoints found that support image input' },
  { what: 'llama.cpp', status: 500, message: 'image input is not supported - hint: you may need to provide the mmproj' },
])(
  'what $what refuses with $status goes once more without the picture, which is told, and no later call has one',
  async ({ status, message }) => {
    const peer = await seeing({ status, message })
    const { model } = modelAt(peer)
    const refusals: PictureRefusal[] = []
    const asked = call({ messages, onPictureRefused: (said) => refusals.push(said) })
    for (const _ of ['first', 'second']) expect(textOf(await partsOf(model.streamText(asked)))).toBe(words)
    expect(peer.requests.map(({ pictures }) => pictures)).toEqual([[url], [], []])
    expect(peer.requests.map(({ text }) => text)).toEqual(Array.from({ length: 3 }, () => 'You look at drawings.\nWhat is open?'))
    expect(refusals).toEqual([{ words: expect.stringContaining(message), isLasting: true }])
  },
)

test.each([
  { what: 'one that names nothing', status: 400, message: 'Invalid request.' },
  { what: 'one that checks shapes', status: 422, message: 'messages.1.content: a string was expected' },
  { what: 'a proxy', status: 413, message: 'Request Entity Too Large' },
  { what: 'a model with a short context', status: 400, message: 'This model’s maximum context length is 8192 tokens.' },
  { what: 'one that cannot read the picture', status: 400, message: 'The image data does not represent a valid image.' },
  { what: 'one that wants others', status: 400, message: 'You uploaded an unsupported image.' },
  { what: 'one that knows other formats', status: 400, message: 'This model does not support image format PNG.' },
  { what: 'one that takes smaller ones', status: 400, message: 'This model does not support images of that size.' },
  { what: 'one that could not decode it', status: 500, message: 'could not process image' },
])(
  'what $what refuses with $status goes once more without the picture, which is told, and the next picture is sent again',
  async ({ status, message }) => {
    const broken = `${url}broken`
    const peer = await startModelPeer(({ pictures }: PeerRequest) => (pictures.includes(broken) ? { status, message } : words))
    const { model } = modelAt(peer)
    const refusals: PictureRefusal[] = []
    for (const shown of [broken, url]) {
      const drawn = messages.map((one) => (one.picture === undefined ? one : { ...one, picture: { ...one.picture, url: shown } }))
      const asked = call({ messages: drawn, onPictureRefused: (said) => refusals.push(said) })
      expect(textOf(await partsOf(model.streamText(asked)))).toBe(words)
    }
    expect(peer.requests.map(({ pictures }) => pictures)).toEqual([[broken], [], [url]])
    expect(refusals).toEqual([{ words: expect.stringContaining(message), isLasting: false }])
  },
)

test('a picture that was not the reason is sent with the next call again', async () => {
  const peer = await startModelPeer(({ pictures, text }) =>
    text.includes('open') ? { status: 400, message: 'Invalid request.' } : pictures.length > 0 ? words : 'No picture came.',
  )
  const { model } = modelAt(peer)
  const refusals: PictureRefusal[] = []
  const asked = call({ messages, onPictureRefused: (said) => refusals.push(said) })
  expect(failureIn(await partsOf(model.streamText(asked))).kind).toBe('bad-request')
  expect([peer.requests.length, refusals]).toEqual([2, []])
  const others = messages.map((message) => ({ ...message, content: 'Again.' }))
  expect(textOf(await partsOf(model.streamText(call({ messages: others }))))).toBe(words)
})

test('a key in the words of a refusal is not told', async () => {
  const peer = await startFaultPeer(rejects(400, { error: { message: `no image for ${apiKey}` } }), streams(words))
  const refusals: PictureRefusal[] = []
  const { model } = modelAt(peer)
  await partsOf(model.streamText(call({ messages, onPictureRefused: (said) => refusals.push(said) })))
  expect(refusals).toEqual([{ words: expect.stringContaining('no image for [key]'), isLasting: false }])
})

test('a wrong key, a missing model and a server that is down are no reason to leave the picture out', async () => {
  for (const refusal of [
    { status: 401, message: 'Incorrect API key; no image was read.' },
    { status: 404, message: 'The model does not exist.' },
  ]) {
    const peer = await seeing(refusal)
    const { model } = modelAt(peer)
    failureIn(await partsOf(model.streamText(call({ messages }))))
    expect(peer.requests.map(({ pictures }) => pictures)).toEqual([[url]])
  }
})
