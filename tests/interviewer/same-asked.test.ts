import { expect, test } from 'vitest'
import { emptyGuide } from '#src/domain/guide.ts'
import { trackIds } from '#src/domain/track.ts'
import { matchesAny } from '#src/evidence/match-pattern.ts'
import { sameAsked } from '#src/interviewer/same-asked.ts'
import { shippedLexicon, shippedQuestion, shippedQuestionIds, shippedRubric } from '../support/content-files.ts'

const lexicon = shippedLexicon()
const rubric = shippedRubric('system-design')
const { guide } = shippedQuestion('system-design', 'job-queue')

const probesOf = (id: string) => [
  ...rubric.criteria.flatMap(({ checks }) => checks.filter((check) => check.id === id).flatMap(({ probe }) => probe ?? [])),
  ...guide.keyPoints.filter((point) => point.id === id).flatMap(({ probes }) => probes),
]
const probeOf = (id: string) => {
  const [probe] = probesOf(id)
  if (probe === undefined) throw new Error(`no probe of ${id}`)
  return probe
}
const asked = (...ids: string[]) => sameAsked({ asked: ids.map((id) => probeOf(id).ask), guide: emptyGuide, rubric, lexicon })

test('what was asked of one thing is not asked in general', () => {
  expect(asked('claimed-by-one')(probeOf('race-reasoned'))).toBe(true)
  expect(asked('states-of-a-job')(probeOf('race-reasoned'))).toBe(false)
})

test('of general questions that ask the same in other words only one is put', () => {
  expect(asked('numbers-decide')(probeOf('decision-reversible-by'))).toBe(true)
  expect(asked('adapts-to-change')(probeOf('growth-named'))).toBe(true)
  expect(asked('scope-cut')(probeOf('growth-named'))).toBe(false)
})

test('what was asked in general is asked of the one thing until something of it was told', () => {
  const isSame = asked('race-reasoned')
  expect(isSame(probeOf('claimed-by-one'), { isShown: false })).toBe(false)
  expect(isSame(probeOf('claimed-by-one'), { isShown: true })).toBe(true)
  expect(probesOf('claimed-by-one').map((probe) => isSame(probe, { isShown: true }))).toEqual([true, false])
})

test('two questions are never read as one', () => {
  const both = sameAsked({ asked: ['What do two workers do?', 'What happens at once?'], guide: emptyGuide, rubric, lexicon })
  expect(both(probeOf('race-reasoned'))).toBe(false)
})

test.each(trackIds)('%s: each wording by which a question is known to be the same finds another one', (track) => {
  const { criteria, phases } = shippedRubric(track)
  const general = criteria.flatMap(({ checks }) => checks.flatMap(({ probe }) => probe ?? []))
  const others = [
    ...general.map(({ ask }) => ask),
    ...phases.flatMap(({ openers }) => openers.flatMap(({ ask }) => ask ?? [])),
    ...shippedQuestionIds()
      .filter((one) => one.track === track)
      .map(({ id }) => shippedQuestion(track, id).guide)
      .flatMap(({ keyPoints, changedRequirements }) => [
        ...keyPoints.flatMap(({ probes }) => probes.map(({ ask }) => ask)),
        ...changedRequirements.map(({ say }) => say),
      ]),
  ]
  const dead = general.flatMap(({ ask, sameAs = [] }) =>
    sameAs.filter((pattern) => !others.some((other) => other !== ask && matchesAny([pattern], other, lexicon))),
  )
  expect(dead).toEqual([])
})
