import type { TokenPrices } from '#src/domain/call-usage.ts'
import type { Prompt } from '#src/domain/prompt.ts'
import type { Criterion } from '#src/domain/rubric.ts'
import type { CheckResult } from '#src/domain/score.ts'
import type { Transcript } from '#src/domain/transcript.ts'
import { type UsageMeter, usageMeter } from '#src/domain/usage-meter.ts'
import type { Model, ModelFailure } from '#src/model/model.ts'
import { checksOf, decided, notShown, verdictsOf } from './asked-checks.ts'
import { replyTokens, roomForTranscript } from './context-room.ts'
import { criterionMessages, type TranscriptPart } from './criterion-messages.ts'
import { newFence, turnLine } from './prompt-lines.ts'
import { type NumberedTurn, questionTurns } from './question-turns.ts'
import { bestOfParts } from './reduce-checks.ts'
import type { CriterionVerdict, Scorer, ScoringTask } from './scorer.ts'
import { transcriptParts } from './transcript-parts.ts'

export interface ModelScorerOptions {
  model: Model
  prompt: Prompt
  /** How often each criterion is asked for. */
  repeats?: number
  /** What the model can read and write in one call. */
  contextTokens?: number
  crossCheck?: Scorer
  prices?: TokenPrices | null
}

/** How one transcript is read: the same for all criteria of a scoring run. */
interface Reading {
  fence: string
  /** Characters of the transcript in one call, by question; less once an endpoint has said that it was too much. */
  rooms: Map<number, number>
}

type RunEnd = { ok: true; checks: CheckResult[] } | { ok: false; failure: ModelFailure }

const usualContextTokens = 32_768
/** Of runs after the first: the same question at temperature 0 would mostly give the same answer. */
const repeatTemperature = 0.5

/**
 * Decides checks by a model: one call for each criterion of each question, in a fresh context, claims before checks and quotes before verdicts;
 * several where the transcript is longer than the model can read, and as many runs as are asked for. It never gives a number, and its quotes are
 * looked up by code afterwards. Where fewer than half of the runs give a verdict it is `ok: false` with what the person can do.
 */
export function createModelScorer(options: ModelScorerOptions): Scorer {
  const { model, prompt, repeats = 1, contextTokens = usualContextTokens, crossCheck, prices = null } = options
  const version = `${prompt.id}@${prompt.version}`
  const readings = new WeakMap<Transcript, Reading>()

  const readingOf = (task: ScoringTask): Reading => {
    const reading = readings.get(task.transcript) ?? { fence: newFence(), rooms: new Map() }
    readings.set(task.transcript, reading)
    if (!reading.rooms.has(task.questionIndex))
      reading.rooms.set(task.questionIndex, roomForTranscript({ task, prompt, fence: reading.fence, contextTokens }))
    return reading
  }

  /** One run over the transcript, in parts where it must be. */
  async function run(call: RunCall): Promise<RunEnd> {
    const { task, turns } = call
    const { rooms } = call.reading
    for (;;) {
      const room = rooms.get(task.questionIndex) ?? 0
      const parts = transcriptParts(turns, { sizeOf, room })
      const end = await runParts(call, parts)
      const shared = parts.filter((part) => part.length > 1).map(sizeOfAll)
      if (end.ok || end.failure.kind !== 'context-full' || shared.length === 0) return end
      // Another run may have found out meanwhile.
      const half = Math.floor(Math.max(...shared) / 2)
      rooms.set(task.questionIndex, Math.min(half, rooms.get(task.questionIndex) ?? half))
    }
  }

  async function runParts(call: RunCall, parts: readonly NumberedTurn[][]): Promise<RunEnd> {
    const judged: CheckResult[][] = []
    for (const [at, turns] of parts.entries()) {
      const end = await judgePart(call, { turns, part: at + 1, parts: parts.length })
      if (!end.ok) return end
      judged.push(end.checks)
    }
    return { ok: true, checks: bestOfParts(judged) }
  }

  async function judgePart(call: RunCall, read: TranscriptPart): Promise<RunEnd> {
    const { task, criterion, signal } = call
    const checks = checksOf(task, criterion)
    const reply = await model.object({
      prompt: version,
      messages: criterionMessages({ prompt, task, criterion, fence: call.reading.fence, read }),
      schema: verdictsOf(checks),
      schemaName: 'criterion_verdicts',
      maxTokens: replyTokens(contextTokens),
      temperature: call.temperature,
      urgency: 'background',
      ...call.meter.begin(),
      ...(signal !== undefined && { signal }),
    })
    if (!reply.ok) return { ok: false, failure: reply.failure }
    return { ok: true, checks: checks.map((check) => decided(check, reply.value.checks[check.id])) }
  }

  return {
    id: `model@1:${model.name}`,
    stamp: { scorer: 'model@1', model: model.name, prompt: version, ...(repeats > 1 && { repeats: String(repeats) }) },
    ...(crossCheck !== undefined && { crossCheck }),
    prices,
    judge: async (task, criterionId, signal) => {
      const criterion = task.rubric.criteria.find(({ id }) => id === criterionId)
      if (criterion === undefined) return { ok: false, reason: `The rubric has no criterion "${criterionId}".` }
      const turns = questionTurns(task.transcript, task.questionIndex)
      // Nothing to read, nothing to pay for.
      if (!turns.some(({ speaker }) => speaker === 'candidate'))
        return { ok: true, checks: checksOf(task, criterion).map(notShown) }
      const meter = usageMeter()
      const call = { task, criterion, turns, signal, meter, reading: readingOf(task) }
      const runs = await Promise.all(
        Array.from({ length: repeats }, (_, at) => run({ ...call, temperature: at === 0 ? 0 : repeatTemperature })),
      )
      return { ...verdictOf(runs), usage: meter.total() }
    },
  }
}

interface RunCall {
  task: ScoringTask
  criterion: Criterion
  turns: readonly NumberedTurn[]
  reading: Reading
  temperature: number
  meter: UsageMeter
  signal: AbortSignal | undefined
}

const sizeOf = (turn: NumberedTurn): number => turnLine(turn).length + 1
const sizeOfAll = (turns: readonly NumberedTurn[]): number => turns.reduce((sum, turn) => sum + sizeOf(turn), 0)

function verdictOf(ends: readonly RunEnd[]): CriterionVerdict {
  const runs = ends.map((end) => (end.ok ? end.checks : null))
  const [first, ...others] = runs.filter((run) => run !== null)
  const failure = ends.find((end) => !end.ok)?.failure.message ?? ''
  if (first === undefined) return { ok: false, reason: `The scoring model gave no verdict. ${failure}` }
  const given = others.length + 1
  if (given * 2 < runs.length)
    return { ok: false, reason: `The scoring model gave a verdict in ${given} of ${runs.length} runs only. ${failure}` }
  return { ok: true, checks: first, ...(runs.length > 1 && { runs }) }
}
