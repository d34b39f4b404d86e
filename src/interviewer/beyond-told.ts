import type { Guide, KeyPoint } from '#src/domain/guide.ts'
import type { Interview } from '#src/domain/interview.ts'
import type { Lexicon } from '#src/domain/lexicon.ts'
import { asksBeyond, checkAskedBy } from '#src/domain/move.ts'
import type { ProbeKind, Rubric } from '#src/domain/rubric.ts'
import type { Turn } from '#src/domain/turn.ts'
import { asksForTold } from '#src/evidence/asks-for-told.ts'
import { compileLexicon } from '#src/evidence/compile-pattern.ts'
import { countFeature } from '#src/evidence/features.ts'
import { tellingWords } from '#src/evidence/telling-words.ts'
import { keyTermsOf, sharesTerm } from '#src/evidence/term-overlap.ts'
import { indexText } from '#src/evidence/text-index.ts'
import { tokeniseSegments } from '#src/evidence/tokenise-segments.ts'
import { leansOnTalk, sentencesOf, setsScene } from './quote.ts'
import { mostProbesOnOneCheck } from './rank-probes.ts'
import type { Reading } from './read-turn.ts'
import { decidedIn } from './spoken-of.ts'
import type { CheckState } from './standpoint.ts'

/** A question that goes beyond what was told of a point. */
export interface BeyondTold {
  check: string
  probe: ProbeKind
  ask: string
  /** What it is put to, verbatim, and whether it was said just now; null where the question says itself what it is about. */
  quote: { words: string; isFresh: boolean } | null
}

/** Kinds of planned questions that put what was told to a case of its own. */
const toACase: ReadonlySet<ProbeKind> = new Set<ProbeKind>(['counterfactual', 'scale-up', 'failure', 'operate', 'edge-case'])
/** More words at once than anybody makes up while they are watched: whether there is more behind them is the first thing to ask. */
const preparedWords = 400
/** In one part, of an interviewer who is quiet, or beside somebody who answers in a few words; else the time decides. */
const mostBesideFewWords = 1
/** An answer of fewer words, or none, says that there is little further on; one question more may show that it was that one. */
const fewestWords = 8
const mostAfterFewWords = 1
/** What its author wrote asks one step further in the words of the thing: two of them in a sentence tell nothing of it, so many do. */
const fewestOfOwn = 4

interface Options {
  /** The turns on the question, in order, and those of them in the part at hand. */
  onQuestion: readonly Turn[]
  inPhase: readonly Turn[]
  readingOf: (turn: Turn) => Reading
  guide: Guide
  questionText: string
  rubric: Rubric
  lexicon: Lexicon
  interview: Pick<Interview, 'persona'>
  sparing: boolean
  checks: readonly CheckState[]
  generalProbes: ReadonlyMap<ProbeKind, string>
}

/**
 * What may be asked of key points within the bar that were told, one question a point: first what their authors wrote for that, put to points told unasked or
 * after one question, then what else fits points told unasked. What was spoken of last comes first; of that, points that only a prepared turn told, then the
 * heavier ones. None of the part that an interview begins with, and none once such questions have brought little.
 */
export function beyondTold(options: Options): BeyondTold[] {
  const { guide, questionText, rubric, checks, inPhase, interview, sparing, onQuestion, readingOf } = options
  const isSparing = sparing || interview.persona === 'quiet'
  if (isSparing && inPhase.filter(goesBeyond).length >= mostBesideFewWords) return []
  if (hasLittleMore(onQuestion, readingOf)) return []
  const opening = rubric.phases.find(({ role }) => role === 'work')?.id
  const late = new Set(guide.keyPoints.filter(({ phase }) => phase !== opening).map(({ id }) => id))
  const told = checks.filter(
    ({ id, shown, asked, aboveBar, due }) =>
      late.has(id) && shown === 'yes' && asked < mostProbesOnOneCheck && !aboveBar && due !== 'later',
  )
  if (told.length === 0) return []
  const read = onQuestion.filter(({ speaker }) => speaker === 'candidate').map(readingOf)
  const sentences = read.flatMap(({ quotable }) => sentencesOf(quotable))
  const isTold = asksForTold(sentences, questionText)
  const isOwnTold = asksForTold(sentences, questionText, fewestOfOwn)
  const isPrepared = ({ id }: CheckState) => read.every(({ touched, words }) => !touched.has(id) || words > preparedWords)
  const lastTouched = ({ id }: CheckState) => read.findLastIndex(({ touched }) => touched.has(id))
  const ranked = told
    .map((check) => ({ check, last: lastTouched(check), rank: (isPrepared(check) ? 2 : 0) + (check.must ? 1 : 0) }))
    .sort((a, b) => b.last - a.last || b.rank - a.rank || b.check.weight - a.check.weight)
    .map(({ check }) => check)
  const own = ranked.flatMap((check) => ownBeyond(check, { guide, onQuestion, isTold: isOwnTold }) ?? [])
  const others = ranked
    .filter(({ id, asked }) => asked === 0 && !own.some(({ check }) => check === id))
    .flatMap(
      (check) => plannedBeyond(check, { guide, rubric, isTold }) ?? generalBeyond(check, { ...options, read, isTold }) ?? [],
    )
  return [...own, ...others]
}

const goesBeyond = ({ move }: Turn): boolean => asksBeyond(move)

function hasLittleMore(onQuestion: readonly Turn[], readingOf: Options['readingOf']): boolean {
  const asked = [...onQuestion.entries()].filter(([, turn]) => goesBeyond(turn)).map(([at]) => at)
  const first = asked.findIndex((at) => {
    const answer = onQuestion[at + 1]
    return answer?.speaker === 'candidate' && (readingOf(answer).kind === 'stalled' || readingOf(answer).words < fewestWords)
  })
  return first >= 0 && asked.length > first + mostAfterFewWords
}

/** The one that its author wrote for whoever told the point in full: it stands by itself. */
function ownBeyond(
  { id }: CheckState,
  { guide, onQuestion, isTold }: Pick<Options, 'guide' | 'onQuestion'> & { isTold: (ask: string) => boolean },
): BeyondTold | null {
  const own = guide.keyPoints.find((point) => point.id === id)?.beyond
  const isPut = (turn: Turn) => goesBeyond(turn) && checkAskedBy(turn.move) === id
  if (own === undefined || isTold(own.ask) || onQuestion.some(isPut)) return null
  return { check: id, probe: own.kind, ask: own.ask, quote: null }
}

/**
 * Of a point's questions the first asks for what it is about, and so does one in words of the point: that was told. In a round in which things are as they
 * are, nothing else could be the case.
 */
function plannedBeyond(
  { id, means, near, probes, presuming, leaning }: CheckState,
  { guide, rubric, isTold }: { guide: Guide; rubric: Rubric; isTold: (ask: string) => boolean },
): BeyondTold | null {
  if (rubric.observed === true) return null
  const first = guide.keyPoints.find((point) => point.id === id)?.probes[0]
  const ofPoint = tellingWords(means)
  const asksForPoint = (ask: string) => [...tellingWords(ask)].some((word) => ofPoint.has(word))
  const standsAlone = (ask: string) => setsScene(ask) || !leansOnTalk.test(ask)
  const stands = (ask: string) =>
    (near || standsAlone(ask)) && !ask.includes('{quote}') && !presuming.includes(ask) && !leaning.includes(ask)
  const found = probes
    .filter(({ kind, ask }) => toACase.has(kind) && ask !== first?.ask && ask !== first?.byItself)
    .find(({ ask }) => stands(ask) && !asksForPoint(ask) && !isTold(ask))
  return found === undefined ? null : { check: id, probe: found.kind, ask: found.ask, quote: null }
}

/** A general question about what was chosen there: after its reason where none was told, else after what would change it. */
function generalBeyond(
  { id }: CheckState,
  {
    onQuestion,
    read,
    isTold,
    lexicon,
    generalProbes,
    guide,
  }: Options & { read: readonly Reading[]; isTold: (ask: string) => boolean },
): BeyondTold | null {
  const point = guide.keyPoints.find((one) => one.id === id)
  if (point === undefined) return null
  const heard = onQuestion.filter(({ speaker }) => speaker === 'interviewer')
  for (const { touched, quotable } of read.toReversed()) {
    const telling = touched.get(id)
    if (telling === undefined) continue
    const sentences = sentencesOf(quotable)
    for (const [at, sentence] of sentences.entries()) {
      const words = choiceIn(sentence, { point, isTelling: sentence.includes(telling), lexicon })
      if (words === null || heard.some(({ text }) => text.includes(words))) continue
      const probe = isReasoned(`${sentence} ${sentences[at + 1] ?? ''}`, lexicon) ? 'counterfactual' : 'justify'
      const ask = generalProbes.get(probe)
      // What its author planned to ask is a part of what was told.
      if (ask === undefined || isTold(ask) || point.probes.some(({ kind }) => kind === probe)) continue
      return { check: id, probe, ask, quote: { words, isFresh: quotable === read.at(-1)?.quotable } }
    }
  }
  return null
}

/** What holds in one case only is not what was chosen. */
const opensWithCase = /^(?:if|when|unless)\b/i

/**
 * The claim of a sentence that begins with choosing something of the trade, in a word of the point; of what the point means where the sentence is not the one
 * that told it. Null where none does, or it does not stand alone.
 */
function choiceIn(
  sentence: string,
  { point, isTelling, lexicon: source }: { point: KeyPoint; isTelling: boolean; lexicon: Lexicon },
): string | null {
  const claim = decidedIn(sentence, source)
  if (claim === null || leansOnTalk.test(claim) || opensWithCase.test(sentence)) return null
  const { lexicon, index } = indexOf(claim, source)
  const begins = index.find(lexicon.cue('choice'), false).some(({ first }) => first === 0)
  const names = index.find(lexicon.cue('thing'), true).length > 0
  const denies = index.find(lexicon.negators, false).length > 0
  const { point: means, shows, partly = [] } = point
  const isOfPoint = sharesTerm(keyTermsOf({ means, patterns: isTelling ? [...shows, ...partly] : [] }), claim)
  return begins && names && !denies && isOfPoint ? claim : null
}

function indexOf(text: string, source: Lexicon) {
  const lexicon = compileLexicon(source)
  return { lexicon, index: indexText(tokeniseSegments([{ turn: 1, text }]), { lexicon }) }
}

function isReasoned(sentence: string, source: Lexicon): boolean {
  const { lexicon, index } = indexOf(sentence, source)
  return countFeature('reasoned-decisions', index, { lexicon, isOut: () => false }).count > 0
}
