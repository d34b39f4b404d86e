import type { Guide } from '#src/domain/guide.ts'
import { parsePattern } from '#src/domain/pattern.ts'
import type { CompiledLexicon } from './compile-pattern.ts'
import { isContentWord, type Sentence, wordsOf } from './read-sentences.ts'
import { type InterviewerWords, stem } from './said-before.ts'
import { isNumber, tokenise } from './tokenise.ts'

/** What an interview is about, and how little a passage may have to do with it. */
export interface Topic {
  guide: Guide
  /** Of a passage of so many words, the share of telling words that must be heard elsewhere too, 0 to 1. */
  heardElsewhere: readonly { words: number; share: number }[]
}

/** Of fewer telling words a share says nothing. */
const fewestTelling = 12
/** Of a conversation of fewer words nobody can say what it is about. */
const shortestRest = 150

const known = new WeakMap<Guide, ReadonlySet<string>>()

/**
 * The sentences of passages that are an answer to something else: hardly one of their telling words stands in the question, its guide, or the rest
 * of the conversation. Telling are content words that not every interview holds (the cue list "any-interview"). Found by comparing honest answers
 * of labelled interviews with answers to other questions put in their place.
 */
export function sentencesApart(
  sentences: readonly Sentence[],
  options: { lexicon: CompiledLexicon; interviewerSaid: readonly InterviewerWords[]; topic: Topic },
): Set<Sentence> {
  const { lexicon, interviewerSaid, topic } = options
  const common = new Set(lexicon.cue('any-interview').phrases.map(({ words }) => stemOf(words[0])))
  const telling = (words: readonly string[]): string[] =>
    words.flatMap((word) => (isContentWord(word) && !isNumber(word) && !common.has(stem(word)) ? [stem(word)] : []))
  const heard = new Set([
    ...guideStems(topic.guide),
    ...interviewerSaid.flatMap(({ text }) => telling(tokenise(text).map((token) => token.text))),
  ])
  const turns = new Map<number, Sentence[]>()
  for (const sentence of sentences) {
    const said = turns.get(sentence.segment.turn)
    if (said === undefined) turns.set(sentence.segment.turn, [sentence])
    else said.push(sentence)
  }
  /** Stem -> the turns that hold it. */
  const places = new Map<string, Set<number>>()
  const tellingIn = new Map<Sentence, string[]>()
  for (const sentence of sentences) {
    const stems = telling(wordsOf(sentence))
    tellingIn.set(sentence, stems)
    for (const one of stems) places.set(one, (places.get(one) ?? new Set()).add(sentence.segment.turn))
  }
  const total = sentences.reduce((sum, { first, last }) => sum + last - first + 1, 0)

  const apart = new Set<Sentence>()
  for (const [turn, said] of turns) {
    const own = said.reduce((sum, { first, last }) => sum + last - first + 1, 0)
    if (total - own < shortestRest) continue
    const isHeard = (one: string) => heard.has(one) || (places.get(one)?.size ?? 0) > (places.get(one)?.has(turn) ? 1 : 0)
    for (const { words, share } of topic.heardElsewhere)
      for (const from of own < words ? [] : said.keys()) {
        const run = runFrom(said, { from, words })
        const stems = new Set(run.flatMap((sentence) => tellingIn.get(sentence) ?? []))
        if (stems.size < fewestTelling) continue
        if ([...stems].filter(isHeard).length / stems.size < share) for (const sentence of run) apart.add(sentence)
      }
    // What stands between two such passages belongs to them, even where it happens to use words that were heard.
    const ends = [
      said.findIndex((sentence) => apart.has(sentence)),
      said.findLastIndex((sentence) => apart.has(sentence)),
    ] as const
    if (ends[0] !== -1) for (const sentence of said.slice(ends[0], ends[1] + 1)) apart.add(sentence)
  }
  return apart
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
  const looked = guide.keyPoints
    .flatMap(({ shows, partly = [] }) => [...shows, ...partly])
    .flatMap((source) => parsePattern(source).groups)
    .flatMap(({ phrases }) => phrases.flatMap((phrase) => ('words' in phrase ? phrase.words.map(stemOf) : [])))
  const stems = new Set([...texts.flatMap((text) => tokenise(text).map((token) => stem(token.text))), ...looked])
  known.set(guide, stems)
  return stems
}

const stemOf = (word: { text: string } | { kind: 'number' } | undefined): string =>
  word !== undefined && 'text' in word ? stem(word.text) : ''
