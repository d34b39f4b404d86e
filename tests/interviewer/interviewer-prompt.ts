import { readFileSync } from 'node:fs'
import { parsePrompt } from '#src/content/read-prompt.ts'
import type { Prompt } from '#src/domain/prompt.ts'

const parsed = parsePrompt(readFileSync(new URL('../../prompts/interviewer-turn.md', import.meta.url), 'utf8'), {
  name: 'interviewer-turn',
  report: (path, expected) => {
    throw new Error(`prompts/interviewer-turn.md ${path}: ${expected}`)
  },
})
if (parsed === undefined) throw new Error('prompts/interviewer-turn.md does not load')

/** The prompt that is shipped. */
export const interviewerPrompt: Prompt = parsed
