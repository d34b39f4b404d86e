import type { Lexicon } from '#src/domain/lexicon.ts'
import type { Log } from '#src/domain/log.ts'
import type { Phrases } from '#src/domain/phrases.ts'
import { type Prompt, renderPrompt } from '#src/domain/prompt.ts'
import type { Turn } from '#src/domain/turn.ts'
import { usageMeter } from '#src/domain/usage-meter.ts'
import type { Model, ModelMessage } from '#src/model/model.ts'
import { estimatedTokens } from '#src/model/token-estimate.ts'
import { groundOnQuestion, interviewerWords } from './coverage.ts'
import { fitTranscript } from './fit-transcript.ts'
import { unhurried } from './in-steps.ts'
import type { ObserveRequest, Observer } from './observer.ts'
import type { CheckState, LastAnswer } from './standpoint.ts'
import { newFence, withoutFence } from './turn-line.ts'
import { observedSchema, verifyNotes } from './verify-notes.ts'
import { type Standing, standingInSteps } from './where-we-stand.ts'

export interface ModelObserverOptions {
  model: Model
  /** prompts/observe-turn.md */
  prompt: Prompt
  lexicon: Lexicon
  phrases: Phrases
  log: Log
}

const replyTokens = 700
/** It competes with the next turn for the endpoint: what takes longer to read is cut. */
const contextTokens = 8192
const checksAsked = 24
/** Turns of the candidate's in one observation: after some that failed it does not begin at the beginning. */
const turnsRead = 3

/** What one observation is about. */
interface Scene {
  request: ObserveRequest
  standing: Standing
  /** The candidate's turns that no notes are about yet, each after the interviewer's turn it answers. */
  exchange: readonly Turn[]
  /** Checks of the question that are not settled yet. */
  asked: readonly CheckState[]
}

/**
 * Lets a model note what a candidate's turn showed, decided, left open and contradicted: one call, in which no rating and no earlier notes but
 * decisions are seen. Quotes are looked up by code; what is not found is dropped.
 */
export function modelObserver({ model, prompt, lexicon, phrases, log }: ModelObserverOptions): Observer {
  const version = `${prompt.id}@${prompt.version}`
  return {
    observe: async (request) => {
      const scene = await sceneOf(request, { lexicon, phrases })
      const last = scene?.exchange.at(-1)
      if (scene === null || last === undefined) return null
      const usage = usageMeter()
      const reply = await model.object({
        prompt: version,
        messages: messagesFor(prompt, scene),
        schema: observedSchema,
        schemaName: 'turn_notes',
        maxTokens: replyTokens,
        temperature: 0,
        urgency: 'soon',
        signal: request.signal,
        ...usage.begin(),
      })
      const about = { interview: request.interview.id, turn: last.turn }
      const took = { ...about, usage: usage.total() }
      if (!reply.ok) {
        if (reply.failure.kind === 'aborted') log.info(took, 'The observer was cut short.')
        else log.warn({ ...took, problem: reply.failure.message }, 'The observer made no notes.')
        return null
      }
      const { standing, exchange, asked } = scene
      const on = turnsOnQuestion(scene, lexicon)
      const { dropped, ...notes } = verifyNotes({
        observed: reply.value,
        asked: new Set(asked.map(({ id }) => id)),
        guide: standing.guide,
        language: request.interview.language,
        ground: groundOnQuestion(on),
        interviewerSaid: interviewerWords(on),
        read: new Set(exchange.filter(({ speaker }) => speaker === 'candidate').map(({ turn }) => turn)),
      })
      log.info({ ...took, shown: notes.shown.map(({ check }) => check), dropped }, 'The observer made notes.')
      return { turn: last.turn, observer: `${version}:${model.name}`, ...notes }
    },
  }
}

/** A longer turn may hold something in words that no pattern knows. */
const mostWordsBeside = 14
const besideTheTask: ReadonlySet<LastAnswer['kind']> = new Set<LastAnswer['kind']>([
  'off-limits',
  'repeat',
  'asks-time',
  'hint-request',
])

/** So short a plea says nothing on the task. */
const isBesideTask = (answer: LastAnswer | null): boolean =>
  answer !== null && answer.words <= mostWordsBeside && besideTheTask.has(answer.kind)

/** Null when there is nothing to observe: before the candidate's first turn, after one beside the task, and in the wrap-up. */
async function sceneOf(
  request: ObserveRequest,
  { lexicon, phrases }: { lexicon: Lexicon; phrases: Phrases },
): Promise<Scene | null> {
  const { interview, notes = [] } = request
  const { schedule } = interview
  const lastSaid = request.turns.findLastIndex(({ speaker }) => speaker === 'candidate')
  const last = request.turns[lastSaid]
  if (last === undefined || schedule[last.phase]?.role === 'wrap-up') return null
  // Where it stood when the candidate had spoken: the interviewer may have gone on to another question since.
  const turns = request.turns.slice(0, lastSaid + 1)
  const steps = standingInSteps({ ...request, turns, cue: 'candidate-spoke' }, { lexicon, phrases })
  const standing = await unhurried(steps, request.signal)
  if (standing === null) return null
  const noted = notes.at(-1)?.turn ?? 0
  const question = schedule[last.phase]?.question
  const fresh = turns.filter(({ turn, phase }) => turn > noted && schedule[phase]?.question === question)
  const [firstRead] = fresh.filter(({ speaker }) => speaker === 'candidate').slice(-turnsRead)
  const exchange = fresh.filter(({ turn }) => turn >= (firstRead?.turn ?? last.turn) - 1)
  const isAlone = exchange.filter(({ speaker }) => speaker === 'candidate').length === 1
  if (isAlone && isBesideTask(standing.at.answer)) return null
  const open = standing.at.checks.filter(({ settled }) => !settled)
  // The question's own points first; what is not due yet may be said early all the same.
  const asked = [...open].sort(
    (a, b) => Number(b.source === 'key-point') - Number(a.source === 'key-point') || b.weight - a.weight,
  )
  return { request, standing, exchange, asked: asked.slice(0, checksAsked) }
}

function turnsOnQuestion({ request, standing }: Scene, lexicon: Lexicon) {
  const { interview, content, turns } = request
  const question = interview.schedule[standing.at.phase]?.question
  return {
    turns: turns.filter(({ phase }) => interview.schedule[phase]?.question === question),
    questionText: standing.questionText,
    guide: standing.guide,
    rubric: content.rubric,
    lexicon,
    language: interview.language,
  }
}

function messagesFor(prompt: Prompt, scene: Scene): ModelMessage[] {
  const { exchange } = scene
  const beside = rendered(prompt, scene, []).reduce((sum, { content }) => sum + estimatedTokens(content), 0)
  const room = Math.max(0, contextTokens - replyTokens - beside)
  return rendered(prompt, scene, fitTranscript({ turns: exchange, room, keptOf: () => null }).lines)
}

function rendered(prompt: Prompt, { request, standing, asked }: Scene, exchange: readonly string[]): ModelMessage[] {
  const fence = newFence()
  const decided = (request.notes ?? []).flatMap(({ decisions }) => decisions)
  const { system, user } = renderPrompt(prompt, {
    track: request.content.rubric.title,
    level: request.interview.level,
    questionText: standing.questionText,
    checks: asked.map(({ id, means }) => `- ${id}: ${means}`).join('\n') || 'none',
    decided: withoutFence(decided.map(({ turn, quote }) => JSON.stringify({ turn, quote })).join('\n'), fence) || 'nothing yet',
    exchange: withoutFence(exchange.join('\n'), fence),
    fence,
  })
  return [
    { role: 'system', content: system },
    { role: 'user', content: user },
  ]
}
