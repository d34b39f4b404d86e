import type { Content } from '#src/content/content.ts'
import type { Interview } from '#src/domain/interview.ts'
import type { HandedOut } from '#src/domain/rubric.ts'
import type { ShownExercise } from '#src/protocol/exercise.ts'

/** What the interview's question hands out in this phase, an index into its schedule. Before, it would answer what is still to be asked. */
export function shownExercise(
  { track, schedule, questions }: Pick<Interview, 'track' | 'schedule' | 'questions'>,
  { content, phase }: { content: Pick<Content, 'rubrics' | 'questions'>; phase: number },
): ShownExercise {
  const asked = schedule[phase]?.question
  const id = asked === undefined ? undefined : questions[asked]?.id
  const { database, cases } = content.questions.find((one) => one.track === track && one.id === id)?.exercise ?? {}
  const phases = content.rubrics.get(track)?.phases ?? []
  /** Of the schedule; undefined where the interview has no such phase. */
  const beginning = (what: HandedOut) => {
    const from = phases.find(({ handsOut }) => handsOut === what)?.id
    const at = schedule.findIndex((one) => one.phase === from && one.question === asked)
    return at === -1 ? undefined : { at, title: schedule[at]?.title ?? null }
  }
  const given = <T>(what: HandedOut, exercise: T | undefined): { given: T | null; from: string | null } => {
    const begins = beginning(what)
    if (exercise === undefined || begins === undefined) return { given: null, from: null }
    return phase < begins.at ? { given: null, from: begins.title } : { given: exercise, from: null }
  }
  const [tables, tests] = [given('database', database), given('cases', cases)]
  return {
    database: tables.given === null ? null : { sql: tables.given },
    databaseFrom: tables.from,
    cases: tests.given,
    casesFrom: tests.from,
  }
}
