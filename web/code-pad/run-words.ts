import { runLimitMs } from './run-code.ts'
import type { CaseResult, RunState } from './run-state.ts'
import type { Place } from './runner-messages.ts'

/** How a run stands, in a sentence or two. */
export function runWords(run: RunState): string {
  if (run.state === 'running') return 'Running'
  const words = [endWords(run), casesWords(run)].filter((part) => part !== '')
  return words.join(' ')
}

function endWords({ state, cases, failures, lines }: RunState): string {
  const seconds = runLimitMs / 1_000
  if (state === 'broken') return 'It could not be run: the page’s runner did not start. Reload the page to try again.'
  if (state === 'stopped') return 'Stopped.'
  const isInCase = cases.some(({ result }) => result.kind === 'timed-out' || result.kind === 'passed' || result.kind === 'failed')
  if (state === 'timed-out' && !isInCase) return `Stopped after ${seconds} seconds: it did not come to an end.`
  if (state === 'timed-out') return `Stopped: one case took longer than ${seconds} seconds.`
  if (failures.length > 0) return 'It ended with an error.'
  if (cases.length > 0) return ''
  return lines.length === 0 ? 'It ran to its end and printed nothing.' : 'It ran to its end.'
}

/** "5 of 7 cases pass. Failed: …", or nothing where no case was run. */
function casesWords({ cases }: RunState): string {
  const of = (...kinds: string[]) => cases.filter(({ result }) => kinds.includes(result.kind))
  const passed = of('passed')
  const failed = of('failed', 'timed-out')
  if (passed.length + failed.length === 0) return ''
  const names = failed.map(({ name }) => name).join('; ')
  const pass =
    passed.length === cases.length ? `All ${cases.length} cases pass.` : `${passed.length} of ${cases.length} cases pass.`
  return names === '' ? pass : `${pass} Failed: ${names}.`
}

/** "line 12 in get, called from line 30". */
export function placeWords(places: readonly Place[]): string {
  return places
    .slice(0, 4)
    .map(({ line, within }) => `line ${line}${within === null ? '' : ` in ${within}`}`)
    .join(', called from ')
}

/** How one case went. */
export const resultWords: Record<CaseResult['kind'], string> = {
  passed: 'passed',
  failed: 'failed',
  'timed-out': 'too slow',
  'not-run': 'not run',
  waiting: 'waiting',
}
