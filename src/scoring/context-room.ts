import type { Prompt } from '#src/domain/prompt.ts'
import { charactersPerToken } from '#src/model/token-estimate.ts'
import { wireSchema } from '#src/model/wire-schema.ts'
import { checksOf, verdictsOf } from './asked-checks.ts'
import { criterionMessages } from './criterion-messages.ts'
import type { ScoringTask } from './scorer.ts'

/** Room for the claims and a verdict with three quotes on each of some fifteen checks. */
const replyTokensAtMost = 4000
/** Below this a part would hold no whole exchange. */
const leastRoom = 1500

/** Tokens left to a reply: what it needs, and no more than a third of a small context. */
export const replyTokens = (contextTokens: number): number => Math.min(replyTokensAtMost, Math.floor(contextTokens / 3))

/** Characters of the transcript that fit beside the longest criterion of the rubric: parts are then the same for all of its criteria. */
export function roomForTranscript(options: { task: ScoringTask; prompt: Prompt; fence: string; contextTokens: number }): number {
  const { task, contextTokens } = options
  const beside = task.rubric.criteria.map((criterion) => {
    const messages = criterionMessages({ ...options, criterion, read: { turns: [], part: 1, parts: 1 } })
    // An endpoint that takes no schema is shown it as text.
    const schema = JSON.stringify(wireSchema(verdictsOf(checksOf(task, criterion))))
    return messages.reduce((sum, { content }) => sum + content.length, schema.length)
  })
  const characters = (contextTokens - replyTokens(contextTokens)) * charactersPerToken
  return Math.max(leastRoom, Math.floor(characters - Math.max(...beside)))
}
