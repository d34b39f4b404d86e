import type { Question, Step } from '#src/domain/guide.ts'
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
      if (list === 'notAfter' && onlyAfter.includes(other))
        report(`${at}.notAfter[${place}]`, `a step that is not in \`onlyAfter\` as well, not "${other}"`)
    })
}

/** What a system shows asks nothing. */
function checkTold(text: string, { path, report }: { path: string; report: Report }) {
  if (text.includes('?')) report(path, 'what is seen, and no question')
  checkWording(text, { path, words: spokenWords, report })
}
