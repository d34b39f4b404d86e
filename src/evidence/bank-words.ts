import type { Question } from '#src/domain/guide.ts'
import { parsePattern } from '#src/domain/pattern.ts'
import type { TrackId } from '#src/domain/track.ts'
import { isContentWord } from './read-sentences.ts'
import { stem } from './said-before.ts'
import { isNumber, tokenise } from './tokenise.ts'

/** What of a question tells what it is about. */
export type Subject = Pick<Question, 'id' | 'guide' | 'answers'>

/** The words of a track's questions (see stemsAndPairs): of their guides and sample answers. */
export interface BankWords {
  questions: readonly Question[]
  /** How much one tells: the natural logarithm of how few of the questions hold it. 0 for one that none holds. */
  weight(word: string): number
  /** Word -> places in `questions` of those that hold it. */
  holding: ReadonlyMap<string, readonly number[]>
}

const banks = new WeakMap<readonly Question[], Map<TrackId, BankWords>>()
const subjects = new WeakMap<Question['guide'], { answers: Question['answers']; words: ReadonlySet<string> }>()

/** Of one track. Read once for each bank. */
export function bankWordsOf(bank: readonly Question[], track: TrackId): BankWords {
  const kept = banks.get(bank) ?? new Map<TrackId, BankWords>()
  banks.set(bank, kept)
  const before = kept.get(track)
  if (before !== undefined) return before
  const questions = bank.filter((one) => one.track === track)
  const holding = new Map<string, number[]>()
  for (const [at, question] of questions.entries())
    for (const one of subjectWords(question)) {
      const held = holding.get(one)
      if (held === undefined) holding.set(one, [at])
      else held.push(at)
    }
  const weight = (one: string): number => {
    const held = holding.get(one)
    return held === undefined ? 0 : Math.log((questions.length + 1) / (held.length + 1))
  }
  const words = { questions, weight, holding }
  kept.set(track, words)
  return words
}

/** The words of a question's guide, those that its patterns look for, and those of its sample answers. */
export function subjectWords({ guide, answers }: Subject): ReadonlySet<string> {
  const before = subjects.get(guide)
  if (before?.answers === answers) return before.words
  const texts = [
    ...guide.facts.map(({ fact }) => fact),
    ...guide.keyPoints.map(({ point }) => point),
    ...answers.flatMap(({ parts }) => parts.map(({ text }) => text)),
  ]
  const words = new Set([
    ...texts.flatMap((text) => stemsAndPairs(tokenise(text).map((token) => token.text))),
    ...stemsLookedFor(guide),
  ])
  subjects.set(guide, { answers, words })
  return words
}

/** The stems that a guide's patterns look for; a number is an empty one. */
export const stemsLookedFor = (guide: Question['guide']): string[] =>
  guide.keyPoints
    .flatMap(({ shows, partly = [] }) => [...shows, ...partly])
    .flatMap((source) => parsePattern(source).groups)
    .flatMap(({ phrases }) => phrases.flatMap((phrase) => ('words' in phrase ? phrase.words.map(stemOf) : [])))

const stemOf = (word: { text: string } | { kind: 'number' }): string => ('text' in word ? stem(word.text) : '')

/** The stems of words that carry what is said, figures left out, and every two that follow one another. */
export function stemsAndPairs(words: readonly string[]): string[] {
  const stems = words.flatMap((word) => (isContentWord(word) && !isNumber(word) ? [stem(word)] : []))
  const pairs = stems.slice(1).map((one, at) => `${stems[at]} ${one}`)
  return [...stems, ...pairs]
}
