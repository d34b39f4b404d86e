import { expect, test } from 'vitest'
import { planned } from '#src/conduct/planned.ts'
import { shippedContent } from '../support/shipped-content.ts'

const content = await shippedContent()

test('a probe may say what its check is asked by, be it of the track or what goes beyond a key point', () => {
  const rubric = content.rubrics.get('system-design') ?? null
  const guide = content.questions.find(({ id }) => id === 'ride-dispatch')?.guide ?? null
  const standing = rubric?.criteria.flatMap(({ checks }) => checks).find(({ id }) => id === 'slow-not-dead')
  const point = guide?.keyPoints.find(({ beyond }) => beyond !== undefined)
  const may = (check = '') =>
    planned({ move: { kind: 'probe', check, probe: 'failure' }, guide }, { questions: [], schedule: null, rubric })
  expect(may(standing?.id)).toContain(standing?.probe?.ask)
  expect(may(point?.id)).toContain(point?.beyond?.ask)
})
