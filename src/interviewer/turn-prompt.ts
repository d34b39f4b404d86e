import type { Move } from '#src/domain/move.ts'
import type { Phrases } from '#src/domain/phrases.ts'
import { type Prompt, renderPrompt } from '#src/domain/prompt.ts'
import type { Turn } from '#src/domain/turn.ts'
import type { ModelMessage } from '#src/model/model.ts'
import { composeWords } from './compose-words.ts'
import type { SpeakRequest } from './interviewer.ts'
import { moveId } from './move-id.ts'
import type { OpenMoves } from './open-moves.ts'
import { minutesLeft, wholeMinutes } from './phase-clock.ts'
import { rankProbes } from './rank-probes.ts'
import { wordsIn } from './sentence-splitter.ts'
import type { Standing } from './where-we-stand.ts'

export interface TurnPromptOptions {
  prompt: Prompt
  request: SpeakRequest
  standing: Standing
  moves: OpenMoves
  phrases: Phrases
  /** Unguessable, new for every call: marks where candidate text begins and ends. */
  fence: string
  /** Characters of transcript that fit; older turns are left out, and the prompt says how many. */
  transcriptLength: number
  /** A reply that was not spoken, and the rule it broke. */
  breach: { reply: string; rule: string } | null
}

/** The messages of one interviewer call. Everything the candidate wrote is JSON-encoded between fences that it cannot know. */
export function turnPrompt(options: TurnPromptOptions): ModelMessage[] {
  const { request, standing, moves, fence, breach } = options
  const { interview, content } = request
  const { at, guide } = standing
  const told = guide.facts.filter(({ id }) => !at.untold.includes(id))
  const onTask = moves.open.some(({ kind }) => !offTask.has(kind))
  const { shownTurns, leftOut } = fitTranscript(request.turns, options.transcriptLength)
  const { system, user } = renderPrompt(options.prompt, {
    track: content.rubric.title,
    level: interview.level,
    mode: interview.mode,
    persona: interview.persona,
    questionText: standing.questionText,
    facts: lines(onTask ? guide.facts.map(({ id, fact }) => `${id}: ${fact}`) : []),
    requirements: lines([...told.map(({ fact }) => fact), ...spokenChanges(request.turns)]),
    settled: lines(onTask ? settledIn(standing) : []),
    openChecks: lines(onTask ? openChecksOf(standing) : []),
    moves: lines(moveLines(options)),
    favourite: moveId(moves.favourite),
    phase: interview.schedule[at.phase]?.title ?? '',
    minutesLeft: String(minutesLeft(at.clock)),
    phaseMinutesLeft: String(phaseMinutesLeft(standing)),
    wordLimit: String(wordLimit(moves.favourite, options)),
    leftOut: String(leftOut),
    transcript: shownTurns.map((turn) => neutralised(turnLine(turn), fence)).join('\n'),
    fence,
    breach: breach === null ? 'none' : neutralised(JSON.stringify(breach), fence),
  })
  return [
    { role: 'system', content: system },
    { role: 'user', content: user },
  ]
}

/** Moves for which neither the fact sheet nor the checks matter. */
const offTask: ReadonlySet<Move['kind']> = new Set<Move['kind']>(['open', 'hint', 'nudge', 'reply', 'close'])

const checksShown = 12

/** In the order in which they would be probed. */
function openChecksOf({ at }: Standing): string[] {
  const means = new Map(at.checks.map((check) => [check.id, check.means]))
  return rankProbes(at)
    .slice(0, checksShown)
    .map(({ check }) => `${check}: ${means.get(check)}`)
}

/** Key points, where the question has any: standing checks are met by many things, and one settled of them settles no topic. */
function settledIn({ at, guide }: Standing): string[] {
  const counts = guide.keyPoints.length > 0 ? 'key-point' : 'standing'
  return at.checks.filter(({ shown, source }) => shown === 'yes' && source === counts).map(({ means }) => means)
}

/** One move a line with its planned words; answers that nobody seems to have asked for share a line, for the sheet has their words. */
function moveLines(options: TurnPromptOptions): string[] {
  const { open, favourite } = options.moves
  const fromSheet = open.filter((move) => move !== favourite && move.kind === 'answer' && move.fact !== null)
  const others = open.filter((move) => !fromSheet.includes(move)).map((move) => `${moveId(move)}${plannedFor(move, options)}`)
  return fromSheet.length === 0 ? others : [...others, fromSheet.map(moveId).join(', ')]
}

const lines = (items: readonly string[]): string => (items.length === 0 ? 'none' : items.map((item) => `- ${item}`).join('\n'))

const neutralised = (text: string, fence: string): string => text.replaceAll(fence, '')

const turnLine = ({ turn, speaker, text, artifacts }: Turn): string =>
  JSON.stringify({
    turn,
    speaker,
    text,
    ...(artifacts.length > 0 && { artifacts: artifacts.map(({ kind, text }) => ({ kind, text })) }),
  })

const spokenChanges = (turns: readonly Turn[]): string[] =>
  turns.filter(({ move }) => move?.kind === 'change-requirement').map(({ text }) => text)

/** The planned words of a move, for the model to put in its own. */
export function plannedFor(move: Move, options: { request: SpeakRequest; standing: Standing; phrases: Phrases }): string {
  const { standing } = options
  if (move.kind === 'probe' && move.probe !== 'recover') {
    const check = standing.at.checks.find(({ id }) => id === move.check)
    return `, planned: ${check?.probe?.ask ?? ''}`
  }
  if (move.kind === 'listen' || move.kind === 'steer' || move.kind === 'nudge' || move.kind === 'reply') return ''
  return `, planned: ${composeWords(move, options)}`
}

const phaseMinutesLeft = ({ at }: Standing): number => wholeMinutes(Math.max(0, at.clock.budgetMs - at.clock.spentMs))

/** An interviewer is brief, and briefest at the start: the candidate's 300th word is where the share of words begins to count. */
export function wordLimit(move: Move, options: { request: SpeakRequest; standing: Standing; phrases: Phrases }): number {
  const said = options.request.turns
    .filter(({ speaker }) => speaker === 'candidate')
    .reduce((sum, { text }) => sum + wordsIn(text), 0)
  const usual = said < 300 ? 40 : 60
  const planned = move.kind === 'probe' ? 0 : wordsIn(composeWords(move, options))
  return Math.max(usual, planned + 8)
}

/** The latest turns that fit, in whole turns; the last one always does. */
export function fitTranscript(turns: readonly Turn[], length: number): { shownTurns: readonly Turn[]; leftOut: number } {
  let room = length
  let first = turns.length
  while (first > 0) {
    const size = turnLine(turns[first - 1] as Turn).length
    if (size > room && first < turns.length) break
    room -= size
    first -= 1
  }
  return { shownTurns: turns.slice(first), leftOut: first }
}
