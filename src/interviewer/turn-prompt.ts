import { questionsIn } from '#src/conduct/sentence-rules.ts'
import { languageNames } from '#src/domain/language.ts'
import type { Lexicon } from '#src/domain/lexicon.ts'
import type { MannerLines } from '#src/domain/manner-lines.ts'
import type { Move } from '#src/domain/move.ts'
import { minutesLeft, wholeMinutes } from '#src/domain/phase-clock.ts'
import type { Phrases } from '#src/domain/phrases.ts'
import { type Prompt, renderPrompt } from '#src/domain/prompt.ts'
import { pastNamed } from '#src/domain/steps-taken.ts'
import type { Turn } from '#src/domain/turn.ts'
import type { BoardPicture } from '#src/domain/workspace.ts'
import type { ModelMessage, ModelPicture } from '#src/model/model.ts'
import { estimatedTokens, picturesIn, pictureTokens } from '#src/model/token-estimate.ts'
import { askOf, composeWords } from './compose-words.ts'
import { type FittedTranscript, fitTranscript } from './fit-transcript.ts'
import type { SpeakRequest } from './interviewer.ts'
import { keptOfTurn } from './kept-of-turn.ts'
import { moveId } from './move-id.ts'
import type { OpenMoves } from './open-moves.ts'
import { sentencesOf } from './quote.ts'
import { rankProbes } from './rank-probes.ts'
import type { Standpoint } from './standpoint.ts'
import { withoutFence } from './turn-line.ts'
import type { Standing } from './where-we-stand.ts'
import { wordLimit } from './word-limit.ts'
import { fillIn } from './wording.ts'

export interface TurnPromptOptions {
  prompt: Prompt
  manner: MannerLines
  request: SpeakRequest
  standing: Standing
  moves: OpenMoves
  phrases: Phrases
  lexicon: Lexicon
  /** Unguessable, new for every call: marks where candidate text begins and ends. */
  fence: string
  /** What prompt and reply together may take, a picture aside. */
  contextTokens: number
  /** What the model can read and write in one call, a picture with it. */
  modelTokens: number
  /** Kept free of them for the reply. */
  replyTokens: number
  /** A reply that was not spoken, and the rule it broke. */
  breach: { reply: string; rule: string } | null
  /** Of the board that came with what is answered now; null without one. */
  picture: BoardPicture | null
}

export interface TurnPrompt extends Pick<FittedTranscript, 'leftOut' | 'cut'> {
  messages: ModelMessage[]
  /** What became of the picture: it goes only where the words leave room for it. Null when there was none. */
  picture: 'sent' | 'no-room' | null
}

/** The least of a transcript that makes a prompt worth sending, however long the rest of it is. */
const leastRoom = 300

/**
 * The messages of one interviewer call, cut to the model's context. Everything the candidate wrote is JSON-encoded between fences that it
 * cannot know.
 */
export function turnPrompt(options: TurnPromptOptions): TurnPrompt {
  const { request, contextTokens, replyTokens, modelTokens, picture } = options
  const beside = tokensOf(messagesWith({ lines: [], leftOut: request.turns.map(({ turn }) => turn), cut: [] }, options))
  const { lines, leftOut, cut } = fitTranscript({
    turns: request.turns,
    room: Math.max(leastRoom, contextTokens - replyTokens - beside),
    keptOf: (turn) => keptOfTurn(turn, options),
  })
  const messages = messagesWith({ lines, leftOut, cut }, options)
  if (picture === null) return { messages, leftOut, cut, picture: null }
  const hasRoom = tokensOf(messages) + pictureTokens(picture) + replyTokens <= modelTokens
  return hasRoom
    ? { messages: withPicture(messages, picture), leftOut, cut, picture: 'sent' }
    : { messages, leftOut, cut, picture: 'no-room' }
}

/** What the messages of a call will hardly exceed. */
export const tokensOf = (messages: readonly ModelMessage[]): number =>
  messages.reduce((sum, { content }) => sum + estimatedTokens(content), 0) + picturesIn(messages)

/** Behind all words, so that what endpoints keep of a prompt's beginning stays the same. */
function withPicture(messages: ModelMessage[], { png, width, height }: BoardPicture): ModelMessage[] {
  const picture: ModelPicture = { url: `data:image/png;base64,${Buffer.from(png).toString('base64')}`, width, height }
  return messages.map((message, at) => (at === messages.length - 1 ? { ...message, picture } : message))
}

function messagesWith({ lines: transcript, leftOut }: FittedTranscript, options: TurnPromptOptions): ModelMessage[] {
  const { request, standing, moves, fence, breach } = options
  const { interview, content } = request
  const { at, guide } = standing
  const isStep = ({ id }: { id: string }) => guide.steps.some((step) => step.id === id)
  const sheet = guide.facts.filter((fact) => !isStep(fact))
  const told = sheet.filter(({ id }) => !at.untold.includes(id))
  const steps = guide.facts.filter((fact) => isStep(fact) && at.untold.includes(fact.id))
  const onTask = moves.open.some(({ kind }) => !offTask.has(kind))
  const { system, user } = renderPrompt(options.prompt, {
    track: content.rubric.title,
    level: interview.level,
    mode: interview.mode,
    manner: mannerOf(options),
    questionText: standing.questionText,
    facts: lines(onTask ? sheet.map(({ id, fact }) => `${id}: ${fact}`) : []),
    steps: lines(onTask ? steps.map(({ id, fact }) => `${id}: ${fact}`) : []),
    requirements: lines([
      ...told.filter(({ id }) => pastNamed(guide, id) === null).map(({ fact }) => fact),
      ...spokenChanges(request.turns),
    ]),
    settled: lines(onTask ? settledIn(standing) : []),
    openChecks: lines(onTask ? openChecksOf(standing, moves) : []),
    leftOut: leftOut.length === 0 ? 'none' : String(leftOut.length),
    transcript: withoutFence(transcript.join('\n'), fence),
    fence,
    moves: lines(moveLines(options)),
    favourite: moveId(moves.favourite),
    phase: interview.schedule[at.phase]?.title ?? '',
    minutesLeft: String(minutesLeft(at.clock)),
    phaseMinutesLeft: String(phaseMinutesLeft(standing)),
    wordLimit: String(wordLimit(moves.favourite, options)),
    breach: breach === null ? 'none' : withoutFence(JSON.stringify(breach), fence),
  })
  return [
    { role: 'system', content: system },
    { role: 'user', content: user },
  ]
}

/** How this interviewer sounds. */
function mannerOf({ request, manner }: TurnPromptOptions): string {
  const { persona, company, language } = request.interview
  return [
    manner.persona[persona],
    company === 'neutral' ? '' : manner.company[company],
    language === 'en' ? '' : fillIn(manner.language, { language: languageNames[language].english }),
  ]
    .filter((line) => line !== '')
    .join('\n')
}

/** Moves for which neither the fact sheet nor the checks matter. */
const offTask: ReadonlySet<Move['kind']> = new Set<Move['kind']>([
  ...(['open', 'hint', 'nudge', 'wait', 'coach', 'reply', 'listen', 'close'] as const),
])

const checksShown = 12

/** In the order in which they would be probed; where the interview is to go on, those of the next part first. */
function openChecksOf({ at }: Standing, { favourite }: OpenMoves): string[] {
  const goesOn = favourite.kind === 'next-phase' && favourite.phase === at.next
  const ahead = goesOn && at.wayIn !== null ? openIn({ ...at, phase: favourite.phase, checks: at.wayIn.checks }) : []
  return [...new Set([...ahead, ...openIn(at)])].slice(0, checksShown)
}

function openIn(at: Standpoint): string[] {
  const means = new Map(at.checks.map((check) => [check.id, check.means]))
  return rankProbes(at).map(({ check }) => `${check}: ${means.get(check)}`)
}

/** Key points, where the question has any: standing checks are met by many things, and one settled of them settles no topic. */
function settledIn({ at, guide }: Standing): string[] {
  const counts = guide.keyPoints.length > 0 ? 'key-point' : 'standing'
  return at.checks.filter(({ settled, source }) => settled && source === counts).map(({ means }) => means)
}

/** One move a line with its planned words; answers that nobody seems to have asked for share a line, for the sheet has their words. */
function moveLines(options: TurnPromptOptions): string[] {
  const { open, favourite } = options.moves
  const fromSheet = open.filter((move) => move !== favourite && move.kind === 'answer' && move.fact !== null)
  const others = open.filter((move) => !fromSheet.includes(move)).map((move) => `${moveId(move)}${plannedFor(move, options)}`)
  return fromSheet.length === 0 ? others : [...others, fromSheet.map(moveId).join(', ')]
}

const lines = (items: readonly string[]): string => (items.length === 0 ? 'none' : items.map((item) => `- ${item}`).join('\n'))

const spokenChanges = (turns: readonly Turn[]): string[] =>
  turns.filter(({ move }) => move?.kind === 'change-requirement').map(({ text }) => withoutQuestion(text))

/** What a change asks about it is no requirement. */
function withoutQuestion(text: string): string {
  const stated = sentencesOf(text).filter((sentence) => questionsIn(sentence) === 0)
  return stated.length === 0 ? text : stated.join(' ')
}

/** The planned words of a move, for the model to put in its own. */
export function plannedFor(move: Move, options: { request: SpeakRequest; standing: Standing; phrases: Phrases }): string {
  const { standing } = options
  if (move.kind === 'probe' && move.probe !== 'recover') return `, planned: ${askOf(move, standing) ?? ''}`
  if (move.kind === 'listen' || move.kind === 'steer' || move.kind === 'reply') return ''
  return `, planned: ${composeWords(move, options)}`
}

/** None when they are used up: wholeMinutes never says less than one. The last part, begun early, has all that is left. */
function phaseMinutesLeft({ at: { clock, schedule, phase } }: Standing): number {
  const leftMs = clock.budgetMs - clock.spentMs
  if (phase === schedule.length - 1) return minutesLeft(clock)
  return leftMs <= 0 ? 0 : Math.min(wholeMinutes(leftMs), minutesLeft(clock))
}
