import { type Prompt, renderPrompt } from '#src/domain/prompt.ts'
import type { Criterion } from '#src/domain/rubric.ts'
import type { ModelMessage } from '#src/model/model.ts'
import { checksOf } from './asked-checks.ts'
import { misconceptionLines, turnLines } from './prompt-lines.ts'
import type { NumberedTurn } from './question-turns.ts'
import type { ScoringTask } from './scorer.ts'

/** The turns that one call reads, and which part of the transcript they are. */
export interface TranscriptPart {
  turns: readonly NumberedTurn[]
  /** Counted from 1. */
  part: number
  parts: number
}

/** What is said to the model for one criterion. All up to the transcript's end is the same for every criterion, so that an endpoint can keep it. */
export function criterionMessages(options: {
  prompt: Prompt
  task: ScoringTask
  criterion: Criterion
  fence: string
  read: TranscriptPart
}): ModelMessage[] {
  const { prompt, task, criterion, fence, read } = options
  const { system, user } = renderPrompt(prompt, {
    track: task.rubric.title,
    level: task.transcript.level,
    questionText: task.transcript.questions[task.questionIndex]?.text ?? '',
    part: String(read.part),
    parts: String(read.parts),
    transcript: turnLines(read.turns, fence),
    fence,
    criterion: criterion.title,
    means: criterion.means,
    checks: checksOf(task, criterion)
      .map(({ id, means }) => `- ${id}: ${means}`)
      .join('\n'),
    misconceptions: misconceptionLines(task, criterion.id),
  })
  return [
    { role: 'system', content: system },
    { role: 'user', content: user },
  ]
}
