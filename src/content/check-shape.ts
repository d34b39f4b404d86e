import type { z } from 'zod'
import { contentPath } from './content-path.ts'
import type { Report } from './fault-list.ts'

type Issue = z.core.$ZodIssue

/** The value in its schema's shape, or undefined when it has faults, each of which is reported. */
export function checkShape<T>(schema: z.ZodType<T>, value: unknown, report: Report): T | undefined {
  const parsed = schema.safeParse(value)
  if (parsed.success) return parsed.data
  for (const issue of parsed.error.issues) reportIssue(issue, value, report)
  return undefined
}

function reportIssue(issue: Issue, value: unknown, report: Report) {
  if (issue.code === 'unrecognized_keys') {
    for (const key of issue.keys) report(contentPath([...issue.path, key]), 'no such key; it is misspelt or does not belong here')
    return
  }
  report(contentPath(issue.path), describeIssue(issue, valueAt(value, issue.path)))
}

function describeIssue(issue: Issue, found: unknown): string {
  switch (issue.code) {
    case 'invalid_type':
      return `${articleFor(issue.expected)}${found === undefined ? '; it is missing' : `, not ${kindOf(found)}`}`
    case 'invalid_value':
      return `one of ${issue.values.map(String).join(', ')}${found === undefined ? '; it is missing' : `, not ${JSON.stringify(found)}`}`
    case 'too_small':
      return `at least ${issue.minimum} ${unitOf(issue.origin)}`.trimEnd()
    case 'too_big':
      return `at most ${issue.maximum} ${unitOf(issue.origin)}`.trimEnd()
    case 'invalid_union':
      return found === undefined
        ? 'a value; it is missing'
        : `another value than ${JSON.stringify(found)}: ${unionChoices(issue)}`
    default:
      return issue.message
  }
}

const unionChoices = (issue: Extract<Issue, { code: 'invalid_union' }>): string =>
  issue.errors
    .flat()
    .map((inner) => (inner.code === 'invalid_value' ? inner.values.map(String).join(', ') : inner.message))
    .join(', or ')

const articleFor = (kind: string): string => (/^[aeio]/.test(kind) ? `an ${kind}` : `a ${kind}`)

function kindOf(value: unknown): string {
  if (value === null) return 'empty'
  if (Array.isArray(value)) return 'an array'
  return articleFor(typeof value)
}

function unitOf(origin: string): string {
  if (origin === 'string') return 'characters'
  return origin === 'array' ? 'entries' : ''
}

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (inner, key) => (typeof inner === 'object' && inner !== null ? (inner as Record<PropertyKey, unknown>)[key] : undefined),
    value,
  )
}
