import { fittedLines } from '../artifacts/fitted-lines.ts'
import type { RunState } from './run-state.ts'
import { resultWords, runWords } from './run-words.ts'

/** What a run of the question's cases came to, in lines: in all, and case by case; of one that failed the call, what was expected and what came. */
export function caseLines(run: RunState): string {
  const lines = [
    `Run in the candidate’s browser. ${runWords(run)}`,
    ...run.failures.slice(0, 1).map(({ message }) => message),
    ...run.cases.flatMap(({ name, result }) => [
      `${resultWords[result.kind]}: ${name}`,
      ...(result.kind === 'failed'
        ? [`  call: ${result.calls.at(-1)}`, `  expected: ${result.expected}`, `  actual: ${result.actual}`]
        : []),
    ]),
  ]
  return fittedLines(lines, 'of the cases')
}
