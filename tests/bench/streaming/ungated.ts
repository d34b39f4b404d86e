// Hotseat from its sources with an interviewer that thinks of nothing and holds nothing back: what its sockets, its store and its reader of
// streams cost by themselves. `node --import tsx ungated.ts`, configured as the product is.
import { readConfig } from '#src/config.ts'
import type { Interviewer } from '#src/interviewer/interviewer.ts'
import { startServer } from '#src/main.ts'
import { decodeSpokenMove } from '#src/model/decode-spoken-move.ts'
import type { Model } from '#src/model/model.ts'

const passing = (model: Model): Interviewer => ({
  id: `model:${model.name}`,
  async *speak({ signal }) {
    const decoder = decodeSpokenMove()
    let text = ''
    const messages = [{ role: 'user' as const, content: 'The favourite: listen' }]
    for await (const part of model.streamText({ prompt: 'ungated', messages, maxTokens: 600, signal })) {
      if (part.type === 'failure') return yield { type: 'failed', message: part.failure.message }
      const words = part.type === 'text' ? decoder.push(part.text) : decoder.end()
      text += words
      if (words !== '') yield { type: 'words', text: words }
    }
    yield { type: 'spoken', text, move: { kind: 'listen' }, spokenBy: `model:${model.name}` }
  },
})

const running = await startServer(readConfig(process.env), {
  interviewers: (_, model) => {
    if (model === null) throw new Error('HOTSEAT_MODEL is not set')
    return () => passing(model)
  },
})
console.log(running.port)
process.once('SIGTERM', () => {
  running.close().catch((error: unknown) => {
    console.error(error)
    process.exitCode = 1
  })
})
