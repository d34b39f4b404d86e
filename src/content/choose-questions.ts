import type { Question } from '#src/domain/guide.ts'
import type { Plan } from '#src/domain/rubric.ts'
import type { Level, TrackId } from '#src/domain/track.ts'
import { ConflictError, NotFoundError } from '#src/errors.ts'
import type { Content } from './content.ts'

export interface QuestionChoice {
  content: Content
  track: TrackId
  level: Level
  plan: Plan
  /** The id of the one to begin with; unsaid means any. */
  question?: string | undefined
  /** Ids tried of late, the latest first. */
  avoid: readonly string[]
  /** A whole number from 0 up to, and without, `n`. */
  pick: (n: number) => number
}

/**
 * The questions of one interview: the one asked for first, then those that fit the level, fresh ones before those tried of late.
 * Throws NotFoundError when the one asked for is not in the track, ConflictError when the bank holds too few.
 */
export function chooseQuestions({ content, track, level, plan, question, avoid, pick }: QuestionChoice): Question[] {
  const bank = content.questions.filter((candidate) => candidate.track === track)
  const requested = bank.filter((candidate) => candidate.id === question)
  if (question !== undefined && requested.length === 0)
    throw new NotFoundError(`There is no question "${question}" in the track ${track}.`)
  if (bank.length < plan.questions)
    throw new ConflictError(
      `The track ${track} holds ${bank.length} question(s); ${plan.minutes} minutes need ${plan.questions}.`,
    )
  const others = bank.filter((candidate) => candidate.id !== question)
  const isFresh = (candidate: Question) => !avoid.includes(candidate.id)
  const fits = (candidate: Question) => candidate.levels.includes(level)
  const longestAgoFirst = (a: Question, b: Question) => avoid.indexOf(b.id) - avoid.indexOf(a.id)
  const ordered = [fits, (candidate: Question) => !fits(candidate)].flatMap((group) => {
    const members = others.filter(group)
    return [...shuffled(members.filter(isFresh), pick), ...members.filter((member) => !isFresh(member)).sort(longestAgoFirst)]
  })
  return [...requested, ...ordered].slice(0, plan.questions)
}

function shuffled<T>(items: readonly T[], pick: (n: number) => number): T[] {
  const left = [...items]
  return items.flatMap(() => left.splice(pick(left.length), 1))
}
