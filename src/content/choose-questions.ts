import type { Question } from '#src/domain/guide.ts'
import type { Plan } from '#src/domain/rubric.ts'
import type { Framework } from '#src/domain/topic.ts'
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
  /** Questions on this framework are drawn too; on none when unsaid. */
  framework?: Framework | undefined
  /** Ids tried of late, the latest first. */
  avoid: readonly string[]
  /** A whole number from 0 up to, and without, `n`. */
  pick: (n: number) => number
}

/**
 * The questions of one interview, the easier before the harder; the one asked for comes first. Those that fit the level are drawn before
 * the others, fresh ones before those tried of late, and topics by how often interviews touch them.
 * Throws NotFoundError when the one asked for is not in the track, ConflictError when the bank holds too few.
 */
export function chooseQuestions(choice: QuestionChoice): Question[] {
  const { content, track, level, plan, question, framework, avoid } = choice
  const inTrack = content.questions.filter((candidate) => candidate.track === track)
  const requested = inTrack.filter((candidate) => candidate.id === question)
  if (question !== undefined && requested.length === 0)
    throw new NotFoundError(`There is no question "${question}" in the track ${track}.`)
  const others = inTrack.filter(
    (candidate) => candidate.id !== question && (candidate.framework === undefined || candidate.framework === framework),
  )
  const held = requested.length + others.length
  if (held < plan.questions)
    throw new ConflictError(`The track ${track} holds ${held} question(s); ${plan.minutes} minutes need ${plan.questions}.`)
  const isFresh = (candidate: Question) => !avoid.includes(candidate.id)
  const fits = (candidate: Question) => candidate.levels.includes(level)
  const longestAgoFirst = (a: Question, b: Question) => avoid.indexOf(b.id) - avoid.indexOf(a.id)
  const order = drawing(choice)
  const ordered = [fits, (candidate: Question) => !fits(candidate)].flatMap((group) => {
    const members = others.filter(group)
    return [...order.draw(members.filter(isFresh)), ...members.filter((member) => !isFresh(member)).sort(longestAgoFirst)]
  })
  const drawn = ordered.slice(0, plan.questions - requested.length)
  return [...requested, ...drawn.sort((a, b) => a.difficulty - b.difficulty)].slice(0, plan.questions)
}

/** Weight of a topic for which no figure is published. */
const usualFocus = 50
/** A framework that was chosen is meant to come up. */
const frameworkFocus = 100

/** Draws without replacement. A topic's weight is halved each time it comes, so that a round of seven is not five about databases. */
function drawing({ content, pick }: Pick<QuestionChoice, 'content' | 'pick'>) {
  const focusOf = new Map(content.topics.topics.map(({ id, focus }) => [id, focus ?? usualFocus]))
  const times = new Map<string, number>()
  const weightOf = ({ topics: [topic = ''], framework }: Question): number => {
    const focus = framework === undefined ? (focusOf.get(topic) ?? usualFocus) : frameworkFocus
    return Math.max(1, Math.round(focus / 2 ** (times.get(topic) ?? 0)))
  }
  const drawOne = (left: Question[]): Question => {
    let at = pick(left.reduce((sum, one) => sum + weightOf(one), 0))
    const index = left.findIndex((one) => {
      at -= weightOf(one)
      return at < 0
    })
    return left.splice(index, 1)[0] as Question
  }
  return {
    draw: (from: readonly Question[]): Question[] => {
      const left = [...from]
      return from.map(() => {
        const drawn = drawOne(left)
        const [topic = ''] = drawn.topics
        times.set(topic, (times.get(topic) ?? 0) + 1)
        return drawn
      })
    },
  }
}
