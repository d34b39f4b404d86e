import type { Plan, PlannedProbe, Rubric } from '#src/domain/rubric.ts'
import { plannedMinutes } from '#src/domain/schedule.ts'
import { checkDistinct, checkWording } from './check-wording.ts'
import type { Report } from './fault-list.ts'

/** Words that the interviewer has for entering a phase and for a follow-up question. */
export const openerWords = 30
const probeWords = 20

/** Reports what a track's schema cannot say: sums, references inside the file, wording. */
export function checkRubric(rubric: Rubric, { folder, report }: { folder: string; report: Report }) {
  if (rubric.id !== folder) report('id', `"${folder}", as its folder is called, not "${rubric.id}"`)
  checkDistinct(
    rubric.phases.map((phase) => phase.id),
    { path: (index) => `phases[${index}].id`, report },
  )
  checkDistinct(
    rubric.criteria.map((criterion) => criterion.id),
    { path: (index) => `criteria[${index}].id`, report },
  )
  checkPhases(rubric, report)
  checkPlans(rubric, report)
  const weights = rubric.criteria.reduce((sum, criterion) => sum + criterion.weight, 0)
  if (weights !== 100) report('criteria', `weights that sum to 100, not ${weights}`)
  checkStandingChecks(rubric, report)
}

function checkPhases({ phases, criteria }: Rubric, report: Report) {
  const standing = new Set(criteria.flatMap(({ checks }) => checks.map(({ id }) => id)))
  phases.forEach((phase, index) => {
    phase.feeds.forEach((fed, place) => {
      if (!criteria.some((criterion) => criterion.id === fed))
        report(`phases[${index}].feeds[${place}]`, `a criterion of the track, not "${fed}"`)
    })
    phase.openers.forEach(({ announce, ask, asksFor }, place) => {
      const at = `phases[${index}].openers[${place}]`
      checkWording(`${announce} ${ask}`.trim(), { path: at, words: openerWords, report })
      asksFor.forEach((asked, nth) => {
        if (!standing.has(asked)) report(`${at}.asksFor[${nth}]`, `a standing check of the track, not "${asked}"`)
      })
      if (announce.includes('?')) report(`${at}.announce`, 'no question: that belongs to "ask"')
    })
    if (phase.role === 'intro' && index > 0) report(`phases[${index}].role`, 'an intro only as the first phase')
    if (phase.role === 'wrap-up' && index < phases.length - 1) report(`phases[${index}].role`, 'a wrap-up only as the last phase')
  })
  criteria.forEach((criterion, index) => {
    if (!phases.some((phase) => phase.feeds.includes(criterion.id)))
      report(`criteria[${index}].id`, `a phase that feeds it; none names "${criterion.id}"`)
  })
}

function checkPlans({ phases, plans }: Rubric, report: Report) {
  checkDistinct(
    plans.map((plan) => String(plan.minutes)),
    { path: (index) => `plans[${index}].minutes`, report },
  )
  const order = phases.map((phase) => phase.id)
  plans.forEach((plan, index) => {
    const at = `plans[${index}]`
    const places = plan.phases.map((entry) => order.indexOf(entry.phase))
    places.forEach((place, entry) => {
      if (place === -1) report(`${at}.phases[${entry}].phase`, `a phase of the track, not "${plan.phases[entry]?.phase}"`)
      else if (entry > 0 && place <= (places[entry - 1] ?? -1))
        report(`${at}.phases[${entry}].phase`, "phases in the track's order, each once")
    })
    const sum = plannedMinutes(plan)
    if (sum !== plan.minutes) report(`${at}.minutes`, `phases that add up to ${plan.minutes} minutes, not ${sum}`)
    checkEach(plan, { at, report })
  })
}

function checkEach(plan: Plan, { at, report }: { at: string; report: Report }) {
  const each = plan.phases.map((entry) => entry.each === true)
  if (plan.questions > 1 && !each.includes(true))
    report(`${at}.phases`, `an "each" phase, since there are ${plan.questions} questions`)
  if (each.slice(each.indexOf(true), each.lastIndexOf(true) + 1).includes(false))
    report(`${at}.phases`, '"each" phases next to one another')
}

function checkStandingChecks({ criteria, phases }: Pick<Rubric, 'criteria' | 'phases'>, report: Report) {
  const seen = new Set<string>()
  criteria.forEach((criterion, place) => {
    for (const rating of [2, 3, 4] as const)
      if (!criterion.checks.some((check) => check.rating === rating))
        report(`criteria[${place}].checks`, `at least one check that is evidence for rating ${rating}`)
    criterion.checks.forEach((check, index) => {
      const at = `criteria[${place}].checks[${index}]`
      if (seen.has(check.id)) report(`${at}.id`, `an id of its own in the track; "${check.id}" is there twice`)
      seen.add(check.id)
      if (check.shows === undefined && check.feature === undefined) report(at, '"shows", "feature" or both, as what it is met by')
      if (check.alone !== undefined && (check.min ?? 1) < 2 && check.feature === undefined)
        report(`${at}.alone`, 'a "min" above 1 or a "feature" beside it; else these belong to "shows"')
      if (check.feature !== undefined && check.feature.partly > check.feature.yes)
        report(`${at}.feature.partly`, `at most the ${check.feature.yes} of "yes", not ${check.feature.partly}`)
      check.askedIn?.forEach((phase, nth) => {
        if (!phases.some(({ id, role }) => id === phase && role === 'work'))
          report(`${at}.askedIn[${nth}]`, `a phase of work of the track, not "${phase}"`)
      })
      for (const field of ['askedIn', 'essential'] as const)
        if (check[field] !== undefined && check.probe === undefined)
          report(`${at}.${field}`, 'a "probe" beside it, which it says something of')
      if (check.probe !== undefined) checkProbe(check.probe, { path: `${at}.probe`, report })
    })
  })
}

/** Of a planned question, its words and those that stand for them later. */
export function checkProbe(probe: PlannedProbe, { path, report }: { path: string; report: Report }) {
  checkWording(probe.ask, { path: `${path}.ask`, words: probeWords, report })
  if (probe.byItself !== undefined) checkWording(probe.byItself, { path: `${path}.byItself`, words: probeWords, report })
  if (probe.afterwards === undefined) return
  checkWording(probe.afterwards, { path: `${path}.afterwards`, words: probeWords, report })
  if (probe.mootOnce === undefined) report(`${path}.afterwards`, 'a `mootOnce` beside it, from when on it is asked')
}
