import { type AssumedFact, assumedFacts } from '#src/conduct/assumed-facts.ts'
import type { Guide } from '#src/domain/guide.ts'
import { isEnglish, type Language } from '#src/domain/language.ts'
import type { Lexicon } from '#src/domain/lexicon.ts'
import type { Phrases } from '#src/domain/phrases.ts'
import type { Rubric } from '#src/domain/rubric.ts'
import { isCandidatesOwn, type Turn } from '#src/domain/turn.ts'
import { analyseTurn, readsAsQuestion } from '#src/evidence/analyse-turn.ts'
import { compileLexicon } from '#src/evidence/compile-pattern.ts'
import { factsLookedFor, type LookingWords, wantsToSee } from '#src/evidence/facts-looked-for.ts'
import { guardSegments } from '#src/evidence/guards.ts'
import { looksBack } from '#src/evidence/looks-back.ts'
import { matchesAny } from '#src/evidence/match-pattern.ts'
import { mayAskForFacts } from '#src/evidence/may-ask-for.ts'
import { isNothingBut } from '#src/evidence/nothing-but.ts'
import { observeTurn } from '#src/evidence/observe-turn.ts'
import { recogniseFacts } from '#src/evidence/recognise-facts.ts'
import { stepsIn, stepsNamedIn, stepWords } from '#src/evidence/steps-in.ts'
import { tellingWords } from '#src/evidence/telling-words.ts'
import { tokeniseSegments } from '#src/evidence/tokenise-segments.ts'
import { tellsOfPast } from '#src/evidence/told-sentence.ts'
import { triesAnswer } from '#src/evidence/tries-answer.ts'
import { besideThanks } from './beside-thanks.ts'
import { endsFor } from './ends-for.ts'
import { type PastAsked, pastAsked } from './look-back.ts'
import { partsHeaded, partWanted } from './part-wanted.ts'
import { sentencesOf } from './quote.ts'
import { type AskedAtEnd, askedAtEnd } from './reply-words.ts'
import type { LastAnswer } from './standpoint.ts'
import { type Asks, checksMeaning, kindOf, longestQuestion } from './turn-kind.ts'

/** What one candidate turn does in the conversation, as far as an interviewer acts on it at once. */
export interface Reading {
  kind: LastAnswer['kind']
  /** The same where the interviewer had put a question: then "strings?" tries an answer, and "yes" is one. */
  kindWhenAsked: LastAnswer['kind']
  words: number
  /** The same of what it says beside thanks, as a turn of the wrap-up, where a question needs no mark. */
  besideThanks: { kind: LastAnswer['kind']; words: number }
  /** Facts asked for, in order. */
  facts: readonly string[]
  /** The same with those that it wants to be shown without asking. */
  lookedFor: readonly string[]
  /** Facts of which it takes something else for given. */
  assumed: readonly AssumedFact[]
  /** Of the facts asked for the ones that it wants to know as they were. */
  past: Pick<PastAsked, 'facts' | 'unnamed'>
  /** Steps of the guide that it takes, in order. */
  steps: readonly string[]
  /** Steps of the guide that it speaks of, these and those that it refuses, weighs or puts off. */
  stepsNamed: readonly string[]
  /** Every sentence asks something. */
  onlyAsks: boolean
  /** Wants to know what has become of things, whatever of them. */
  asksOutcome: boolean
  /** Its last sentence asks nothing and wants to see something at once. */
  looks: boolean
  /** Its last sentence asks what the candidate may or should do. */
  asksOwnMove: boolean
  /** It wants to know what the question is about. */
  asksMeaning: boolean
  /** Of a story it does not tell what was asked for, or says that there was none. */
  declines: boolean
  /** May ask for others, which its words do not name. */
  mayAskForFacts: boolean
  flowing: boolean
  /** Per check that the turn touched, the sentence that did. */
  touched: ReadonlyMap<string, string>
  /** Long, and neither a point of the question nor a thing of the trade in it. */
  wanders: boolean
  /** Shows a point of the question, or names a thing of the trade; a story need not. */
  isOnTask: boolean
  /** The text without the sentences that a guard took out. */
  quotable: string
  /** Wants the solution, or to know whether something was right. */
  asksForAnswer: boolean
  /** The phase of the track to which its last sentence wants to go, by its id; null when it names none. */
  partWanted: string | null
  /** The same of its first sentence, behind which it may have begun there. */
  partBegun: string | null
  /** The parts of the work under whose names it says something, in order. */
  partsHeaded: readonly string[]
  /** Wants to hear something again. */
  asksAgain: boolean
  /** Makes sure what the question means, and says nothing behind it. */
  checksMeaning: boolean
  /** Wants leave to do something, or to go into something. */
  asksLeave: boolean
  /** Leaves it to the interviewer what comes first. */
  offersChoice: boolean
  askedAtEnd: AskedAtEnd
  /** Wants to know how much time is left. */
  asksForTime: boolean
  /** Asks about the company or its people. */
  asksOfCompany: boolean
  /** The same in the middle of a story, in one of its sentences. */
  asksOfCompanyMidway: boolean
}

interface Against {
  guide: Guide
  rubric: Rubric
  lexicon: Lexicon
  phrases: Phrases
  /** What the interview is held in. English when unsaid. */
  language?: Language
}

/** Turns are immutable once stored, so each is read once for a guide. */
const known = new WeakMap<Turn, { guide: Guide; lexicon: Lexicon; reading: Reading }>()

const keptOf = (turn: Turn, { guide, lexicon }: Pick<Against, 'guide' | 'lexicon'>): Reading | null => {
  const kept = known.get(turn)
  return kept?.guide === guide && kept.lexicon === lexicon ? kept.reading : null
}

/** Whether reading it again takes no time. */
export const isRead = (turn: Turn, against: Pick<Against, 'guide' | 'lexicon'>): boolean => keptOf(turn, against) !== null

export function readTurn(turn: Turn, against: Against): Reading {
  const kept = keptOf(turn, against)
  if (kept !== null) return kept
  const reading = read(turn, against)
  known.set(turn, { guide: against.guide, lexicon: against.lexicon, reading })
  return reading
}

/** Of two thousand turns of labelled transcripts and sample answers none so long names so few things and shows nothing. */
const longWords = 80
const mostThingsBeside = 1

function read(turn: Turn, { guide, rubric, lexicon, phrases, language }: Against): Reading {
  const { text, artifacts } = turn
  const against = { guide, rubric, lexicon, phrases }
  const { lookedAt, ...past } = pastAsked(text, {
    looksBack: (sentence) => looksBack(sentence, { steps: guide.steps, lexicon, phrases }),
    factsIn: (sentence) => lookedFor(sentence, against, factsAskedFor(sentence, against)),
  })
  const facts = factsAskedFor(lookedAt, against)
  const ofWords = analyseTurn(text, lexicon)
  // Lunch, a film or the weekend may be where a story happened.
  const isOfStory = rubric.oneStory === true && ofWords.questions === 0 && tellsOfPast(text, lexicon)
  const analysis = { ...ofWords, offTopic: ofWords.offTopic && !isOfStory }
  const { checks } = observeTurn({ text, artifacts, guide, rubric, lexicon, interviewerSaid: [] })
  const showsSomething = artifacts.some(isCandidatesOwn) || checks.some(({ source }) => source === 'key-point')
  const sentences = sentencesOf(text)
  const [partBegun, partNamed] = [sentences[0], sentences.at(-1)].map((sentence) =>
    partWanted(sentence ?? '', { rubric, lexicon, phrases }),
  )
  const ends = endsFor(text, { lexicon, phrases })
  const asks: Asks = (key, words = text) => matchesAny(phrases[key] ?? [], words, lexicon)
  const toKind = {
    analysis,
    text,
    facts,
    showsSomething,
    asks,
    ends,
    acknowledges: isNothingBut(phrases.acknowledged ?? [], text, lexicon),
    // What shows a point of the question is an answer, unless it names the part that it wants.
    wantsOn: partNamed != null || (!showsSomething && ends.on),
  }
  const rest = besideThanks(text, { lexicon, phrases })
  // "It was a good talk with her" may be the whole of an answer: before the wrap-up only thanks, the first of the patterns, take leave.
  const thanks = phrases['thanks-said']?.slice(0, 1) ?? []
  const isFarewell = rest === '' && analysis.words >= fewestOfFarewell && matchesAny(thanks, text, lexicon)
  const inTurn = (over: { answers: boolean; tries: boolean }) => {
    const kind = kindOf({ ...toKind, ...over })
    return kind === 'answer' && isFarewell ? 'done' : kind
  }
  const kind = inTurn({ answers: false, tries: false })
  const ofRest = rest === text ? analysis : analyseTurn(rest, lexicon)
  const kindOfRest =
    rest === text ? kind : kindOf({ ...toKind, analysis: ofRest, text: rest, wantsOn: false, answers: false, tries: false })
  const asksUnmarked = kindOfRest === 'answer' && ofRest.questions > 0 && ofRest.words <= longestQuestion && !showsSomething
  const endsInThanks = besideThanks(sentences.at(-1) ?? '', { lexicon, phrases }) === ''
  const takesLeave = kindOfRest === 'answer' && endsInThanks && ofRest.words < fewestAdded && (analysis.done || !showsSomething)
  return {
    kind,
    besideThanks: { kind: asksUnmarked ? 'question' : takesLeave ? 'done' : kindOfRest, words: ofRest.words },
    kindWhenAsked: inTurn({ answers: true, tries: triesAnswer(text, lexicon) }),
    words: analysis.words,
    facts,
    lookedFor: lookedFor(lookedAt, against, facts),
    // What is thought of a running system is a theory.
    assumed: rubric.observed === true || isAccount(text) ? [] : assumedFacts(text, { facts: guide.facts, lexicon, phrases }),
    past,
    steps: stepsIn(text, { steps: guide.steps, lexicon, words: stepWords(phrases) }),
    stepsNamed: stepsNamedIn(text, { steps: guide.steps, lexicon }),
    onlyAsks: sentences.every((sentence) => readsAsQuestion(sentence, lexicon)),
    asksOutcome: asksOutcome(text, { lexicon, phrases }),
    looks: looksAtSomething(text, { lexicon, phrases }),
    asksOwnMove: matchesAny(phrases['own-move-asked'] ?? [], sentencesOf(text).at(-1) ?? '', lexicon),
    mayAskForFacts: mayAskForFacts(text, { observed: rubric.observed === true, lexicon, wanting: phrases['fact-wanted'] ?? [] }),
    flowing: breaksOff(text, analysis.words),
    touched: new Map(
      checks.flatMap(({ check, evidence: [first] }) => (first === undefined ? [] : [[check, first.quote] as const])),
    ),
    wanders: analysis.words >= longWords && analysis.things <= mostThingsBeside && !showsSomething && rubric.id !== 'behavioral',
    isOnTask: showsSomething || analysis.things > 0 || rubric.id === 'behavioral',
    quotable: withoutGuarded(turn, { lexicon, language }),
    asksForAnswer: analysis.asksForAnswer || ends.need === 'plea',
    partWanted: partNamed ?? null,
    partBegun: partBegun ?? null,
    partsHeaded: partsHeaded(text, rubric),
    asksAgain: asks('told-again'),
    checksMeaning: checksMeaning(text, asks),
    asksLeave: asks('leave-asked'),
    offersChoice: matchesAny(phrases['choice-asked'] ?? [], sentencesOf(text).at(-1) ?? '', lexicon),
    askedAtEnd: askedAtEnd(text, { lexicon, phrases }),
    asksMeaning: asks('meaning-asked'),
    declines: rubric.oneStory === true && analysis.words <= longestDecline && asks('declined'),
    asksForTime: asks('time-left-asked'),
    asksOfCompany: asks('company-asked'),
    asksOfCompanyMidway: rubric.oneStory === true && sentences.some((sentence) => asksOfCompany(sentence, { lexicon, phrases })),
  }
}

/** Sentence by sentence, since a "how many" must not reach into the next question; all at once when that finds nothing. */
function factsAskedFor(text: string, against: Against): string[] {
  const { guide, lexicon, phrases } = against
  const sentences = sentencesOf(text)
  const asking = sentences
    .map((sentence, at) => ({ sentence, before: sentences[at - 1] ?? '', next: sentences[at + 1] }))
    .filter(({ sentence, next }) => !(sentence.endsWith('?') && isAnsweredBy(next)))
    .filter(
      ({ sentence }) => !isAccount(text) || sentence.endsWith('?') || matchesAny(phrases['fact-wanted'] ?? [], sentence, lexicon),
    )
  const named = (asked: string) => recogniseFacts(asked, guide.facts, lexicon)
  const each = asking.flatMap(({ sentence, before }) => {
    const own = named(sentence)
    return own.length === 0 && pointsBack(sentence, { before, ...against }) ? named(`${before.replace(/[.!]+$/, '')}?`) : own
  })
  const isWhole = each.length === 0 && asking.length === sentences.length
  return isWhole ? recogniseFacts(text, guide.facts, lexicon) : [...new Set(each)]
}

/** In more words somebody gives an account, in which what is not asked outright is told. */
const longestAsking = 150
const isAccount = (text: string): boolean => text.split(/\s+/).length > longestAsking

/** More carry a question of their own. */
const mostWordsPointing = 1

/** Where a running system is looked at, "What do I see?" asks for what the sentence before it names. */
function pointsBack(sentence: string, { before, rubric, lexicon, phrases }: Against & { before: string }): boolean {
  const says = (key: string) => matchesAny(phrases[key] ?? [], sentence, lexicon)
  const isLook = rubric.observed === true && sentence.endsWith('?') && !before.endsWith('?')
  const isPointing = isLook && tellingWords(sentence).size <= mostWordsPointing
  return isPointing && !says('outcome-asked') && !says('check-in') && !analyseTurn(sentence, lexicon).asksForAnswer
}

/**
 * With what a sentence wants to be shown. In a round in which the interviewer holds what is looked at, saying so is enough; in a longer turn it must be
 * what the turn comes to, or several things.
 */
function lookedFor(text: string, against: Against, asked: readonly string[]): string[] {
  const { guide, rubric, lexicon, phrases } = against
  const words = lookingWords({ rubric, phrases })
  const sentences = sentencesOf(text)
  const looks = sentences.map((sentence) => factsLookedFor(sentence, { facts: guide.facts, lexicon, words }))
  const isMeant =
    text.split(/\s+/).length <= longestQuestion ||
    looks.at(-1)?.length !== 0 ||
    (!isAccount(text) && new Set(looks.flat()).size > 1)
  if (!isMeant) return [...asked]
  const each = sentences.flatMap((sentence, at) => [
    ...(asked.length > 0 ? recogniseFacts(sentence, guide.facts, lexicon).filter((id) => asked.includes(id)) : []),
    ...(looks[at] ?? []),
  ])
  return [...new Set([...each, ...asked])]
}

const lookingWords = ({ rubric, phrases }: Pick<Against, 'rubric' | 'phrases'>): LookingWords => ({
  requests: phrases['fact-wanted'] ?? [],
  looks: rubric.observed === true ? (phrases['looked-for'] ?? []) : [],
  notNow: phrases['looked-for-later'] ?? [],
  asAsked: phrases['looked-for-asks']?.[0] ?? '',
})

function asksOutcome(text: string, { lexicon, phrases }: Pick<Against, 'lexicon' | 'phrases'>): boolean {
  const sentences = sentencesOf(text)
  const says = (key: string, sentence = '') => matchesAny(phrases[key] ?? [], sentence, lexicon)
  return (
    sentences.some((sentence) => says('outcome-asked', sentence) && readsAsQuestion(sentence, lexicon)) ||
    says('outcome-looked-for', sentences.at(-1))
  )
}

const asksOfCompany = (sentence: string, { lexicon, phrases }: Pick<Against, 'lexicon' | 'phrases'>): boolean =>
  matchesAny(phrases['company-asked-midway'] ?? [], sentence, lexicon) && readsAsQuestion(sentence, lexicon)

/** In plainer words than those by which an entry of the fact sheet is looked for: here nothing else tells that a look is meant. */
function looksAtSomething(text: string, { lexicon, phrases }: Pick<Against, 'lexicon' | 'phrases'>): boolean {
  const last = sentencesOf(text).at(-1) ?? ''
  const words = {
    requests: phrases['fact-wanted'] ?? [],
    looks: phrases['look-announced'] ?? [],
    notNow: phrases['looked-for-later'] ?? [],
  }
  return !last.endsWith('?') && wantsToSee(last, { lexicon, words })
}

/** "Traffic? Flat." and "Hash? No, collisions.": whoever answers their own question does not ask it. */
const isAnsweredBy = (next: string | undefined): boolean =>
  next !== undefined &&
  !next.endsWith('?') &&
  (/^(?:no|yes|nope|yep|nah|probably)\b/i.test(next) || next.split(/\s+/).length <= 2)

/** A word of thanks takes leave of nothing. */
const fewestOfFarewell = 8
/** "Fair enough" before a farewell adds nothing. */
const fewestAdded = 12
/** In more words somebody tells something all the same. */
const longestDecline = 25

/** In mid-thought: the text stops at a comma, a colon, an ellipsis or a joining word. */
const breaksOff = (text: string, words: number): boolean =>
  words >= 30 && /(?:[,:;…–—-]|\.\.\.|\b(?:and|but|so|then|because|first|next|or|also))\s*$/i.test(text)

function withoutGuarded(turn: Turn, { lexicon, language = 'en' }: Pick<Against, 'lexicon' | 'language'>): string {
  const segments = tokeniseSegments([{ turn: turn.turn, text: turn.text }])
  const { isOut } = guardSegments(segments, {
    lexicon: compileLexicon(lexicon),
    interviewerSaid: [],
    isEnglish: isEnglish(language),
  })
  const tokens = segments[0]?.tokens ?? []
  return tokens
    .map(({ start, sentence }, at) =>
      isOut(0, sentence) ? '\n' : turn.text.slice(start, tokens[at + 1]?.start ?? turn.text.length),
    )
    .join('')
    .trim()
}
