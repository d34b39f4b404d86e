import { sentenceSplitter } from '#src/conduct/sentence-splitter.ts'
import type { SpokenMoveDecoder } from '#src/model/decode-spoken-move.ts'
import type { ModelFailure, StreamPart } from '#src/model/model.ts'
import type { GatedUtterance } from './gated-utterance.ts'
import type { SpeakEvent } from './interviewer.ts'

/** The words of a reply as far as it was read, said or not. */
export interface ReadReply {
  reply: string
  failure: ModelFailure | null
}

/** Hands on the words of a streamed reply by the sentence, as far as they are admitted. What need not be read on is not. */
export async function* admittedWords(
  parts: AsyncIterable<StreamPart>,
  { decoder, utterance }: { decoder: SpokenMoveDecoder; utterance: GatedUtterance },
): AsyncGenerator<SpeakEvent, ReadReply> {
  const splitter = sentenceSplitter()
  let reply = ''
  for await (const part of parts) {
    if (part.type === 'failure') return { reply, failure: part.failure }
    const words = part.type === 'text' ? decoder.push(part.text) : decoder.end()
    reply += words
    const sentences = splitter.push(words)
    if (part.type === 'finish') sentences.push(splitter.flush())
    for (const sentence of sentences) {
      const piece = utterance.admit(sentence)
      if (piece !== null) yield { type: 'words', text: piece }
    }
    if (utterance.isOver()) break
  }
  for (const piece of utterance.admitHeld()) yield { type: 'words', text: piece }
  return { reply, failure: null }
}
