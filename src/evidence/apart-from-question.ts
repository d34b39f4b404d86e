import type { Guide } from '#src/domain/guide.ts'
import { stemsLookedFor } from './bank-words.ts'
import type { CompiledGroup, CompiledLexicon } from './compile-pattern.ts'
import { isContentWord, type Sentence, wordsOf } from './read-sentences.ts'
import { readsAsCode } from './reads-as-code.ts'
import { type InterviewerWords, stem } from './said-before.ts'
import { indexText } from './text-index.ts'
import { isNumber, tokenise } from './tokenise.ts'
import { tokeniseSegments } from './tokenise-segments.ts'

/** What an interview is about, and how little a passage may have to do with it. */
export interface Topic {
  /** Null for a question that the bank does not hold. */
  guide: Guide | null
  /** Of a passage of so many words, the share of telling words that must be heard elsewhere too, 0 to 1. */
  heardElsewhere: readonly { words: number; share: number }[]
  /** One story: its first words bind what follows, in however many answers they were said. */
  oneStory?: boolean
}

/** Of fewer telling words a share says nothing. */
const fewestTelling = 12
/** From this share of code on, a passage is code. */
const mostlyCode = 1 / 3
/** Of a conversation of fewer words nobody can say what it is about. */
const shortestRest = 150
/** The first answer of so many words opens the talk, or in one story that by which so many were said: what it is about is known from then on. */
const shortestOpening = 80
/** What a word counts that is in the question's guide and was not heard in the talk: guides hold many words that fit other questions too. */
const onlyInGuide = 1 / 3
/** What of the share is asked for where no guide is known: honest answers then have so much less to be heard in. */
const withoutGuide = 1 / 2
/** How much more may be heard of what stands beside a passage that is about something else, for it to belong to that. */
const besideMore = 1.25

const known = new WeakMap<Guide, ReadonlySet<string>>()

/**
 * The sentences of passages that are an answer to something else: hardly one of their telling words stands in the question, its guide, or the rest
 * of the conversation. Telling are content words that not every interview holds (the cue list "any-interview"). Where the talk does not bind an
 * answer, in the one that opens it and in one on what was learnt, which may tell of another time, words of the guide count in full. Of
 * passages that are mostly code nothing is said: names in it are whatever its writer chose. Found by comparing honest answers of labelled interviews
 * with answers to other questions put in their place.
 */
export function sentencesApart(
  sentences: readonly Sentence[],
  options: { lexicon: CompiledLexicon; interviewerSaid: readonly InterviewerWords[]; topic: Topic },
): Set<Sentence> {
  const { lexicon, interviewerSaid, topic } = options
  const common = new Set(lexicon.cue('any-interview').phrases.map(({ words }) => stemOf(words[0])))
  const telling = (words: readonly string[]): string[] =>
    words.flatMap((word) => (isContentWord(word) && !isNumber(word) && !common.has(stem(word)) ? [stem(word)] : []))
  const guided = topic.guide === null ? new Set<string>() : guideStems(topic.guide)
  const least = topic.guide === null ? withoutGuide : 1
  const asked = new Set(interviewerSaid.flatMap(({ text }) => telling(tokenise(text).map((token) => token.text))))
  const turns = turnsOf(sentences)
  /** Stem -> the turns that hold it. */
  const places = new Map<string, Set<number>>()
  const tellingIn = new Map<Sentence, string[]>()
  for (const sentence of sentences) {
    const stems = telling(wordsOf(sentence))
    tellingIn.set(sentence, stems)
    for (const one of stems) places.set(one, (places.get(one) ?? new Set()).add(sentence.segment.turn))
  }
  // The question itself may be there twice, as the bank has it and as it was put.
  const askedWords = interviewerSaid.filter(({ turn }) => turn > 1).reduce((sum, { text }) => sum + tokenise(text).length, 0)
  const total = wordsIn(sentences) + (topic.oneStory === true ? askedWords : 0)
  const opening = openingOf(turns, topic)
  const onLessons = turnsAfter(lexicon.cue('ask-lesson'), interviewerSaid, lexicon)

  const apart = new Set<Sentence>()
  for (const [turn, said] of turns) {
    const own = wordsIn(said)
    const isFree = turn <= opening || onLessons(turn)
    if (total - own < shortestRest) continue
    const guide = isFree ? 1 : onlyInGuide
    const heard = (one: string): number => {
      const elsewhere = asked.has(one) || (places.get(one)?.size ?? 0) > (places.get(one)?.has(turn) ? 1 : 0)
      return elsewhere ? 1 : guided.has(one) ? guide : 0
    }
    for (const { words, share } of topic.heardElsewhere) {
      if (own < words) continue
      /** Sentence -> how many of the passages that hold it answer something else, less those that do not. */
      const balance = new Map<Sentence, number>()
      for (const from of said.keys()) {
        const run = runFrom(said, { from, words })
        if (wordsIn(run.filter(readsAsCode)) >= wordsIn(run) * mostlyCode) continue
        const stems = new Set(run.flatMap((sentence) => tellingIn.get(sentence) ?? []))
        if (stems.size < fewestTelling) continue
        const met = [...stems].reduce((sum, one) => sum + heard(one), 0)
        const counts = met / stems.size < share * least ? 1 : -1
        for (const sentence of run) balance.set(sentence, (balance.get(sentence) ?? 0) + counts)
      }
      // Honest words right before or after stand in some of those passages too, and in more others.
      for (const [sentence, counts] of balance) if (counts >= 0) apart.add(sentence)
    }
    // What stands between two such passages belongs to them, even where it happens to use words that were heard.
    const first = said.findIndex((sentence) => apart.has(sentence))
    if (first === -1) continue
    const last = said.findLastIndex((sentence) => apart.has(sentence))
    const highest = besideMore * least * Math.max(...topic.heardElsewhere.map(({ share }) => share))
    const joining = (beside: readonly Sentence[]): number => unheardFrom(beside, { tellingIn, heard, highest })
    const from = first - joining(said.slice(0, first).reverse())
    const to = last + joining(said.slice(last + 1))
    for (const sentence of said.slice(from, to + 1)) apart.add(sentence)
  }
  return apart
}

/** How many sentences next to such a passage go on with it: the most of which, taken together, hardly more was heard. */
function unheardFrom(
  beside: readonly Sentence[],
  options: { tellingIn: ReadonlyMap<Sentence, readonly string[]>; heard: (stem: string) => number; highest: number },
): number {
  const { tellingIn, heard, highest } = options
  const stems = new Set<string>()
  let most = 0
  for (const [at, sentence] of beside.entries()) {
    for (const one of tellingIn.get(sentence) ?? []) stems.add(one)
    const met = [...stems].reduce((sum, one) => sum + heard(one), 0)
    if (met <= stems.size * highest) most = at + 1
  }
  return most
}

function turnsOf(sentences: readonly Sentence[]): Map<number, Sentence[]> {
  const turns = new Map<number, Sentence[]>()
  for (const sentence of sentences) {
    const said = turns.get(sentence.segment.turn)
    if (said === undefined) turns.set(sentence.segment.turn, [sentence])
    else said.push(sentence)
  }
  return turns
}

const wordsIn = (sentences: readonly Sentence[]): number => sentences.reduce((sum, { first, last }) => sum + last - first + 1, 0)

function openingOf(turns: ReadonlyMap<number, readonly Sentence[]>, { oneStory = false }: Topic): number {
  let words = 0
  for (const [turn, said] of turns) {
    words = wordsIn(said) + (oneStory ? words : 0)
    if (words >= shortestOpening) return turn
  }
  return Number.POSITIVE_INFINITY
}

/** Tells whether the interviewer's words right before a turn hold any phrase of a list. */
function turnsAfter(
  group: CompiledGroup,
  interviewerSaid: readonly InterviewerWords[],
  lexicon: CompiledLexicon,
): (turn: number) => boolean {
  const index = indexText(tokeniseSegments(interviewerSaid), { lexicon })
  const asking = new Set(index.find(group, true).map(({ segment }) => index.segments[segment]?.turn))
  return (turn) => asking.has(turn - 1)
}

/** The fewest sentences from one on that make a passage; none when there are too few. */
function runFrom(said: readonly Sentence[], { from, words }: { from: number; words: number }): Sentence[] {
  let counted = 0
  for (let at = from; at < said.length; at++) {
    const { first = 0, last = -1 } = said[at] ?? {}
    counted += last - first + 1
    if (counted >= words) return said.slice(from, at + 1)
  }
  return []
}

function guideStems(guide: Guide): ReadonlySet<string> {
  const before = known.get(guide)
  if (before !== undefined) return before
  const texts = [...guide.facts.map(({ fact }) => fact), ...guide.keyPoints.map(({ point }) => point)]
  const stems = new Set([...texts.flatMap((text) => tokenise(text).map((token) => stem(token.text))), ...stemsLookedFor(guide)])
  known.set(guide, stems)
  return stems
}

const stemOf = (word: { text: string } | { kind: 'number' } | undefined): string =>
  word !== undefined && 'text' in word ? stem(word.text) : ''
