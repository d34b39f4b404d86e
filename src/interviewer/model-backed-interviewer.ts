import { conductGate } from '#src/conduct/sentence-gate.ts'
import { questionsIn } from '#src/conduct/sentence-rules.ts'
import { type Clock, systemClock } from '#src/domain/clock.ts'
import type { Guide } from '#src/domain/guide.ts'
import type { Lexicon } from '#src/domain/lexicon.ts'
import type { MannerLines } from '#src/domain/manner-lines.ts'
import type { Move } from '#src/domain/move.ts'
import type { Phrases } from '#src/domain/phrases.ts'
import type { Prompt } from '#src/domain/prompt.ts'
import type { BoardPicture } from '#src/domain/workspace.ts'
import { tellingWords } from '#src/evidence/telling-words.ts'
import { decodeSpokenMove } from '#src/model/decode-spoken-move.ts'
import type { Model, ModelFailure, PictureRefusal } from '#src/model/model.ts'
import { admittedWords } from './admitted-words.ts'
import { wordsOfTurn } from './compose-words.ts'
import { conductRules } from './conduct-rules.ts'
import { withFactsTold } from './facts-told.ts'
import { type GatedOutcome, gatedUtterance } from './gated-utterance.ts'
import { inPieces } from './in-pieces.ts'
import { unhurried } from './in-steps.ts'
import type { Interviewer, SpeakEvent, SpeakRequest } from './interviewer.ts'
import { mostFacts } from './last-answer.ts'
import { moveId } from './move-id.ts'
import { newBoardPicture } from './new-board-picture.ts'
import { type OpenMoves, openMoves } from './open-moves.ts'
import { ruleBasedId } from './rule-based-interviewer.ts'
import { type TurnFigures, type TurnMeter, turnMeter } from './turn-figures.ts'
import { newFence } from './turn-line.ts'
import { turnPrompt } from './turn-prompt.ts'
import { type Standing, standingInSteps } from './where-we-stand.ts'
import { inEnglishOnly } from './with-stand-in.ts'
import { wordBudget } from './word-budget.ts'
import { assertPhrases } from './wording.ts'

export interface ModelInterviewerOptions {
  model: Model
  /** prompts/interviewer-turn.md */
  prompt: Prompt
  manner: MannerLines
  lexicon: Lexicon
  phrases: Phrases
  /** What the model can read and write in one call, in tokens. */
  contextTokens?: number
  /** Whether it is sent the picture of a board that changed. */
  seesPictures?: boolean
  /** Told when its endpoint took no picture. */
  onPictureRefused?: (refusal: PictureRefusal & { interview: string }) => void
  /** For the time to the first words. */
  clock?: Clock
  /** Told of every turn that it spoke or tried to speak, after its end. */
  onTurn?: (figures: TurnFigures) => void
}

const replyTokens = 600
/** Every endpoint has this much (config.ts), and what is read beyond it the candidate would wait for, turn by turn. */
const contextTokensAtMost = 8192

/** How one call went. `shown`: words of it went out. */
type Outcome = (GatedOutcome & { reply: string }) | { kind: 'failed'; failure: ModelFailure }

/**
 * Lets a model choose among the open moves and say it. Words go out by the sentence, each after the conduct checks; a sentence that breaks
 * a rule is not said. When what is left is no turn the model is asked once more, and then the rules' words for the move that it chose are spoken.
 * Throws a HotseatError at once when a phrase that it needs is missing.
 */
export function modelInterviewer(options: ModelInterviewerOptions): Interviewer {
  const { clock = systemClock, onTurn = () => undefined } = options
  assertPhrases(options.phrases)
  const id = `model:${options.model.name}`
  return {
    id,
    async *speak(request: SpeakRequest): AsyncIterable<SpeakEvent> {
      const meter = turnMeter(request, clock)
      try {
        for await (const event of speakTurn({ ...options, id, request, meter })) {
          meter.see(event)
          yield event
        }
      } finally {
        onTurn(meter.figures())
      }
    },
  }
}

interface SpokenTurn extends ModelInterviewerOptions {
  id: string
  request: SpeakRequest
  meter: TurnMeter
}

async function* speakTurn(options: SpokenTurn): AsyncGenerator<SpeakEvent, void> {
  const { id, request, lexicon, phrases } = options
  const standing = await unhurried(standingInSteps(request, { lexicon, phrases }), request.signal)
  if (standing === null) return
  const moves = openMoves(standing.at)
  const isEnglish = request.interview.language === 'en'
  if (isEnglish && moves.favourite.kind === 'close' && moves.favourite.reason !== 'finished') {
    // Somebody waits to leave: the close says the same whoever speaks it.
    yield* asWritten(moves.favourite, { request, standing, phrases })
    return
  }
  const picture = options.seesPictures === true ? await newBoardPicture(request) : null
  let breach: { reply: string; rule: string } | null = null
  let chosen = moves.favourite
  for (const attempt of ['first', 'repair'] as const) {
    const outcome: Outcome = yield* speakOnce({ ...options, standing, moves, picture, breach, attempt })
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
    chosen = outcome.move ?? chosen
  }
  if (!isEnglish) yield { type: 'restart', notice: inEnglishOnly(request, phrases) }
  yield* asWritten(chosen, { request, standing, phrases })
}

/** A move in the rules' words. */
function* asWritten(move: Move, options: { request: SpeakRequest; standing: Standing; phrases: Phrases }): Iterable<SpeakEvent> {
  const text = wordsOfTurn(move, options)
  for (const piece of inPieces(text)) yield { type: 'words', text: piece }
  yield { type: 'spoken', text, move, spokenBy: ruleBasedId }
}

interface Attempt extends SpokenTurn {
  standing: Standing
  moves: OpenMoves
  picture: BoardPicture | null
  breach: { reply: string; rule: string } | null
  attempt: 'first' | 'repair'
}

async function* speakOnce(options: Attempt): AsyncGenerator<SpeakEvent, Outcome> {
  const { model, prompt, request, moves, attempt, meter } = options
  const { contextTokens: modelTokens = contextTokensAtMost, onPictureRefused } = options
  const contextTokens = Math.min(modelTokens, contextTokensAtMost)
  const { messages, ...fitted } = turnPrompt({ ...options, fence: newFence(), contextTokens, modelTokens, replyTokens })
  meter.prompted(fitted)
  const label = `${prompt.id}@${prompt.version}`
  const call = {
    prompt: attempt === 'first' ? label : `${label}+repair`,
    messages,
    maxTokens: replyTokens,
    temperature: 0.4,
    signal: request.signal,
    onPictureRefused: (refusal: PictureRefusal) => onPictureRefused?.({ interview: request.interview.id, ...refusal }),
    ...meter.begin(),
  }
  const decoder = decodeSpokenMove()
  const utterance = gatedUtterance({
    moveOf: () => moveNamed(decoder.move(), { moves, facts: mayBeTold(options.standing), asked: askedFor(options) }),
    gateFor: (move) => conductGate(conductRules(move, options)),
    budgetFor: (move) => wordBudget(move, options),
  })
  const { reply, failure } = yield* admittedWords(model.streamText(call), { decoder, utterance })
  // An endpoint that answered with nothing is there to be asked again, once, as after words that may not be said.
  if (failure?.kind === 'empty' && attempt === 'first') return { ...utterance.outcome(), reply }
  if (failure !== null) return { kind: 'failed', failure }
  const outcome = utterance.outcome()
  if (outcome.kind === 'broken' || request.interview.language !== 'en') return { ...outcome, reply }
  return { ...outcome, move: withFactsTold(outcome.move, { ...outcome, guide: options.standing.guide }), reply }
}

/** Facts that the last turn asked for, or may have, and steps that it may take. */
const mayBeTold = ({ at: { answer }, guide }: Standing): Guide['facts'] =>
  guide.facts.filter(
    ({ id }) => answer !== null && ((answer.mayAskForFacts && !answer.stepsNotTaken.includes(id)) || answer.facts.includes(id)),
  )

/**
 * The open move that the model named, or an answer with several facts; for a name cut short, the first open move that begins so; for a reply that
 * names none, the favourite. Null when it names another: its words belong to a move that may not be made now, such as a hint nobody asked for.
 */
function moveNamed(
  named: string | null,
  { moves, facts, asked }: { moves: OpenMoves; facts: Guide['facts']; asked: AskedFor },
): Move | null {
  const name = named?.trim() ?? ''
  if (name === '') return moves.favourite
  const open = moves.open.find((move) => moveId(move) === name) ?? nextPhaseNamed(name, { moves, facts })
  const answers = moves.open.some(({ kind }) => kind === 'answer')
  return (
    open ??
    (answers ? answerNamed(name, { facts, asked }) : null) ??
    moves.open.find((move) => moveId(move).startsWith(name)) ??
    null
  )
}

/** "next-phase:1+latency": goes on, with facts that the turn asked for beside those of the planned words. Null when it names anything else. */
function nextPhaseNamed(name: string, { moves, facts }: { moves: OpenMoves; facts: Guide['facts'] }): Move | null {
  const [phase, ...told] = name.split('+')
  const move = moves.open.find((one) => one.kind === 'next-phase' && moveId(one) === phase)
  if (move?.kind !== 'next-phase' || told.length === 0) return null
  if (!told.every((id) => facts.some((fact) => fact.id === id))) return null
  return { kind: 'next-phase', phase: move.phase, facts: [...new Set([...(move.facts ?? []), ...told])] }
}

/** "answer:latency+lifetime": the facts of the sheet that one turn asked for. Null when it names anything else. */
function answerNamed(name: string, { facts, asked }: { facts: Guide['facts']; asked: AskedFor }): Move | null {
  const named = name.startsWith('answer:') ? [...new Set(name.slice('answer:'.length).split('+'))] : []
  const known = named.flatMap((id) => facts.find((fact) => fact.id === id) ?? [])
  const [first, ...also] = known.filter((fact, at) => at < asked.most || asked.speaksOf(fact)).slice(0, mostFacts)
  if (first === undefined || known.length < named.length) return null
  return { kind: 'answer', fact: first.id, ...(also.length > 0 && { also: also.map(({ id }) => id) }) }
}

/** How many facts a turn asks for, by its words or its questions, and which it speaks of beside: one question may ask for several. */
interface AskedFor {
  most: number
  speaksOf: (fact: Guide['facts'][number]) => boolean
}

/** Of what somebody says by chance a fact holds a word. */
const fewestWordsShared = 2

/** Whoever names what they look at asks without a mark, and of another language neither words nor questions tell how much is asked. */
function askedFor({ standing: { at, questionText }, request }: { standing: Standing; request: SpeakRequest }): AskedFor {
  const said = request.turns.at(-1)?.text ?? ''
  const asked = Math.max(at.answer?.facts.length ?? 0, questionsIn(said))
  const words = tellingWords(said)
  // Everybody speaks of what the task is about.
  const ofTask = tellingWords(questionText)
  const shared = (text: string) => [...tellingWords(text)].filter((word) => words.has(word) && !ofTask.has(word)).length
  return {
    most: asked === 0 || request.interview.language !== 'en' ? mostFacts : asked,
    speaksOf: ({ id, fact }) => shared(id.replaceAll('-', ' ')) > 0 || shared(fact) >= fewestWordsShared,
  }
}
