import type { KeyPoint, Misconception } from '#src/domain/guide.ts'
import type { StandingCheck } from '#src/domain/rubric.ts'
import type { CompiledLexicon } from './compile-pattern.ts'
import { countFeature } from './features.ts'
import type { GuardReport } from './guards.ts'
import type { InPlace } from './in-place.ts'
import { firstInSentence, type Match, matchPattern, matchPatterns, sentenceOf } from './match-pattern.ts'
import { isContentWord } from './read-sentences.ts'
import type { Replies } from './replies.ts'
import type { TextIndex } from './text-index.ts'

/** The candidate's words made ready for judging. */
export interface Ground {
  index: TextIndex
  lexicon: CompiledLexicon
  guards: GuardReport
  /** True for what only gives back the interviewer's words. */
  repeatsInterviewer: (match: Match) => boolean
  /** True for what leaves the answer to the interviewer. */
  asksInterviewer: (match: Match) => boolean
  replies: Replies
  inPlace: InPlace
}

/** What the words alone give, before hints and probes are looked at. */
export interface Shown {
  verdict: 'yes' | 'partly' | null
  /** Passages that count for the verdict, in order. */
  matches: readonly Match[]
  /** Something matched, but the interviewer had said it first. */
  demoted: boolean
  /** Shown in part, in a reply to the question about it that leaves nothing to ask. */
  answered?: boolean
}

const nothing: Shown = { verdict: null, matches: [], demoted: false }

/** A standing check: `min` passages, one that is enough alone, or a feature that reaches its mark. */
export function judgeStandingCheck(check: StandingCheck, ground: Ground): Shown {
  const { id, shows, alone, partly, min = 1, place, feature } = check
  if (alone !== undefined) {
    const enough = judgePatterns({ id, shows: alone, partly: undefined, min: 1, ground, counts: ground.inPlace(place) })
    if (enough.verdict === 'yes') return enough
  }
  const byWords = shows === undefined ? nothing : judgePatterns({ id, shows, partly, min, ground, counts: ground.inPlace(place) })
  const byFeature = feature === undefined ? nothing : judgeFeature(feature, { ground, counts: ground.inPlace(place) })
  return rank(byWords) >= rank(byFeature) ? byWords : byFeature
}

/** A point of the question. What only names it, in a sentence that has no room for more, shows it in part. */
export const judgeKeyPoint = ({ id, shows, partly }: Pick<KeyPoint, 'id' | 'shows' | 'partly'>, ground: Ground): Shown =>
  judgePatterns({ id, shows, partly, min: 1, ground, counts: () => true, inFull: (match) => !onlyNames(match) })

/** Fewer words name a thing ("We cut the list.") and do not say what it does here, or why. */
const fewestWords = 5
/** Figures and signs say in notes what takes words in a sentence ("reads ~100x writes"); a question may be all that is wanted. */
const saysMore = /[\d?<>=→~:/]/

/** Code is as short as it can be. */
function onlyNames({ segment: { tokens, text, artifact }, first, last }: Match): boolean {
  if (artifact !== undefined) return false
  let from = first
  let to = last
  while (to - from + 1 < fewestWords && tokens[from - 1]?.sentence === tokens[first]?.sentence && from > 0) from--
  while (to - from + 1 < fewestWords && tokens[to + 1]?.sentence === tokens[last]?.sentence && to + 1 < tokens.length) to++
  return to - from + 1 < fewestWords && !saysMore.test(text.slice(tokens[from]?.start, (tokens[to]?.end ?? 0) + 1))
}

const rank = ({ verdict }: Shown): number => (verdict === 'yes' ? 2 : verdict === 'partly' ? 1 : 0)

function judgePatterns(options: {
  /** Of the check. */
  id: string
  shows: readonly string[]
  partly: readonly string[] | undefined
  min: number
  ground: Ground
  /** False for passages that stand where the check does not count. */
  counts: (match: Match) => boolean
  /** False for passages that show it in part at most. */
  inFull?: (match: Match) => boolean
}): Shown {
  const { id, shows, partly, min, ground, counts, inFull = () => true } = options
  // What only gives back the interviewer's words must not stand in the way of what the same sentence says besides.
  const isOwn = (match: Match): boolean => counts(match) && !ground.repeatsInterviewer(match)
  const told = passages(shows, ground)
  const own = told.filter(isOwn)
  const full = firstInSentence(own.filter(inFull))
  if (full.filter(isSaid).length >= min) return { verdict: 'yes', matches: full, demoted: false }
  const replies = ground.replies(id, shows).filter(({ match }) => isOwn(match) && !ground.asksInterviewer(match))
  const answered = replies.some(({ answers }) => answers)
  const whole = replies.flatMap((reply) => (reply.inFull && inFull(reply.match) ? [reply.match] : []))
  const together = firstInSentence([...full, ...whole])
  if (together.filter(isSaid).length >= min) return { verdict: 'yes', matches: together, demoted: false }
  const inPart = own.length > 0 ? own : replies.map(({ match }) => match)
  if (inPart.length > 0) return { verdict: 'partly', matches: firstInSentence(inPart), demoted: false, answered }
  const begun = passages(partly ?? [], ground)
  const ownBegun = firstInSentence(begun.filter(isOwn))
  if (ownBegun.length > 0) return { verdict: 'partly', matches: ownBegun, demoted: told.some(counts) }
  return { verdict: null, matches: [], demoted: told.some(counts) || begun.some(counts) }
}

/** What is drawn is named, and an arrow says that two parts have to do with each other: how and why is for the talk to say. */
const isSaid = ({ segment }: Match): boolean => segment.form === 'said'

const passages = (patterns: readonly string[], { index, lexicon, asksInterviewer }: Ground): Match[] =>
  lexicon
    .patterns(patterns)
    .flatMap((pattern) => matchPattern(pattern, index))
    .filter((match) => !asksInterviewer(match))

function judgeFeature(
  feature: NonNullable<StandingCheck['feature']>,
  { ground, counts }: { ground: Ground; counts: (match: Match) => boolean },
): Shown {
  const found = countFeature(feature.id, ground.index, { lexicon: ground.lexicon, isOut: ground.guards.isOut })
  // Of questions it is the asking that counts.
  const isAsking = feature.id === 'clarifying-questions'
  const matches = found.matches.filter((match) => counts(match) && (isAsking || !ground.asksInterviewer(match)))
  const count = found.count - (found.matches.length - matches.length)
  if (matches.length === 0) return nothing
  if (count - matches.filter((match) => !isSaid(match)).length >= feature.yes) return { verdict: 'yes', matches, demoted: false }
  return count >= feature.partly ? { verdict: 'partly', matches, demoted: false } : nothing
}

/** Something false that was said, and whether it stands: with confidence, and not taken back later. */
export interface Misstatement {
  misconception: Misconception
  match: Match
  stands: boolean
}

export function findMisconceptions(misconceptions: readonly Misconception[], ground: Ground): Misstatement[] {
  return misconceptions.flatMap((misconception) => {
    const match = matchPatterns(misconception.says, ground.index, ground.lexicon).findLast(isSaid)
    return match === undefined ? [] : [{ misconception, match, stands: !isHedged(match, ground) && !isTakenBack(match, ground) }]
  })
}

const inSentence = (match: Match, cue: string, ground: Ground): boolean =>
  ground.index
    .find(ground.lexicon.cue(cue), true)
    .some((at) => at.segment === match.segment.order && match.segment.tokens[at.first]?.sentence === sentenceOf(match))

const isHedged = (match: Match, ground: Ground): boolean => inSentence(match, 'doubt', ground)

/** A later sentence takes something back and shares a content word with what was said, or stands right after it. */
function isTakenBack(match: Match, ground: Ground): boolean {
  const content = new Set(match.words.map((at) => match.segment.tokens[at]?.text ?? '').filter(isContentWord))
  const shares = ground.index.segments.map(
    ({ order, tokens }) =>
      new Set(
        tokens
          .filter(({ text, sentence }) => content.has(text) && !ground.guards.isOut(order, sentence))
          .map(({ sentence }) => sentence),
      ),
  )
  return ground.index.find(ground.lexicon.cue('retract'), true).some((at) => {
    const segment = ground.index.segments[at.segment]
    const sentence = segment?.tokens[at.first]?.sentence
    if (segment === undefined || sentence === undefined) return false
    const later = at.segment > match.segment.order || (at.segment === match.segment.order && at.first > match.last)
    if (!later) return false
    const next = at.segment === match.segment.order ? sentence - sentenceOf(match) <= 1 : false
    return next || [sentence - 1, sentence, sentence + 1].some((near) => shares[at.segment]?.has(near) === true)
  })
}
