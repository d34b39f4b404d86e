import type { ScheduledPhase } from './interview.ts'
import type { Plan, Rubric } from './rubric.ts'

/** The plan of this length; undefined when the track has none. */
export const planFor = (rubric: Rubric, minutes: number): Plan | undefined =>
  rubric.plans.find((plan) => plan.minutes === minutes)

/** Plans that a bank with this many questions in the track can fill, in the track's order. */
export const offeredPlans = (rubric: Rubric, questionCount: number): Plan[] =>
  rubric.plans.filter((plan) => plan.questions <= questionCount)

/** Minutes that the phases of a plan add up to; `each` phases count once per question. */
export const plannedMinutes = (plan: Plan): number =>
  plan.phases.reduce((sum, phase) => sum + phase.minutes * (phase.each ? plan.questions : 1), 0)

/**
 * The phases of one interview in order. A run of `each` phases is gone through once per question; a phase before the run belongs to
 * the first question, one after it to the last. Throws when the plan names a phase that the rubric lacks.
 */
export function scheduleOf(rubric: Rubric, plan: Plan): ScheduledPhase[] {
  const firstEach = plan.phases.findIndex((phase) => phase.each)
  if (firstEach === -1) return plan.phases.map((phase) => scheduled(rubric, phase, 0))
  const afterEach = plan.phases.findLastIndex((phase) => phase.each) + 1
  const before = plan.phases.slice(0, firstEach).map((phase) => scheduled(rubric, phase, 0))
  const run = plan.phases.slice(firstEach, afterEach)
  const repeated = Array.from({ length: plan.questions }, (_, question) => run.map((phase) => scheduled(rubric, phase, question)))
  const after = plan.phases.slice(afterEach).map((phase) => scheduled(rubric, phase, plan.questions - 1))
  return [...before, ...repeated.flat(), ...after]
}

function scheduled(rubric: Rubric, { phase, minutes }: Plan['phases'][number], question: number): ScheduledPhase {
  const known = rubric.phases.find((candidate) => candidate.id === phase)
  if (known === undefined)
    throw new Error(`track ${rubric.id}: its ${minutes}-minute plan names the phase "${phase}", which it lacks`)
  const { title, role, writes } = known
  return { phase, title, role, minutes, question, ...(writes && { writes }) }
}

/** A schedule that was stored before phases said whether a candidate writes in them, with what the rubric says of that now; any other as it is. */
export function withWriting(schedule: readonly ScheduledPhase[], rubric: Rubric | undefined): ScheduledPhase[] {
  if (schedule.some(({ writes }) => writes)) return [...schedule]
  const writing = new Set(rubric?.phases.filter(({ writes }) => writes).map(({ id }) => id))
  return schedule.map((phase) => (writing.has(phase.phase) ? { ...phase, writes: true } : phase))
}
