import { z } from 'zod'
import type { Cases } from '#src/domain/exercise.ts'

/** Longest text of one message; the worker cuts before, and what is longer did not come from it. */
const line = z.string().max(20_000)

const place = z.object({ line: z.number().int().min(1), within: line.nullable() })

/** What a case shows when it went another way: the calls in order, the last of them the one that did. */
const shownCaseSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('passed') }),
  z.object({ kind: z.literal('failed'), calls: z.array(line), expected: line, actual: line, places: z.array(place) }),
])
export type ShownCase = z.infer<typeof shownCaseSchema>

/** What the worker tells while it runs. Parsed like anything from outside, since the candidate's code runs in there too. */
export const runnerMessageSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('started') }),
  z.object({ type: z.literal('line'), level: z.enum(['log', 'warn', 'error']), text: line }),
  /** Of the output nothing more is sent. */
  z.object({ type: z.literal('cut') }),
  /** The program ended in an error; `places` are lines of the pad, innermost first. */
  z.object({ type: z.literal('failed'), message: line, places: z.array(place) }),
  z.object({ type: z.literal('case'), index: z.number().int().min(0), outcome: shownCaseSchema }),
  z.object({ type: z.literal('done') }),
])
export type RunnerMessage = z.infer<typeof runnerMessageSchema>
export type Place = z.infer<typeof place>

/** What the page asks of a worker, once in its life. */
export interface RunnerTask {
  /** JavaScript, as a CommonJS module. */
  program: string
  cases: Cases | null
}
