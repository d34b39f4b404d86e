import { jsonrepair } from 'jsonrepair'
import type { z } from 'zod'

export type ObjectReading<T> = { ok: true; value: T } | { ok: false; faults: string[] }

/**
 * The value of `schema`'s shape in a reply: the reply as a whole, else the last object inside it that fits, else what the reply becomes
 * when its JSON is mended. The faults are those of the reading that came closest.
 */
export function readObject<T>(text: string, schema: z.ZodType<T>): ObjectReading<T> {
  let faults: string[] | null = null
  for (const value of readings(text)) {
    const found = validated(value, schema)
    if (found.ok) return found
    faults ??= found.faults
  }
  return { ok: false, faults: faults ?? ['no JSON object in the reply'] }
}

function* readings(text: string): Generator<unknown> {
  yield* parsed(text)
  for (const object of objectsIn(text).reverse()) yield* parsed(object)
  yield* mended(text.slice(Math.max(0, text.indexOf('{'))))
}

function* parsed(text: string): Generator<unknown> {
  try {
    yield JSON.parse(text)
  } catch {
    // not a reading; the next one is tried
  }
}

function* mended(text: string): Generator<unknown> {
  if (!text.startsWith('{')) return
  try {
    yield JSON.parse(jsonrepair(text))
  } catch {
    // beyond mending; the faults say so
  }
}

/** A property that may be missing is null on the wire (see wireSchema), so a value that fails is read once more without its nulls. */
function validated<T>(value: unknown, schema: z.ZodType<T>): ObjectReading<T> {
  const first = schema.safeParse(value)
  if (first.success) return { ok: true, value: first.data }
  const second = schema.safeParse(withoutNulls(value))
  if (second.success) return { ok: true, value: second.data }
  return { ok: false, faults: first.error.issues.map((issue) => `${issue.path.join('.') || 'the reply'}: ${issue.message}`) }
}

function withoutNulls(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutNulls)
  if (typeof value !== 'object' || value === null) return value
  const present = Object.entries(value).filter(([, inner]) => inner !== null)
  return Object.fromEntries(present.map(([key, inner]) => [key, withoutNulls(inner)]))
}

/** The outermost balanced objects of a text, in order. Braces inside strings do not count. */
function objectsIn(text: string): string[] {
  const objects: string[] = []
  let depth = 0
  let start = 0
  let inString = false
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charAt(at)
    if (inString) {
      if (unit === '\\') at += 1
      else if (unit === '"') inString = false
    } else if (unit === '"') inString = depth > 0
    else if (unit === '{') {
      if (depth === 0) start = at
      depth += 1
    } else if (unit === '}' && depth > 0) {
      depth -= 1
      if (depth === 0) objects.push(text.slice(start, at + 1))
    }
  }
  return objects
}
