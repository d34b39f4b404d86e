import { z } from 'zod'
import { type Prompt, renderPrompt } from '#src/domain/prompt.ts'
import type { Criterion } from '#src/domain/rubric.ts'
import { type CheckResult, verdictSchema } from '#src/domain/score.ts'
import type { Model, ModelMessage } from '#src/model/model.ts'
import { misconceptionLines, newFence, turnLines } from './prompt-lines.ts'
import { type NumberedTurn, questionTurns } from './question-turns.ts'
import type { Scorer, ScoringTask } from './scorer.ts'

/** Room for the claims and a verdict with three quotes on each of some fifteen checks. */
const maxTokens = 4000
const quotesPerCheck = 3

interface AskedCheck {
  id: string
  means: string
  source: CheckResult['source']
}

/**
 * Decides checks by a model: one call for each criterion of each question, in a fresh context, claims before checks and quotes before verdicts.
 * It never gives a number, and its quotes are looked up by code afterwards. A call that fails is `ok: false` with what the person can do.
 */
export function createModelScorer({ model, prompt }: { model: Model; prompt: Prompt }): Scorer {
  const version = `${prompt.id}@${prompt.version}`
  return {
    id: `model@1:${model.name}`,
    stamp: { scorer: 'model@1', model: model.name, prompt: version },
    judge: async (task, criterionId, signal) => {
      const criterion = task.rubric.criteria.find(({ id }) => id === criterionId)
      if (criterion === undefined) return { ok: false, reason: `The rubric has no criterion "${criterionId}".` }
      const checks = checksOf(task, criterion)
      const turns = questionTurns(task.transcript, task.questionIndex)
      // Nothing to read, nothing to pay for.
      if (!turns.some(({ speaker }) => speaker === 'candidate')) return { ok: true, checks: checks.map(notShown) }
      const reply = await model.object({
        prompt: version,
        messages: messagesFor({ prompt, task, criterion, checks, turns }),
        schema: verdictsOf(checks),
        schemaName: 'criterion_verdicts',
        maxTokens,
        temperature: 0,
        ...(signal !== undefined && { signal }),
      })
      if (!reply.ok) return { ok: false, reason: `The scoring model gave no verdict. ${reply.failure.message}` }
      return { ok: true, checks: checks.map((check) => decided(check, reply.value.checks[check.id])) }
    },
  }
}

function checksOf({ question }: ScoringTask, criterion: Criterion): AskedCheck[] {
  const points = question?.guide.keyPoints.filter((point) => point.criterion === criterion.id) ?? []
  return [
    ...points.map(({ id, point }): AskedCheck => ({ id, means: point, source: 'key-point' })),
    ...criterion.checks.map(({ id, check }): AskedCheck => ({ id, means: check, source: 'standing' })),
  ]
}

const checkVerdictSchema = z.object({
  quotes: z.array(z.object({ turn: z.number().int(), quote: z.string() })),
  verdict: verdictSchema,
})

/** Every check by its id: one that is missing makes the reply invalid, one that nobody asked about is dropped. */
const verdictsOf = (checks: readonly AskedCheck[]) =>
  z.object({
    claims: z.array(z.object({ turn: z.number().int(), says: z.string() })),
    checks: z.object(Object.fromEntries(checks.map(({ id }): [string, typeof checkVerdictSchema] => [id, checkVerdictSchema]))),
  })

function messagesFor(options: {
  prompt: Prompt
  task: ScoringTask
  criterion: Criterion
  checks: readonly AskedCheck[]
  turns: readonly NumberedTurn[]
}): ModelMessage[] {
  const { prompt, task, criterion, checks, turns } = options
  const fence = newFence()
  const { system, user } = renderPrompt(prompt, {
    track: task.rubric.title,
    level: task.transcript.level,
    questionText: task.transcript.questions[task.questionIndex]?.text ?? '',
    criterion: criterion.title,
    means: criterion.means,
    checks: checks.map(({ id, means }) => `- ${id}: ${means}`).join('\n'),
    misconceptions: misconceptionLines(task, criterion.id),
    transcript: turnLines(turns, fence),
    fence,
  })
  return [
    { role: 'system', content: system },
    { role: 'user', content: user },
  ]
}

const notShown = (check: AskedCheck): CheckResult => ({
  check: check.id,
  source: check.source,
  means: check.means,
  verdict: 'not-shown',
  evidence: [],
  cappedBy: null,
})

function decided(check: AskedCheck, found: z.infer<typeof checkVerdictSchema> | undefined): CheckResult {
  if (found === undefined) return notShown(check)
  const quotes = found.quotes.filter(({ turn, quote }) => turn >= 1 && quote !== '').slice(0, quotesPerCheck)
  return {
    ...notShown(check),
    verdict: found.verdict,
    // Offsets are for code to find: these are claims until they are verified.
    evidence: found.verdict === 'not-shown' ? [] : quotes.map(({ turn, quote }) => ({ turn, start: 0, end: 0, quote })),
  }
}
