import { expect, test } from 'vitest'
import { checkMending } from '#src/content/check-steps.ts'
import { guideSchema } from '#src/domain/guide.ts'

const mendingFaults = (steps: object[], rubric: { observed?: boolean } = { observed: true }): string[] => {
  const faults: string[] = []
  const parsed = guideSchema.parse({ steps: steps.map((step) => ({ taken: ['quux'], seen: 'It is seen.', ...step })) })
  checkMending(parsed, { rubric, report: (path, expected) => faults.push(`${path}: ${expected}`) })
  return faults
}

test('an incident has a step that ends the harm, after which something is told anew', () => {
  expect(mendingFaults([{ id: 'restart' }])).toEqual(['steps: one at the least that ends the harm (`ends: [harm]`)'])
  expect(mendingFaults([], {})).toEqual([])
  expect(mendingFaults([{ id: 'mend', ends: ['harm'] }])).toEqual([
    'steps[0].facts: what the facts say from then on, since it ends the harm',
  ])
})

test('what helps nobody is not told once the harm is over, unless it only goes on from there', () => {
  const mend = { id: 'mend', ends: ['harm'], facts: { errors: 'None.' } }
  const restart = { id: 'restart', facts: { errors: 'Some.' } }
  expect(mendingFaults([mend, restart])).toEqual(['steps[1].notAfter: "mend", which ends the harm and changes "errors" too'])
  expect(mendingFaults([mend, { ...restart, notAfter: ['mend'] }])).toEqual([])
  expect(mendingFaults([mend, { ...restart, onlyAfter: ['mend'] }])).toEqual([])
  expect(mendingFaults([mend, { ...restart, facts: { memory: 'Level.' } }])).toEqual([])
})

test('of two steps that end the harm one says whether it comes after the other', () => {
  const mend = { id: 'mend', ends: ['harm'], facts: { errors: 'None.' } }
  const other = { ...mend, id: 'turn-off' }
  expect(mendingFaults([mend, other])).toEqual(['steps[1].notAfter: "mend", or there "turn-off": both end the harm'])
  expect(mendingFaults([mend, { ...other, notAfter: ['mend'] }])).toEqual([])
  expect(mendingFaults([{ ...mend, notAfter: ['turn-off'] }, other])).toEqual([])
  const [drained, closed] = [{ id: 'drain' }, { id: 'close' }]
  expect(
    mendingFaults([drained, closed, { ...mend, onlyAfterOneOf: ['drain', 'close'] }, { ...other, notAfter: ['drain', 'close'] }]),
  ).toEqual([])
})
