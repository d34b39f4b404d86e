import type { Model, ModelCall } from './model.ts'
import { picturesIn } from './token-estimate.ts'

const charactersPerToken = 4

/** The same model, telling after each request what it took. Of an endpoint that does not say, four characters are a token and a reply is as long as it may be; a picture is what it hardly exceeds. */
export function meteredModel(model: Model, onTokens: (tokens: number) => void): Model {
  const metered = <Call extends ModelCall>(call: Call): Call => ({
    ...call,
    onRequest: (request) => {
      call.onRequest?.(request)
      const { usage, answered } = request
      if (usage !== null) onTokens(usage.promptTokens + usage.completionTokens)
      else if (answered) onTokens(estimated(call))
    },
  })
  return {
    name: model.name,
    streamText: (call) => model.streamText(metered(call)),
    object: (call) => model.object(metered(call)),
    checkHealth: (signal) => model.checkHealth(signal),
  }
}

const estimated = ({ messages, maxTokens }: ModelCall): number =>
  Math.ceil(messages.reduce((sum, { content }) => sum + content.length, 0) / charactersPerToken) +
  picturesIn(messages) +
  maxTokens
