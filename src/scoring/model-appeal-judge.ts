import { z } from 'zod'
import { type Prompt, renderPrompt } from '#src/domain/prompt.ts'
import type { Evidence } from '#src/domain/score.ts'
import { verifyQuote } from '#src/evidence/verify-quote.ts'
import type { Model, ModelMessage } from '#src/model/model.ts'
import type { AppealJudge, AppealTask, AppealVerdict } from './appeal-judge.ts'
import { misconceptionLines, newFence, turnLines } from './prompt-lines.ts'

const maxTokens = 800
const mostQuotes = 3
const longestReason = 400

const appealVerdictSchema = z.object({
  quotes: z.array(z.object({ turn: z.number().int(), quote: z.string() })),
  reason: z.string(),
  verdict: z.enum(['yes', 'partly', 'no']),
})

/** Judges a check again by one call to a model, which is believed only with a quote that stands in the words pointed at. */
export function createModelAppealJudge({ model, prompt }: { model: Model; prompt: Prompt }): AppealJudge {
  const version = `${prompt.id}@${prompt.version}`
  return {
    id: `${version}:${model.name}`,
    judge: async (appeal, signal) => {
      const reply = await model.object({
        prompt: version,
        messages: messagesFor(prompt, appeal),
        schema: appealVerdictSchema,
        schemaName: 'appeal_verdict',
        maxTokens,
        temperature: 0,
        ...(signal !== undefined && { signal }),
      })
      if (!reply.ok) return { kind: 'unjudged', reason: `The scoring model gave no verdict. ${reply.failure.message}` }
      return decided(appeal, reply.value)
    },
  }
}

function messagesFor(prompt: Prompt, { task, criterion, check, pointed, read }: AppealTask): ModelMessage[] {
  const fence = newFence()
  const { turn, quote } = pointed.quote
  const { system, user } = renderPrompt(prompt, {
    track: task.rubric.title,
    level: task.transcript.level,
    questionText: task.transcript.questions[task.questionIndex]?.text ?? '',
    criterion: criterion.title,
    means: criterion.means,
    check: check.means,
    misconceptions: misconceptionLines(task, criterion.id),
    pointedAt: JSON.stringify({ turn, words: wordsOf(pointed, read) ?? quote }).replaceAll(fence, ''),
    transcript: turnLines(read.turns, fence),
    fence,
  })
  return [
    { role: 'system', content: system },
    { role: 'user', content: user },
  ]
}

/** All sentences pointed at, as they are stored. */
function wordsOf(pointed: AppealTask['pointed'], { ground }: AppealTask['read']): string | null {
  const { turn, artifact } = pointed.quote
  const segment = ground.index.segments.find((one) => one.turn === turn && one.artifact === artifact)
  const inside = segment?.tokens.filter(({ sentence }) => pointed.isIn(segment.order, sentence)) ?? []
  const [first] = inside
  const last = inside.at(-1)
  return segment === undefined || first === undefined || last === undefined ? null : segment.text.slice(first.start, last.end)
}

function decided({ pointed, read }: AppealTask, value: z.infer<typeof appealVerdictSchema>): AppealVerdict {
  const said = value.reason.trim().slice(0, longestReason)
  const reason = said === '' ? 'The scoring model gave no reason.' : said
  if (value.verdict === 'no') return { kind: 'not-met', reason }
  const evidence = value.quotes.slice(0, mostQuotes).flatMap((claim) => {
    const found = verifyQuote({
      claim,
      candidateSaid: read.ground.index.segments,
      interviewerSaid: read.interviewerSaid,
      isOut: read.ground.guards.isOut,
    })
    return found !== null && isPointedAt(found, pointed, read) ? [found] : []
  })
  if (evidence.length === 0)
    return { kind: 'not-met', reason: 'The scoring model found it met, but by no words that stand in what you point at.' }
  return { kind: 'met', verdict: value.verdict, evidence, reason }
}

function isPointedAt(found: Evidence, pointed: AppealTask['pointed'], { ground }: AppealTask['read']): boolean {
  const segment = ground.index.segments.find((one) => one.turn === found.turn && one.artifact === found.artifact)
  const words = segment?.tokens.filter(({ start, end }) => start < found.end && end > found.start) ?? []
  return segment !== undefined && words.some(({ sentence }) => pointed.isIn(segment.order, sentence))
}
