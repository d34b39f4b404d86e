import { z } from 'zod'

export type JsonSchema = Record<string, unknown>

/** Keywords that a strict endpoint rejects, or turns into a slow grammar. Our own validation still holds a reply to them. */
const leftOut = new Set([
  '$schema',
  'default',
  'format',
  'pattern',
  'minLength',
  'maxLength',
  'minimum',
  'maximum',
  'exclusiveMinimum',
  'exclusiveMaximum',
  'multipleOf',
  'minItems',
  'maxItems',
  'uniqueItems',
  'propertyNames',
])

/**
 * The JSON schema of a zod schema in the plain form that endpoints agree on: no bounds and no patterns, every property required, and one
 * that may be missing may be null instead.
 */
export function wireSchema(schema: z.ZodType): JsonSchema {
  return simplified(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' })) as JsonSchema
}

function simplified(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(simplified)
  if (typeof node !== 'object' || node === null) return node
  const kept = Object.entries(node).filter(([keyword]) => !leftOut.has(keyword))
  const simple: JsonSchema = Object.fromEntries(
    kept.map(([keyword, value]) => [keyword, isNamed(keyword) ? eachSimplified(value) : simplified(value)]),
  )
  return isObject(simple.properties) ? strictObject(simple, simple.properties) : simple
}

/** Under these keywords stand names of somebody's choice, not keywords. */
const isNamed = (keyword: string) => keyword === 'properties' || keyword === '$defs'

const eachSimplified = (named: unknown) =>
  isObject(named) ? Object.fromEntries(Object.entries(named).map(([name, value]) => [name, simplified(value)])) : named

function strictObject(node: JsonSchema, properties: JsonSchema): JsonSchema {
  const required = Array.isArray(node.required) ? node.required : []
  const orNull = ([name, value]: [string, unknown]) => [
    name,
    required.includes(name) ? value : { anyOf: [value, { type: 'null' }] },
  ]
  return {
    ...node,
    properties: Object.fromEntries(Object.entries(properties).map(orNull)),
    required: Object.keys(properties),
    additionalProperties: false,
  }
}

const isObject = (value: unknown): value is JsonSchema => typeof value === 'object' && value !== null && !Array.isArray(value)
