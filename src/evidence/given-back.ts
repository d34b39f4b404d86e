import type { Guide } from '#src/domain/guide.ts'
import type { Rubric } from '#src/domain/rubric.ts'
import type { InterviewerWords } from './said-before.ts'
import { tokenise } from './tokenise.ts'

/** Runs of three words, each with the first turn in which it was said. */
export type HeardRuns = ReadonlyMap<string, number>

export function runsOf(said: readonly InterviewerWords[]): HeardRuns {
  const first = new Map<string, number>()
  for (const { turn, text } of said) {
    const words = tokenise(text).map((token) => token.text)
    for (let at = 0; at + 2 < words.length; at++) {
      const key = runAt(words, at)
      if (!first.has(key)) first.set(key, turn)
    }
  }
  return first
}

/** Share of a sentence's runs of three words that were said before its turn; 0 for a sentence too short to have one. */
export function shareHeard(words: readonly string[], turn: number, heard: HeardRuns): number {
  let same = 0
  for (let at = 0; at + 2 < words.length; at++) {
    const said = heard.get(runAt(words, at))
    if (said !== undefined && said < turn) same++
  }
  return words.length < 3 ? 0 : same / (words.length - 2)
}

const runAt = (words: readonly string[], at: number): string => `${words[at]} ${words[at + 1]} ${words[at + 2]}`

/** The rubric's own words, as runs. */
export interface RubricRuns {
  /** Of anchors and checks: they say what good looks like, never how it is done. */
  standards: HeardRuns
  /** Of the question's key points: true of the matter, so that only their very words give a reader away. */
  points: HeardRuns
  /** The texts of both. */
  texts: readonly Wordings[]
}

/** Texts with the words of each, and for every word the texts that hold it. */
interface Wordings {
  texts: readonly (readonly string[])[]
  places: ReadonlyMap<string, ReadonlySet<number>>
}

interface Read {
  runs: HeardRuns
  wordings: Wordings
}
const known = new WeakMap<Rubric | Guide, Read>()

/** Read once for each rubric and guide: a live interview asks after every turn. */
export function rubricRunsOf(rubric: Rubric, guide: Guide | null): RubricRuns {
  const standards = kept(rubric, () =>
    rubric.criteria.flatMap(({ anchors, checks }) => [...Object.values(anchors), ...checks.map(({ check }) => check)]),
  )
  const points = guide === null ? null : kept(guide, () => guide.keyPoints.map(({ point }) => point))
  return {
    standards: standards.runs,
    points: points?.runs ?? new Map(),
    texts: [standards.wordings, ...(points === null ? [] : [points.wordings])],
  }
}

function kept(source: Rubric | Guide, textsOf: () => string[]): Read {
  const before = known.get(source)
  if (before !== undefined) return before
  const texts = textsOf()
  const read = { runs: runsOf(texts.map((text) => ({ turn: 0, text }))), wordings: wordingsOf(texts) }
  known.set(source, read)
  return read
}

function wordingsOf(sources: readonly string[]): Wordings {
  const texts = sources.map((text) => tokenise(text).map((token) => token.text))
  const places = new Map<string, Set<number>>()
  for (const [at, words] of texts.entries()) for (const word of words) places.set(word, (places.get(word) ?? new Set()).add(at))
  return { texts, places }
}

/** Share of the words that stand in one of the texts in the same order, others between them or not; of the text that gives most. */
export function shareInOrder(words: readonly string[], { texts, places }: Wordings): number {
  const held = new Map<number, number>()
  for (const word of words) for (const at of places.get(word) ?? []) held.set(at, (held.get(at) ?? 0) + 1)
  let most = 0
  // What a text holds in any order is the most that it can hold in this one.
  for (const [at, count] of held)
    if (count > most && count >= words.length / 2) most = Math.max(most, longestInOrder(words, texts[at] ?? []))
  return most / words.length
}

/** Length of the longest sequence of words that two texts share. */
function longestInOrder(one: readonly string[], other: readonly string[]): number {
  let row = new Array<number>(other.length + 1).fill(0)
  for (const word of one) {
    const next = [0]
    for (const [at, heard] of other.entries())
      next.push(word === heard ? (row[at] ?? 0) + 1 : Math.max(row[at + 1] ?? 0, next[at] ?? 0))
    row = next
  }
  return row.at(-1) ?? 0
}
