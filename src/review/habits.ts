import { type Habit, type HabitReport, type HabitRule, habitRules } from '#src/domain/review.ts'
import type { Evidence } from '#src/domain/score.ts'
import { findDodged, findHedgeFirst, findJargon, findLongAnswer } from './answer-habits.ts'
import { findFiller, findNoQuestions } from './course-habits.ts'
import type { ReviewInput } from './review-input.ts'
import { findNoEnding, findNoRole, findNoSoWhat, findNoTension, findSameStory, findWe } from './story-habits.ts'

/** A habit in the words that show it, with what was counted. */
export interface HabitFinding {
  evidence: Evidence
  count: number
  /** Words to name in the sentence that tells it. */
  words?: string
}

export interface HabitTask {
  input: ReviewInput
  /** The count from which on it is told. */
  from: number
}

const finders: Record<HabitRule, (task: HabitTask) => HabitFinding[]> = {
  'long-answer': findLongAnswer,
  filler: findFiller,
  we: findWe,
  'no-questions': findNoQuestions,
  'no-tension': findNoTension,
  dodged: findDodged,
  'no-role': findNoRole,
  jargon: findJargon,
  'hedge-first': findHedgeFirst,
  'same-story': findSameStory,
  'no-ending': findNoEnding,
  'no-so-what': findNoSoWhat,
}

/** Looks for habits that cost points, whatever the question. Rules of other tracks and of other languages are named, and not looked for. */
export function habitsIn(input: ReviewInput): HabitReport {
  const { words, transcript, isEnglish } = input
  const titles = (rules: readonly HabitRule[]) => rules.map((rule) => words.habits[rule].title)
  const fitting = habitRules.filter((rule) => words.habits[rule].tracks.includes(transcript.track))
  const others = habitRules.filter((rule) => !fitting.includes(rule))
  const notLooked = others.length === 0 ? [] : [{ titles: titles(others), reason: words.notLooked.track }]
  if (!isEnglish)
    return { found: [], clear: [], notLooked: [{ titles: titles(fitting), reason: words.notLooked.language }, ...notLooked] }
  const found = fitting.flatMap((rule) => habitsOf(rule, input))
  return {
    found: found.sort((a, b) => a.evidence.turn - b.evidence.turn || a.evidence.start - b.evidence.start),
    clear: titles(fitting.filter((rule) => !found.some((one) => one.rule === rule))),
    notLooked,
  }
}

function habitsOf(rule: HabitRule, input: ReviewInput): Habit[] {
  const { title, from, fromIn, what, why, instead } = input.words.habits[rule]
  return finders[rule]({ input, from: fromIn?.[input.transcript.track] ?? from }).map(({ evidence, count, words = '' }) => ({
    rule,
    title,
    evidence,
    what: what.replaceAll('{count}', count.toLocaleString('en')).replaceAll('{words}', words),
    why,
    instead,
  }))
}
