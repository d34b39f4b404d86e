import { expect, test } from 'vitest'
import { openerSchema } from '#src/domain/rubric.ts'

test('an opener names what it asks for, or is an invitation', () => {
  const opener = { announce: 'Now the parts.', ask: 'What happens first?', asksFor: ['steps-begun'] }
  expect(openerSchema.parse(opener)).toEqual(opener)
  expect(openerSchema.parse({ announce: '', ask: 'What next?' })).toEqual({ announce: '', ask: 'What next?', asksFor: [] })
})

test.each([
  [
    'Now the parts, about {minutes} minutes. What happens first?',
    'Now the parts, about {minutes} minutes.',
    'What happens first?',
  ],
  ['The last {minutes} minutes are yours: what would you ask?', '', 'The last {minutes} minutes are yours: what would you ask?'],
  ['Tell me of the parts.', '', 'Tell me of the parts.'],
])('the opener of an older interview is read as what it announces and what it asks: "%s"', (text, announce, ask) => {
  expect(openerSchema.parse(text)).toEqual({ announce, ask, asksFor: [] })
})
