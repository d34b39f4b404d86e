import type { Case, CaseOutcome } from '#src/domain/run-case.ts'
import { padPlaces } from './pad-places.ts'
import type { ShownCase } from './runner-messages.ts'
import { writeValue } from './show-value.ts'

const mostCalls = 20

/** The calls of a case as one would write them. Made before they run, since code may change what it is given. */
export function writtenCalls(entry: string, { new: given, calls }: Case): string[] {
  const list = (values: readonly unknown[]) => values.map(writeValue).join(', ')
  const made = given === undefined ? [] : [`new ${entry}(${list(given)})`]
  return [...made, ...calls.map((one) => `${given === undefined ? entry : (one.call ?? '')}(${list(one.with)})`)].map(cut)
}

/** An outcome in words that a page can show. */
export function shownCase(one: Case, written: readonly string[], outcome: CaseOutcome): ShownCase {
  if (outcome.kind === 'passed') return outcome
  const made = one.new === undefined ? 0 : 1
  const last = outcome.at === null ? 1 : made + outcome.at + 1
  const until = written.slice(0, last)
  const calls = until.length > mostCalls ? [`… ${until.length - mostCalls} calls before`, ...until.slice(-mostCalls)] : until
  const step = outcome.at === null ? undefined : one.calls[outcome.at]
  const isErrorThrown = outcome.kind === 'failed' && outcome.happened.kind === 'threw'
  return {
    kind: 'failed',
    calls,
    expected: cut(expectedWords(step)),
    actual: cut(actualWords(step, outcome)),
    places: isErrorThrown && outcome.happened.kind === 'threw' ? padPlaces(outcome.happened.error) : [],
  }
}

function expectedWords(step: Case['calls'][number] | undefined): string {
  if (step?.throws !== undefined) return `an error with ${JSON.stringify(step.throws)}`
  if (step === undefined) return 'an object'
  return 'gives' in step ? writeValue(step.gives) : 'no error'
}

function actualWords(step: Case['calls'][number] | undefined, outcome: Exclude<CaseOutcome, { kind: 'passed' }>): string {
  if (outcome.kind === 'no-method') return `there is no method ${step?.call ?? ''}`
  return outcome.happened.kind === 'threw' ? `threw ${writeValue(outcome.happened.error)}` : writeValue(outcome.happened.value)
}

const cut = (text: string): string => (text.length > 1_000 ? `${text.slice(0, 1_000)}…` : text)
