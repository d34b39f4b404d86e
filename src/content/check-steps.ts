import type { Guide, Question, Step } from '#src/domain/guide.ts'
import type { Rubric } from '#src/domain/rubric.ts'
import { checkDistinct, checkWording, spokenWords } from './check-wording.ts'
import type { Report } from './fault-list.ts'

type Place = 'onlyAfter' | 'onlyAfterOneOf' | 'notAfter'

/** Reports where a step is told apart by nothing, comes after what the guide does not have, or is not told as what is seen. */
export function checkSteps(
  { guide: { facts, steps, changedRequirements } }: Question,
  { rubric, report }: { rubric: Pick<Rubric, 'id' | 'observed'>; report: Report },
) {
  if (steps.length > 0 && rubric.observed !== true)
    report('steps', `none, since in the track "${rubric.id}" no running system is looked at (\`observed\` in its track.yaml)`)
  checkDistinct(
    steps.map(({ id }) => id),
    { path: (index) => `steps[${index}].id`, report },
  )
  changedRequirements.forEach(({ onlyAfter, notAfter }, index) => {
    checkPlace({ onlyAfter, notAfter }, { at: `changedRequirements[${index}]`, steps, report })
  })
  steps.forEach(({ id, onlyAfter, onlyAfterOneOf, notAfter, seen, facts: changed }, index) => {
    const at = `steps[${index}]`
    if (facts.some((fact) => fact.id === id)) report(`${at}.id`, `an id that no fact of this guide has, not "${id}"`)
    checkPlace({ id, onlyAfter, onlyAfterOneOf, notAfter }, { at, steps, report })
    checkTold(seen, { path: `${at}.seen`, report })
    for (const [fact, text] of Object.entries(changed)) {
      if (!facts.some((one) => one.id === fact)) report(`${at}.facts.${fact}`, `a fact of this guide, not "${fact}"`)
      checkTold(text, { path: `${at}.facts.${fact}`, report })
    }
  })
}

/** Steps that something comes after, or does not. */
function checkPlace(
  { id, onlyAfter = [], onlyAfterOneOf = [], notAfter = [] }: Partial<Pick<Step, 'id' | Place>>,
  { at, steps, report }: { at: string; steps: readonly Step[]; report: Report },
) {
  for (const [list, others] of Object.entries({ onlyAfter, onlyAfterOneOf, notAfter }))
    others.forEach((other, place) => {
      const isKnown = other !== id && steps.some((step) => step.id === other)
      if (!isKnown) report(`${at}.${list}[${place}]`, `${id === undefined ? 'a' : 'another'} step of this guide, not "${other}"`)
      for (const [wanted, ids] of Object.entries({ onlyAfter, onlyAfterOneOf }))
        if (list === 'notAfter' && ids.includes(other))
          report(`${at}.notAfter[${place}]`, `a step that is not in \`${wanted}\` as well, not "${other}"`)
    })
}

/** What a system shows asks nothing. */
function checkTold(text: string, { path, report }: { path: string; report: Report }) {
  if (text.includes('?')) report(path, 'what is seen, and no question')
  checkWording(text, { path, words: spokenWords, report })
}

/**
 * Reports where an incident cannot end, or goes on after its end: no step ends the harm; one does and nothing is told anew; two do, in whatever order; or a
 * step after it tells a fact as if it lasted.
 */
export function checkMending({ steps }: Guide, { rubric, report }: { rubric: Pick<Rubric, 'observed'>; report: Report }) {
  const mends = ({ ends = [] }: Step) => ends.includes('harm')
  const mending = steps.filter(mends)
  const isAftermath = ({ onlyAfter = [], onlyAfterOneOf = [] }: Step) => {
    const isMending = (id: string) => mending.some((step) => step.id === id)
    return onlyAfter.some(isMending) || (onlyAfterOneOf.length > 0 && onlyAfterOneOf.every(isMending))
  }
  if (rubric.observed === true && mending.length === 0) report('steps', 'one at the least that ends the harm (`ends: [harm]`)')
  steps.forEach((step, index) => {
    const path = `steps[${index}]`
    if (mends(step) && Object.keys(step.facts).length === 0)
      report(`${path}.facts`, 'what the facts say from then on, since it ends the harm')
    for (const other of mending.filter((one) => one.id !== step.id && !isOrdered(step, one))) {
      const again = Object.keys(step.facts).find((fact) => fact in other.facts)
      if (!mends(step) && !isAftermath(step) && again !== undefined)
        report(`${path}.notAfter`, `"${other.id}", which ends the harm and changes "${again}" too`)
      if (mends(step) && steps.indexOf(other) < index)
        report(`${path}.notAfter`, `"${other.id}", or there "${step.id}": both end the harm`)
    }
  })
}

/** Whether it is said of two steps that one comes after the other, or does not: of themselves, or of steps that the other needs. */
const isOrdered = (step: Step, other: Step): boolean => names(step, other) || names(other, step)

function names({ onlyAfter = [], onlyAfterOneOf = [], notAfter = [] }: Step, other: Step): boolean {
  const isExcluded = (id: string) => notAfter.includes(id)
  const needsOne = other.onlyAfterOneOf ?? []
  return (
    [...onlyAfter, ...onlyAfterOneOf].includes(other.id) ||
    [other.id, ...(other.onlyAfter ?? [])].some(isExcluded) ||
    (needsOne.length > 0 && needsOne.every(isExcluded))
  )
}
