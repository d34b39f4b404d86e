import { expect, test } from 'vitest'
import { pointsBack } from '#src/interviewer/quote.ts'
import { shippedContent } from '../support/shipped-content.ts'

test('every question of the bank that leans on what was said has words that stand by themselves', async () => {
  const { questions, rubrics } = await shippedContent()
  const ofPoints = questions.flatMap(({ guide }) => guide.keyPoints.flatMap(({ probes }) => probes))
  const ofChecks = [...rubrics.values()].flatMap(({ criteria }) =>
    criteria.flatMap(({ checks }) => checks.flatMap(({ probe }) => probe ?? [])),
  )
  const probes = [...ofPoints, ...ofChecks]
  expect(probes.filter(({ ask, byItself }) => pointsBack(ask) && byItself === undefined).map(({ ask }) => ask)).toEqual([])
  const instead = probes.flatMap(({ byItself, afterwards }) => [byItself, afterwards].filter((words) => words !== undefined))
  expect(instead.filter(pointsBack)).toEqual([])
})
