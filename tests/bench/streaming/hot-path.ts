// Hotseat from its sources with an interviewer that thinks of nothing: what its sockets, its store, its reader of streams and, with `gate`, the
// checks of what is said cost by themselves. `node --import tsx hot-path.ts gate|open`, configured as the product is.
import { conductGate } from '#src/conduct/sentence-gate.ts'
import { speechCues } from '#src/conduct/speech-cues.ts'
import { readConfig } from '#src/config.ts'
import type { Content } from '#src/content/content.ts'
import { admittedWords } from '#src/interviewer/admitted-words.ts'
import { secretsOf } from '#src/interviewer/conduct-rules.ts'
import { gatedUtterance } from '#src/interviewer/gated-utterance.ts'
import type { Interviewer, SpeakEvent, SpeakRequest } from '#src/interviewer/interviewer.ts'
import { startServer } from '#src/main.ts'
import { decodeSpokenMove } from '#src/model/decode-spoken-move.ts'
import type { Model } from '#src/model/model.ts'

const isGated = process.argv[2] === 'gate'
const move = { kind: 'listen' } as const
const callOf = (signal: AbortSignal) => ({
  prompt: 'hot-path',
  messages: [{ role: 'user' as const, content: 'The favourite move: listen' }],
  maxTokens: 600,
  signal,
})

async function* passing(model: Model, { signal }: SpeakRequest): AsyncGenerator<SpeakEvent> {
  const decoder = decodeSpokenMove()
  let text = ''
  for await (const part of model.streamText(callOf(signal))) {
    if (part.type === 'failure') return yield { type: 'failed', message: part.failure.message }
    const words = part.type === 'text' ? decoder.push(part.text) : decoder.end()
    text += words
    if (words !== '') yield { type: 'words', text: words }
  }
  yield { type: 'spoken', text, move, spokenBy: `model:${model.name}` }
}

/** As the product checks what is said, without an end to how much may be. */
async function* checked(model: Model, content: Content, { signal, interview, content: held, turns }: SpeakRequest) {
  const known = turns.map(({ text }) => text).join('\n')
  const rules = {
    move: move.kind,
    language: interview.language,
    maxWords: Number.POSITIVE_INFINITY,
    minutes: [interview.minutes],
    secrets: held.questions.flatMap(({ guide }) => secretsOf(guide, held.rubric)),
    facts: held.questions.flatMap(({ guide }) => guide.facts.map(({ fact }) => fact)),
    known,
    planned: '',
    said: known,
    candidateSaid: known,
    cues: speechCues({ ...content, language: interview.language }),
    holdsItsAnswer: () => false,
    hasPlaceFor: () => true,
  }
  const budget = {
    isWanted: () => true,
    isMadeBy: () => true,
    allowed: Number.POSITIVE_INFINITY,
    reserved: 0,
    asksNothing: false,
    marksQuestions: true,
  }
  const utterance = gatedUtterance({ moveOf: () => move, gateFor: () => conductGate(rules), budgetFor: () => budget })
  const parts = model.streamText(callOf(signal))
  const { reply, failure } = yield* admittedWords(parts, { decoder: decodeSpokenMove(), utterance })
  if (failure !== null) yield { type: 'failed', message: failure.message } satisfies SpeakEvent
  else yield { type: 'spoken', text: reply, move, spokenBy: `model:${model.name}` } satisfies SpeakEvent
}

const running = await startServer(readConfig(process.env), {
  interviewers: (content, model) => {
    if (model === null) throw new Error('HOTSEAT_MODEL is not set')
    const interviewer: Interviewer = {
      id: `model:${model.name}`,
      speak: (request) => (isGated ? checked(model, content, request) : passing(model, request)),
    }
    return () => interviewer
  },
})
console.log(running.port)
process.once('SIGTERM', () => {
  running.close().catch((error: unknown) => {
    console.error(error)
    process.exitCode = 1
  })
})
