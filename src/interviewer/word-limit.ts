import { wordsIn } from '#src/conduct/sentence-splitter.ts'
import { answersShortly, candidatesWords, wordsBeforeShare } from '#src/conduct/talk.ts'
import type { Move } from '#src/domain/move.ts'
import type { Phrases } from '#src/domain/phrases.ts'
import { askOf, composeWords } from './compose-words.ts'
import type { SpeakRequest } from './interviewer.ts'
import { wordsLeft } from './room-to-speak.ts'
import type { Standing } from './where-we-stand.ts'

interface Options {
  request: SpeakRequest
  standing: Standing
  phrases: Phrases
}

const mostCoachWords = 60
const mostWords = 60
/** Before the share of the words is judged. */
const mostWordsAtFirst = 40
/** A question, and hardly a word beside it: for an interviewer who has had its share. */
const leastWords = 24
const leastWordsUnjudged = 30
/** Announces the last part, and may come at any time. */
const wordsOfWrapUp = 30
/** Beside the planned words of a move. */
const wordsBeside = 8
/** A model does not count to the word, and a second call costs the candidate more than these. */
const leeway = 6
/** "Okay." and "Go on." stand beside anything. */
const wordsOfCourtesy = 3
/** What English says in so many words takes more in some languages. */
const longerElsewhere = 1.4

/** Moves that say one thing and hand back. */
const isBrief: ReadonlySet<Move['kind']> = new Set<Move['kind']>(['answer', 'listen', 'wait'])

/** How many words a turn is asked to have: by the share of the words that the interviewer has had so far, and never too few for what it must say. */
export function wordLimit(move: Move, options: Options): number {
  if (move.kind === 'coach') return mostCoachWords
  const planned = plannedWords(move, options) + wordsBeside
  return isBrief.has(move.kind) ? planned : Math.max(usualLimit(options), planned)
}

/** How many it may have before what could be left out is: once the interviewer has had its share, what the move is for and hardly a word beside. */
export function wordsAllowed(move: Move, options: Options): number {
  const limit = wordLimit(move, options)
  if (move.kind === 'coach') return limit
  const isJudged = isShareJudged(options.request.turns)
  const ownAtMost = isJudged ? mostWords : mostWordsAtFirst
  const allowed = isBrief.has(move.kind)
    ? limit
    : Math.max(limit, Math.min(limit + leeway, ownAtMost + plannedWords(move, options)))
  return isJudged && !answersShortly(options.request.turns)
    ? Math.max(wordsNeeded(move, options) + wordsOfCourtesy, Math.min(allowed, wordsOfShare(options)))
    : allowed
}

const usualQuestion = 15

/** Words of what a move is for: a question of one's own is as long as the planned one, or as questions are. */
export const wordsNeeded = (move: Move, options: Options): number =>
  move.kind === 'probe'
    ? Math.min(usualQuestion, wordsIn(askOf(move, options.standing) ?? '') || usualQuestion)
    : plannedWords(move, options)

/** How many it may have in any case: a question may be longer than there is room for, since nothing is cut within a sentence. */
export const wordsAtMost = (move: Move, options: Options): number =>
  move.kind === 'coach' ? mostCoachWords : Math.max(wordsAllowed(move, options), mostWordsAtFirst)

function usualLimit({ request, standing }: Options): number {
  const { turns } = request
  const most = isShareJudged(turns) ? mostWords : mostWordsAtFirst
  const least = isShareJudged(turns) && !answersShortly(turns) ? leastWords : leastWordsUnjudged
  return Math.max(least, Math.min(most, wordsOfShare({ request, standing })))
}

/** What is left of its share. What could be left out waits until the answers that would make room for it have been given. */
function wordsOfShare({ request: { turns }, standing }: Pick<Options, 'request' | 'standing'>): number {
  const change = standing.guide.changedRequirements.find(({ id }) => id === standing.at.change)?.say ?? ''
  return Math.floor(wordsLeft({ turns, change, isNearEnd: true }) - wordsOfWrapUp)
}

/** Words that a move brings with it; a probe is put in words of one's own. */
export function plannedWords(move: Move, options: Options): number {
  if (move.kind === 'probe') return 0
  const planned = wordsIn(composeWords(move, options))
  return options.request.interview.language === 'en' ? planned : Math.round(planned * longerElsewhere)
}

const isShareJudged = (turns: SpeakRequest['turns']): boolean => candidatesWords(turns) >= wordsBeforeShare
