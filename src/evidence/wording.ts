import type { Wording } from '#src/domain/thresholds.ts'
import type { Ground } from './judge-check.ts'
import { isContentWord, type Sentence, sentencesOf, wordsOf } from './read-sentences.ts'
import { readsAsCode } from './reads-as-code.ts'
import { stem } from './said-before.ts'
import { isNumber, type Token } from './tokenise.ts'

/** How somebody's answers are worded, by words that any interview holds: the higher the more specific. Those of the labelled transcripts lie from 0.8 to 2. */
export interface WordingReport {
  /** Mean over the answers, each counted up to `most` only: no answer makes up for the others. */
  mean: number
  /** The answer worded most generally. */
  weakest: number
  /** The turn of that answer, and the words of it that pull it down most, as they were said; null and none where there is no answer. */
  turn: number | null
  general: readonly string[]
}

/** Sentences of fewer words say nothing by themselves: "Sure.", "Why is that?" */
const shortestSentence = 4
/** Answers of fewer words say too little of themselves; they are left out unless there is no longer one. */
const shortestAnswer = 25
/** An answer of which guards left next to nothing counts as worse than any of the labelled transcripts: it must not pay to say nothing. */
const nextToNothing = 8
const emptied = 0.7
/** Words are counted as if there were at least so many: a short answer holds few of the telling ones by chance. */
const fewestWords = 60
const mostNamed = 3

const kept = new WeakMap<Ground, { fitted: Wording; report: WordingReport }>()

/**
 * Reads how specific the wording of each answer is, words that guards took out and artifacts aside. Only words that the sample answers of every
 * track hold weigh anything, so that most names of things weigh nothing; neither do grammar and the words that only join others. Computed once
 * for a ground.
 */
export function wordingOf(ground: Ground, fitted: Wording): WordingReport {
  const before = kept.get(ground)
  if (before?.fitted === fitted) return before.report
  const report = reportOn(ground, fitted)
  kept.set(ground, { fitted, report })
  return report
}

function reportOn(ground: Ground, fitted: Wording): WordingReport {
  const answers = answersIn(ground)
  const whole = { turn: null, heard: answers.flatMap(({ heard }) => heard), lost: 0 }
  const told = answers.filter(({ heard, lost }) => heard.length >= shortestAnswer || isEmptied({ heard, lost }))
  const read = (told.length > 0 ? told : [whole]).map((answer) => ({
    ...answer,
    value: isEmptied(answer) ? emptied : wordingValue(countTelling(answer.heard), fitted),
  }))
  const weakest = read.reduce((least, one) => (one.value < least.value ? one : least))
  return {
    mean: meanOf(read.map(({ value }) => Math.min(fitted.most, value))),
    weakest: weakest.value,
    turn: weakest.turn,
    general: generalWords(weakest.heard, fitted),
  }
}

interface Answer {
  turn: number | null
  heard: readonly Token[]
  /** Words that guards took out, save those that answer another question: they may have drowned honest ones. */
  lost: number
}

const isEmptied = ({ heard, lost }: Pick<Answer, 'heard' | 'lost'>): boolean =>
  lost >= shortestAnswer && heard.length < nextToNothing

/** What was said turn by turn, without stock sentences, and without code, in which names are whatever its writer chose. */
function answersIn({ index, guards }: Ground): Answer[] {
  const apart = guards.out.filter(({ guard }) => guard === 'another-question')
  const drowned = new Set(apart.map(({ segment, sentence }) => `${segment} ${sentence}`))
  const sentences = sentencesOf(index.segments).filter(({ segment }) => segment.artifact === undefined)
  const stock = saidAgain(sentences)
  const answers = new Map<number, { turn: number; heard: Token[]; lost: number }>()
  for (const sentence of sentences) {
    const { segment, first, last } = sentence
    const answer = answers.get(segment.order) ?? { turn: segment.turn, heard: [], lost: 0 }
    answers.set(segment.order, answer)
    const words = last - first + 1
    if (guards.isOut(segment.order, sentence.sentence))
      answer.lost += drowned.has(`${segment.order} ${sentence.sentence}`) ? 0 : words
    else if (words >= shortestSentence && !stock.has(sentence) && !readsAsCode(sentence))
      answer.heard.push(...segment.tokens.slice(first, last + 1))
  }
  return [...answers.values()]
}

/** Sentences that somebody says more than once, word for word: not even the first time are they about what was asked. */
function saidAgain(sentences: readonly Sentence[]): ReadonlySet<Sentence> {
  const first = new Map<string, Sentence>()
  const again = new Set<Sentence>()
  for (const sentence of sentences) {
    const words = wordsOf(sentence).join(' ')
    const before = first.get(words)
    if (before === undefined) first.set(words, sentence)
    else again.add(before).add(sentence)
  }
  return again
}

const meanOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length

/** Words of one answer by what they are known by, with how often each is said. Figures of any kind are the same word, `#`. */
export interface TellingCounts {
  words: number
  counts: ReadonlyMap<string, number>
}

export function countTelling(tokens: readonly Pick<Token, 'text'>[]): TellingCounts {
  const counts = new Map<string, number>()
  for (const { text } of tokens) {
    const known = knownBy(text)
    if (known !== null) counts.set(known, (counts.get(known) ?? 0) + 1)
  }
  return { words: tokens.length, counts }
}

/** How much a word that is said so often in an answer of so many words counts: the second time less than the first. */
export const loudness = (count: number, words: number): number => Math.log1p((200 * count) / Math.max(fewestWords, words))

function wordingValue({ words, counts }: TellingCounts, fitted: Wording): number {
  const weights = weightsOf(fitted)
  let value = fitted.constant
  for (const [word, count] of counts) {
    const weight = weights.get(word)
    if (weight !== undefined) value += weight * loudness(count, words)
  }
  return value
}

const weighed = new WeakMap<Wording, ReadonlyMap<string, number>>()

/** As a map: a record of words has names of its own beside them. */
function weightsOf(fitted: Wording): ReadonlyMap<string, number> {
  const before = weighed.get(fitted)
  if (before !== undefined) return before
  const weights = new Map(Object.entries(fitted.words))
  weighed.set(fitted, weights)
  return weights
}

function generalWords(tokens: readonly Token[], fitted: Wording): string[] {
  const weights = weightsOf(fitted)
  const weighing = new Map(tokens.map(({ text }) => [knownBy(text) ?? '', text] as const))
  return [...weighing]
    .map(([known, text]) => ({ text, weight: weights.get(known) ?? 0 }))
    .filter(({ weight }) => weight < 0)
    .sort((a, b) => a.weight - b.weight || (a.text < b.text ? -1 : 1))
    .slice(0, mostNamed)
    .map(({ text }) => text)
}

/** Word as said -> what it is known by, null for one that only joins others. Interviews share most of their words. */
const known = new Map<string, string | null>()
const mostKnown = 20_000

function knownBy(text: string): string | null {
  const before = known.get(text)
  if (before !== undefined) return before
  const by = isNumber(text) ? '#' : isContentWord(text) ? stem(text) : null
  if (known.size < mostKnown) known.set(text, by)
  return by
}
