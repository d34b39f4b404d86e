import type { Clock } from '#src/domain/clock.ts'
import type { Model, ModelCall, ModelFailure, StreamPart, Usage } from '#src/model/model.ts'
import type { FinishedCall } from './metrics.ts'

/** The same model, telling after each call how it went. */
export function measuredModel(model: Model, clock: Pick<Clock, 'now'>, onCall: (call: FinishedCall) => void): Model {
  return {
    name: model.name,
    streamText: (call) => measuredStream(model, call, { clock, onCall }),
    async object(call) {
      const begun = clock.now()
      const result = await model.object(call)
      const failure = result.ok ? null : result.failure.kind
      onCall({ ...about(model, call), milliseconds: clock.now() - begun, stream: null, usage: result.usage, failure })
      return result
    },
    checkHealth: (signal) => model.checkHealth(signal),
  }
}

interface Measuring {
  clock: Pick<Clock, 'now'>
  onCall: (call: FinishedCall) => void
}

async function* measuredStream(model: Model, call: ModelCall, { clock, onCall }: Measuring): AsyncGenerator<StreamPart> {
  const begun = clock.now()
  let first: number | null = null
  let last = begun
  let count = 0
  let usage: Usage | null = null
  // Who stops listening does not wait for an end.
  let failure: ModelFailure['kind'] | null = 'aborted'
  try {
    for await (const part of model.streamText(call)) {
      if (part.type === 'text') {
        last = clock.now()
        first ??= last
        count += part.chunks ?? 1
      } else if (part.type === 'finish') {
        usage = part.usage
        failure = null
      } else failure = part.failure.kind
      yield part
    }
  } finally {
    const stream =
      first === null ? null : { toFirstChunk: first - begun, perChunk: count > 1 ? (last - first) / (count - 1) : null }
    onCall({ ...about(model, call), milliseconds: clock.now() - begun, stream, usage, failure })
  }
}

const about = ({ name: model }: Model, { prompt }: ModelCall) => ({ model, prompt })
