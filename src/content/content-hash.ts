import { createHash } from 'node:crypto'
import type { HeldContent } from '#src/domain/interview.ts'

/** SHA-256 in hex of the content as canonical JSON: the same for the same content, whatever the order of its keys. */
export const contentHash = (held: HeldContent): string => createHash('sha256').update(canonicalJson(held)).digest('hex')

const canonicalJson = (value: unknown): string =>
  JSON.stringify(value, (_, inner: unknown) => (isRecord(inner) ? Object.fromEntries(Object.entries(inner).sort(byKey)) : inner))

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const byKey = ([a]: [string, unknown], [b]: [string, unknown]): number => (a < b ? -1 : a > b ? 1 : 0)
