import type { ReadSitting } from './heard.ts'

/** Why a rule cannot be decided of a transcript, or a part of it; null when it can. */
type WhyNot = (sitting: ReadSitting) => string | null

/** The lists of cue words, and what is planned to be said, are English. */
export const notEnglish: WhyNot = ({ input }) =>
  input.isEnglish ? null : 'Its words are known in English only, and the interview was held in another language.'

export const movesUnknown: WhyNot = ({ knowsMoves }) =>
  knowsMoves ? null : 'The transcript does not hold the interviewer’s moves.'

/** Facts, key points and hints are those of the guide. */
export const guideUnknown: WhyNot = ({ input: { questions } }) => {
  const lacking = questions.flatMap(({ guide }, at) => (guide === null ? [at + 1] : []))
  if (lacking.length === 0) return null
  if (questions.length === 1) return 'The bank does not hold the question, so its facts, key points and hints are not known.'
  const which = lacking.length === questions.length ? 'these questions' : `question ${lacking.join(', ')}`
  return `The bank does not hold ${which}, so facts, key points and hints are not known there.`
}

export const lengthUnknown: WhyNot = ({ input }) =>
  input.minutes === null ? 'The transcript does not say how long the interview was meant to be.' : null

/** Why the times cannot be checked; null when they can. */
export const clockUnknown: WhyNot = ({ heard, input }) =>
  input.minutes === null || heard.some(({ elapsedMs }) => elapsedMs === null) ? 'The transcript does not hold the times.' : null

export const notOver: WhyNot = ({ input, knowsMoves }) => {
  if (input.isOver === false) return 'The interview is not over.'
  return input.isOver === null && !knowsMoves ? 'The transcript does not say whether it holds the end.' : null
}

/** A close is told by its move, or else by its words. */
export const closeUnknown: WhyNot = (sitting) => (sitting.knowsMoves ? null : notEnglish(sitting))

export const phasesUnknown: WhyNot = (sitting) =>
  notOver(sitting) ??
  (sitting.knowsMoves && sitting.input.schedule !== null ? null : 'The phases of the interview are not known.')

/** The first reason that there is. */
export const firstOf =
  (...reasons: readonly WhyNot[]): WhyNot =>
  (sitting) =>
    reasons.reduce<string | null>((found, reason) => found ?? reason(sitting), null)
