import { expect, test } from 'vitest'
import { z } from 'zod'
import { measuredModel } from '#src/metrics/measured-model.ts'
import type { FinishedCall } from '#src/metrics/metrics.ts'
import type { ModelCall, StreamPart } from '#src/model/model.ts'
import { manualClock } from '../support/manual-clock.ts'
import { scriptedModel } from '../support/scripted-model.ts'

const call: ModelCall = { prompt: 'interviewer-turn@3', messages: [], maxTokens: 100 }
const usage = { promptTokens: 900, completionTokens: 12 }

function measured(parts: readonly StreamPart[], pauses: readonly number[] = []) {
  const clock = manualClock()
  const finished: FinishedCall[] = []
  const spoken = function* () {
    for (const [at, part] of parts.entries()) {
      clock.advance(pauses[at] ?? 0)
      yield part
    }
  }
  const answer = () => ({ value: { asked: 1 }, usage })
  return { model: measuredModel(scriptedModel(answer, spoken), clock, (one) => finished.push(one)), finished }
}

test('a stream is timed to its first text and between texts', async () => {
  const text = (words: string): StreamPart => ({ type: 'text', text: words })
  const { model, finished } = measured([text('What '), text('is '), text('lost?'), { type: 'finish', usage }], [300, 40, 60, 100])
  for await (const _ of model.streamText(call)) {
    // Reading is what moves it on.
  }
  expect(finished).toEqual([
    {
      model: 'scripted',
      prompt: 'interviewer-turn@3',
      milliseconds: 500,
      stream: { toFirstChunk: 300, perChunk: 50 },
      usage,
      failure: null,
    },
  ])
})

test('a stream that fails, and one that nobody listens to any more, are told as such', async () => {
  const failing = measured([{ type: 'failure', failure: { kind: 'timeout', message: 'Too late.' } }], [2000])
  for await (const _ of failing.model.streamText(call)) {
    // As above.
  }
  const left = measured([
    { type: 'text', text: 'Well' },
    { type: 'text', text: ' then' },
  ])
  for await (const _ of left.model.streamText(call)) break
  expect([...failing.finished, ...left.finished].map(({ failure, stream }) => ({ failure, stream }))).toEqual([
    { failure: 'timeout', stream: null },
    { failure: 'aborted', stream: { toFirstChunk: 0, perChunk: null } },
  ])
})

test('an object is counted with its tokens', async () => {
  const { model, finished } = measured([])
  await model.object({ ...call, schema: z.object({ asked: z.number() }), schemaName: 'asked' })
  expect(finished).toMatchObject([{ stream: null, usage, failure: null }])
})
