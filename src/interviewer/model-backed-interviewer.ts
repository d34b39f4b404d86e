import { randomBytes } from 'node:crypto'
import type { Guide } from '#src/domain/guide.ts'
import type { Lexicon } from '#src/domain/lexicon.ts'
import type { Move } from '#src/domain/move.ts'
import type { Phrases } from '#src/domain/phrases.ts'
import type { Prompt } from '#src/domain/prompt.ts'
import { decodeSpokenMove } from '#src/model/decode-spoken-move.ts'
import type { Model, ModelFailure } from '#src/model/model.ts'
import { composeWords, inPieces } from './compose-words.ts'
import { type Breach, type ConductGate, conductGate } from './conduct.ts'
import { conductRules } from './conduct-rules.ts'
import type { Interviewer, SpeakEvent, SpeakRequest } from './interviewer.ts'
import { moveId } from './move-id.ts'
import { type OpenMoves, openMoves } from './open-moves.ts'
import { ruleBasedId } from './rule-based-interviewer.ts'
import { sentenceSplitter } from './sentence-splitter.ts'
import { turnPrompt } from './turn-prompt.ts'
import { type Standing, standOf } from './where-we-stand.ts'
import { assertPhrases } from './wording.ts'

export interface ModelInterviewerOptions {
  model: Model
  /** prompts/interviewer-turn.md */
  prompt: Prompt
  lexicon: Lexicon
  phrases: Phrases
  /** Characters of transcript sent along; older turns are left out. */
  transcriptLength?: number
}

const maxTokens = 600

/** How one call went. `shown`: words of it went out. */
type Outcome =
  | { kind: 'spoken'; text: string; move: Move }
  | { kind: 'broken'; rules: string; reply: string; shown: boolean }
  | { kind: 'failed'; failure: ModelFailure }

/**
 * Lets a model choose among the open moves and say it. Words go out by the sentence, each after the conduct checks; a sentence that breaks
 * a rule is not said. When nothing is left to say the model is asked once more, and then the rules' words are spoken.
 * Throws a HotseatError at once when a phrase that it needs is missing.
 */
export function modelInterviewer(options: ModelInterviewerOptions): Interviewer {
  const { model, lexicon, phrases } = options
  assertPhrases(phrases)
  const id = `model:${model.name}`
  return {
    id,
    async *speak(request: SpeakRequest): AsyncIterable<SpeakEvent> {
      const standing = standOf(request, { lexicon, phrases })
      const moves = openMoves(standing.at)
      if (moves.favourite.kind === 'close' && moves.favourite.reason !== 'finished') {
        // Somebody waits to leave: the close says the same whoever speaks it.
        yield* asWritten(moves.favourite, { request, standing, phrases })
        return
      }
      let breach: { reply: string; rule: string } | null = null
      for (const attempt of ['first', 'repair'] as const) {
        const outcome: Outcome = yield* speakOnce({ ...options, request, standing, moves, breach, attempt })
        if (request.signal.aborted) return
        if (outcome.kind === 'spoken') {
          yield { type: 'spoken', text: outcome.text, move: outcome.move, spokenBy: id }
          return
        }
        if (outcome.kind === 'failed') {
          yield { type: 'failed', message: outcome.failure.message }
          return
        }
        if (outcome.shown) yield { type: 'restart', notice: null }
        breach = { reply: outcome.reply, rule: outcome.rules }
      }
      yield* asWritten(moves.favourite, { request, standing, phrases })
    },
  }
}

/** A move in the rules' words. */
function* asWritten(move: Move, options: { request: SpeakRequest; standing: Standing; phrases: Phrases }): Iterable<SpeakEvent> {
  const text = composeWords(move, options)
  for (const piece of inPieces(text)) yield { type: 'words', text: piece }
  yield { type: 'spoken', text, move, spokenBy: ruleBasedId }
}

interface Attempt extends ModelInterviewerOptions {
  request: SpeakRequest
  standing: Standing
  moves: OpenMoves
  breach: { reply: string; rule: string } | null
  attempt: 'first' | 'repair'
}

async function* speakOnce(options: Attempt): AsyncGenerator<SpeakEvent, Outcome> {
  const { model, prompt, request, moves, attempt } = options
  const messages = turnPrompt({
    ...options,
    fence: `candidate-${randomBytes(9).toString('hex')}`,
    transcriptLength: options.transcriptLength ?? 24_000,
  })
  const label = `${prompt.id}@${prompt.version}`
  const call = {
    prompt: attempt === 'first' ? label : `${label}+repair`,
    messages,
    maxTokens,
    temperature: 0.4,
    signal: request.signal,
  }
  const decoder = decodeSpokenMove()
  const splitter = sentenceSplitter()
  const utterance = gatedUtterance(() => moveNamed(decoder.move(), { moves, facts: options.standing.guide.facts }), options)
  for await (const part of model.streamText(call)) {
    if (part.type === 'failure') return { kind: 'failed', failure: part.failure }
    const words = part.type === 'text' ? decoder.push(part.text) : decoder.end()
    const sentences = splitter.push(words)
    if (part.type === 'finish') sentences.push(splitter.flush())
    for (const sentence of sentences) {
      const piece = utterance.admit(sentence)
      if (piece !== null) yield { type: 'words', text: piece }
    }
    if (utterance.full()) break
  }
  return utterance.outcome()
}

/** The open move that the model named, or an answer with several facts; else the favourite (ruling 11). */
function moveNamed(named: string | null, { moves, facts }: { moves: OpenMoves; facts: Guide['facts'] }): Move {
  const name = named?.trim() ?? ''
  const open = moves.open.find((move) => moveId(move) === name)
  return open ?? (moves.open.some(({ kind }) => kind === 'answer') ? answerNamed(name, facts) : null) ?? moves.favourite
}

/** "answer:latency+lifetime": every fact of the sheet that one turn asked for. Null when it names anything else. */
function answerNamed(name: string, facts: Guide['facts']): Move | null {
  const [first, ...also] = name.startsWith('answer:') ? name.slice('answer:'.length).split('+') : []
  const known = (id: string) => facts.some((fact) => fact.id === id)
  if (first === undefined || ![first, ...also].every(known)) return null
  return { kind: 'answer', fact: first, ...(also.length > 0 && { also }) }
}

/** Collects the sentences that may be said; the gate is set up when the move is known, with the first of them. */
function gatedUtterance(chosen: () => Move, options: Attempt) {
  let gate: ConductGate | null = null
  let move: Move | null = null
  let text = ''
  let gap = ''
  let reply = ''
  const breaches = new Set<Breach>()
  return {
    /** What to show for this sentence; null when it is empty or broke a rule. */
    admit: (sentence: string): string | null => {
      const trimmed = sentence.trim()
      if (trimmed === '') return null
      move ??= chosen()
      gate ??= conductGate(conductRules(move, options))
      reply += sentence
      const found = gate.breachOf(trimmed)
      if (found !== null) {
        breaches.add(found)
        return null
      }
      const piece = text === '' ? trimmed : gap + trimmed
      gap = sentence.slice(sentence.trimEnd().length) || ' '
      text += piece
      return piece
    },
    full: () => breaches.has('too long'),
    outcome: (): Outcome => {
      const asks = move?.kind === 'probe' || move?.kind === 'challenge' || move?.kind === 'change-requirement'
      const stands = text !== '' && !(breaches.size > 0 && asks && !text.includes('?'))
      if (stands && move !== null) return { kind: 'spoken', text, move }
      return { kind: 'broken', rules: [...breaches].join(', ') || 'no words', reply, shown: text !== '' }
    },
  }
}
