import { randomInt, randomUUID } from 'node:crypto'
import { chooseQuestions } from '#src/content/choose-questions.ts'
import { contentHash } from '#src/content/content-hash.ts'
import { holdContent } from '#src/content/hold-content.ts'
import type { HeldContent, Interview, InterviewRequest } from '#src/domain/interview.ts'
import { languageNames } from '#src/domain/language.ts'
import { offeredPlans, planFor, scheduleOf } from '#src/domain/schedule.ts'
import type { TrackId } from '#src/domain/track.ts'
import { ConflictError, NotFoundError } from '#src/errors.ts'
import { Problem } from './problem.ts'
import type { ServerOptions } from './server-options.ts'

/** Interviews of the track whose questions are not asked again while there are others. */
const remembered = 6

/** An interview as it stands before its first word, with the content it is held with. Rejects when the track does not offer what is asked for. */
export async function newInterview(
  options: Pick<ServerOptions, 'content' | 'store' | 'models' | 'clock'>,
  { ownerId, request }: { ownerId: string; request: InterviewRequest },
): Promise<{ interview: Interview; held: HeldContent }> {
  const { content, models, clock } = options
  const { track, level, minutes, mode, persona, company, language, question, framework } = request
  if (language !== 'en' && models.interviewer === null)
    throw new Problem(
      409,
      'needs-a-model',
      `The rule-based interviewer speaks English only; connect a model for an interview in ${languageNames[language].english}.`,
    )
  const rubric = content.rubrics.get(track)
  if (rubric === undefined) throw new NotFoundError(`There is no track ${track}.`)
  const plan = planFor(rubric, minutes)
  const bank = content.questions.filter((one) => one.track === track && (one.framework ?? framework) === framework)
  if (plan === undefined) {
    const offered = offeredPlans(rubric, bank.length).map((one) => one.minutes)
    throw new ConflictError(`${rubric.title} has no interview of ${minutes} minutes; it offers ${offered.join(', ')}.`)
  }
  const avoid = await askedOfLate(options, { ownerId, track })
  const questions = chooseQuestions({ content, track, level, plan, question, framework, avoid, pick: (n) => randomInt(n) })
  const held = holdContent(content, questions)
  const studied = (await options.store.listGuideReadings(ownerId)).filter((reading) => reading.track === track)
  const interview: Interview = {
    id: randomUUID(),
    ownerId,
    track,
    level,
    mode,
    persona,
    company,
    language,
    minutes,
    interviewer: models.interviewer === null ? 'rule-based' : 'model',
    questions: questions.map(({ id, title, opening }) => ({ id, title, text: opening, firstTurn: null })),
    prepared: questions.map(({ id }) => id).filter((id) => studied.some((reading) => reading.question === id)),
    schedule: scheduleOf(rubric, plan),
    status: 'running',
    elapsedMs: 0,
    paused: false,
    draft: '',
    contentHash: contentHash(held),
    createdAt: clock.now(),
    endedAt: null,
    imported: null,
  }
  return { interview, held }
}

async function askedOfLate(
  { store }: Pick<ServerOptions, 'store'>,
  { ownerId, track }: { ownerId: string; track: TrackId },
): Promise<string[]> {
  const summaries = (await store.listInterviews(ownerId)).filter((summary) => summary.track === track).slice(0, remembered)
  return summaries.flatMap(({ questions }) => questions.map(({ id }) => id))
}
