import type { Cases } from '#src/domain/exercise.ts'
import type { RunEnd, RunEvent } from './run-code.ts'
import type { Place, RunnerMessage, ShownCase } from './runner-messages.ts'

export type OutputLine = Pick<Extract<RunnerMessage, { type: 'line' }>, 'level' | 'text'>
export type CaseResult = ShownCase | { kind: 'timed-out' } | { kind: 'not-run' } | { kind: 'waiting' }

/** One run of the pad, as far as it has come. */
export interface RunState {
  state: 'running' | RunEnd
  lines: readonly OutputLine[]
  /** More was printed than is kept. */
  isCut: boolean
  failures: readonly { message: string; places: readonly Place[] }[]
  /** Empty when no cases were asked for. */
  cases: readonly { name: string; result: CaseResult }[]
}

export const startedRun = (cases: Cases | null): RunState => ({
  state: 'running',
  lines: [],
  isCut: false,
  failures: [],
  cases: (cases?.cases ?? []).map(({ name }) => ({ name, result: { kind: 'waiting' } })),
})

/** Failures that are kept: an interval that fails tells one each time. */
const mostFailures = 20

/** The run after one more event of its worker. */
export function reduceRun(run: RunState, event: RunEvent): RunState {
  switch (event.type) {
    case 'line':
      return { ...run, lines: [...run.lines, { level: event.level, text: event.text }] }
    case 'cut':
      return { ...run, isCut: true }
    case 'failed':
      return run.failures.length >= mostFailures ? run : { ...run, failures: [...run.failures, event] }
    case 'case':
      return { ...run, cases: run.cases.map((one, index) => (index === event.index ? { ...one, result: event.outcome } : one)) }
    case 'end':
      return { ...run, state: event.end, cases: closed(run.cases, event.end) }
    default:
      return event satisfies never
  }
}

/** Of the cases that have no result the first is the one that took too long; the others were never reached. */
function closed(cases: RunState['cases'], end: RunEnd): RunState['cases'] {
  const first = cases.findIndex(({ result }) => result.kind === 'waiting')
  return cases.map((one, index) => {
    if (one.result.kind !== 'waiting') return one
    return { ...one, result: { kind: end === 'timed-out' && index === first ? 'timed-out' : 'not-run' } }
  })
}
