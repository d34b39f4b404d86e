import type { Cases } from '#src/domain/exercise.ts'
import { type Case, type CaseOutcome, runCase } from '#src/domain/run-case.ts'
import { bareScope } from './bare-scope.ts'
import { capturedConsole } from './captured-console.ts'
import { countedTimers } from './counted-timers.ts'
import { padName, padPlaces } from './pad-places.ts'
import type { RunnerMessage, RunnerTask, ShownCase } from './runner-messages.ts'
import { shownCase, writtenCalls } from './show-case.ts'
import { writeValue } from './show-value.ts'
import { syntaxErrorLine } from './syntax-error-line.ts'

// One run of a candidate's code, in a worker that is thrown away after it. Built as one file without imports, so that its content security policy
// (src/server/page-routes.ts) need not let it load anything.

/** Of those that go on after it nothing is told: a page that is told thousands has no time left for anything else. */
const mostFailures = 20
const unknowable = '[cannot be shown: the code replaced methods that it would be shown with]'

type Program = (
  exports: object,
  module: { exports: object },
  require: (name: string) => never,
) => Promise<Record<string, unknown>>

// Held from before the globals go.
const tell: (message: RunnerMessage) => void = self.postMessage.bind(self)
const { setTimeout: later } = self
const timers = countedTimers(
  {
    setTimeout: self.setTimeout.bind(self),
    clearTimeout: self.clearTimeout.bind(self),
    setInterval: self.setInterval.bind(self),
    clearInterval: self.clearInterval.bind(self),
  } as typeof globalThis,
  () => endWhenIdle(),
)
const evaluate = self.eval
const soon = later.bind(self)

let isOver = false
let failures = 0
// Twice round, so that the event of a promise that nobody caught comes before it.
const endWhenIdle = () => soon(() => soon(() => isOver && timers.isIdle() && tell({ type: 'done' }), 0), 0)

self.addEventListener('error', (event) => {
  event.preventDefault()
  tellFailure(event.error ?? event.message, padPlaces(event.error))
})
self.addEventListener('unhandledrejection', (event) => {
  event.preventDefault()
  tellFailure(event.reason, padPlaces(event.reason))
})
self.addEventListener('message', ({ data }: MessageEvent<RunnerTask>) => void run(data), { once: true })

async function run({ program, cases }: RunnerTask): Promise<void> {
  const written = cases === null ? [] : cases.cases.map((one) => writtenCalls(cases.entry, one))
  bareScope(self)
  Object.assign(self, timers.globals, { console: capturedConsole(tell) })
  tell({ type: 'started' })
  const named = await started(program, cases?.entry ?? null)
  if (named !== null && cases !== null) await runCases(named, { cases: cases.cases, written })
  isOver = true
  // Timers that the cases started may go on for ever; what the cases came to is known.
  if (cases === null) endWhenIdle()
  else soon(() => soon(() => tell({ type: 'done' }), 0), 0)
}

/** Runs the program; resolves with what the pad calls by the cases' name, or null when there are none to run. */
async function started(program: string, entry: string | null): Promise<unknown> {
  const named = entry === null ? 'undefined' : `typeof ${entry} === 'undefined' ? undefined : ${entry}`
  const module = { exports: {} as Record<string, unknown> }
  let made: unknown
  try {
    made = compile(program, `return ${named}`)
  } catch (error) {
    const line = syntaxErrorLine(program, error, compile)
    tellFailure(error, line === null ? [] : [{ line, within: null }])
    return null
  }
  try {
    const found = await (made as Program)(module.exports, module, noModules)
    if (entry === null) return null
    const called = found ?? module.exports[entry] ?? module.exports.default
    if (typeof called === 'function') return called
    tellFailure(new Error(`The cases call ${entry}, and the pad has no function or class of that name.`), [])
  } catch (error) {
    tellFailure(error, padPlaces(error))
  }
  return null
}

/** Opened in the line of the program's first, so that lines of errors are the pad's own. */
const compile = (program: string, end = ''): unknown =>
  evaluate(`(async function (exports, module, require) {${program}\n;${end}\n})\n//# sourceURL=${padName}`)

/** `written`: the calls of each case in words, made before there was anything that could change them. */
async function runCases(
  called: unknown,
  { cases, written }: { cases: Cases['cases']; written: readonly string[][] },
): Promise<void> {
  for (let index = 0; index < cases.length; index++) {
    const one = cases[index] as Cases['cases'][number]
    const outcome = await runCase(called as () => unknown, one)
    tell({ type: 'case', index, outcome: wordsOf(outcome, one, written[index] ?? []) })
  }
}

/** Code that has replaced what the words are made with gets fewer of them. */
function wordsOf(outcome: CaseOutcome, one: Case, written: readonly string[]): ShownCase {
  try {
    return shownCase(one, written, outcome)
  } catch {
    return { kind: 'failed', calls: [], expected: unknowable, actual: unknowable, places: [] }
  }
}

function tellFailure(error: unknown, places: readonly ReturnType<typeof padPlaces>[number][]): void {
  if (failures++ >= mostFailures) return
  tell({ type: 'failed', message: writeValue(error).slice(0, 2_000), places: [...places] })
}

function noModules(name: string): never {
  throw new Error(`There are no modules here, "${name}" among them: the pad is the whole program.`)
}
