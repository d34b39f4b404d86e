import { expect, test } from 'vitest'
import { wireSchema } from '#src/model/wire-schema.ts'
import { verdictsOf } from '#src/scoring/asked-checks.ts'

const checks = [{ id: 'says-why', means: 'Says why.', source: 'standing' as const }]
const shown = { 'says-why': { quotes: [{ turn: 2, quote: 'since it forgets what happened' }], verdict: 'yes' } }

test('claims in another form cost nobody a verdict: they are for the model to read', () => {
  const parsed = verdictsOf(checks).parse({ claims: ['appends events'], checks: shown })
  expect(parsed.claims).toEqual([])
  expect(parsed.checks['says-why']?.verdict).toBe('yes')
})

test('a check that is missing makes the reply invalid', () => {
  expect(verdictsOf(checks).safeParse({ claims: [], checks: {} }).success).toBe(false)
})

test('an endpoint is asked for claims before checks', () => {
  const { properties = {}, required } = wireSchema(verdictsOf(checks)) as { properties?: object; required?: string[] }
  expect(Object.keys(properties)).toEqual(['claims', 'checks'])
  expect(required).toEqual(['claims', 'checks'])
})
