import { parseArgs } from 'node:util'
import { levels, trackIds } from '#src/domain/track.ts'
import { HotseatError } from '#src/errors.ts'
import type { SaidOfSource } from '#src/importing/plan-import.ts'

/** The command line was not understood. Exit status 2. */
export class UsageError extends HotseatError {
  override name = 'UsageError'
}

/** Resolves with the exit status. Rejects with HotseatError, which is told without its stack. */
export type Command = (args: string[]) => Promise<number>

/** Options by their long names; `multiple` ones are given as often as wanted. Throws UsageError. */
export function parse(args: string[], options: Record<string, { type: 'string' | 'boolean'; multiple?: boolean }>) {
  try {
    const { values, positionals } = parseArgs({ args, options, allowPositionals: true })
    const lists = Object.fromEntries(Object.entries(values).map(([name, value]) => [name, [value ?? []].flat().map(String)]))
    return { values: values as Record<string, string | boolean | undefined>, lists, positionals }
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error))
  }
}

/** One of a few words; undefined when unsaid. Throws UsageError. */
export function oneOf<Word extends string>(option: string, value: unknown, words: readonly Word[]): Word | undefined {
  if (value === undefined) return undefined
  const found = words.find((word) => word === value)
  if (found === undefined)
    throw new UsageError(`--${option} is ${words.slice(0, -1).join(', ')} or ${words.at(-1)}, not "${value}".`)
  return found
}

/** Options by which one says of a transcript what it does not say itself. */
export const saidOptions = {
  candidate: { type: 'string', multiple: true },
  interviewer: { type: 'string', multiple: true },
  track: { type: 'string' },
  level: { type: 'string' },
  question: { type: 'string' },
} as const

/** Throws UsageError. */
export function readSaid({ values, lists }: Pick<ReturnType<typeof parse>, 'values' | 'lists'>): SaidOfSource {
  return {
    candidates: lists.candidate ?? [],
    interviewers: lists.interviewer ?? [],
    track: oneOf('track', values.track, trackIds),
    level: oneOf('level', values.level, levels),
    question: values.question === undefined ? undefined : String(values.question),
  }
}

/** A space as `--owner` names it; null when unsaid. */
export const ownerIn = ({ owner }: { owner?: string | boolean | undefined }): string | null =>
  owner === undefined ? null : String(owner)
