import { parseArgs } from 'node:util'
import { HotseatError } from './errors.ts'

/** The command line was not understood. Exit status 2. */
export class UsageError extends HotseatError {
  override name = 'UsageError'
}

/** Resolves with the exit status. */
export type Command = (args: string[]) => Promise<number>

/** Throws UsageError for an option that is not among these. */
export function parse(args: string[], options: Record<string, { type: 'string' | 'boolean' }>) {
  try {
    const { values, positionals } = parseArgs({ args, options, allowPositionals: true })
    return { values: values as Record<string, string | boolean | undefined>, positionals }
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error))
  }
}

/** A space as `--owner` names it; null when unsaid. */
export const ownerIn = ({ owner }: { owner?: string | boolean | undefined }): string | null =>
  owner === undefined ? null : String(owner)
