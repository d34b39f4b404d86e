import { parsePattern } from '#src/domain/pattern.ts'
import type { CompiledLexicon } from './compile-pattern.ts'
import type { Match } from './match-pattern.ts'
import { isContentWord, sentencesOf } from './read-sentences.ts'
import { stem } from './said-before.ts'
import type { TextIndex } from './text-index.ts'
import { tokenise } from './tokenise.ts'

/** The words that a check is about: of the sentence that says what it means, and of its patterns. */
export interface KeyTerms {
  means: ReadonlySet<string>
  /** Those of `means` and of the patterns. */
  all: ReadonlySet<string>
}

/** Words by which a check is told and not what it is about. */
const telling = new Set(['candidate', 'answer', 'says', 'said', 'names', 'gives', 'explains', 'describes', 'states'].map(stem))

export function keyTermsOf({ means, patterns }: { means: string; patterns: readonly string[] }): KeyTerms {
  const stems = (texts: readonly string[]) => texts.filter(isContentWord).map(stem)
  const told = stems(tokenise(means).map(({ text }) => text)).filter((word) => !telling.has(word))
  const looked = patterns.flatMap((source) =>
    parsePattern(source)
      .groups.filter(({ excluded }) => !excluded)
      .flatMap(({ phrases }) => phrases)
      .flatMap((phrase) => ('words' in phrase ? phrase.words.flatMap((word) => ('text' in word ? [word.text] : [])) : [])),
  )
  return { means: new Set(told), all: new Set([...told, ...stems(looked)]) }
}

/** Whether words have anything to do with a check: one of its key terms is in them. */
export const sharesTerm = ({ all }: KeyTerms, words: string): boolean =>
  tokenise(words).some(({ text }) => isContentWord(text) && all.has(stem(text)))

export interface Overlap {
  match: Match
  /** Different key terms in the passage, and those of them that stand in the check's meaning. */
  shared: number
  ofMeaning: number
}

/**
 * The passage of one or two sentences that shares most key terms, as a match; null when there is none. Words after a negating word and those of
 * sentences that the index leaves out do not count.
 */
export function bestOverlap(terms: KeyTerms, index: TextIndex, lexicon: CompiledLexicon): Overlap | null {
  /** Segment and sentence -> term -> the word that has it. */
  const found = new Map<string, Map<string, number>>()
  for (const segment of index.segments)
    for (const [at, token] of segment.tokens.entries()) {
      const term = stem(token.text)
      if (!terms.all.has(term) || !isContentWord(token.text)) continue
      const group = lexicon.pattern(token.text).groups[0]
      const counts =
        group !== undefined && index.find(group, false).some((one) => one.segment === segment.order && one.first === at)
      if (!counts) continue
      const key = `${segment.order}.${token.sentence}`
      const words = found.get(key) ?? new Map<string, number>()
      if (!words.has(term)) words.set(term, at)
      found.set(key, words)
    }
  let best: Overlap | null = null
  for (const { segment, sentence } of sentencesOf(index.segments)) {
    const here = found.get(`${segment.order}.${sentence}`)
    if (here === undefined) continue
    const words = new Map([...(found.get(`${segment.order}.${sentence + 1}`) ?? []), ...here])
    const ofMeaning = [...words.keys()].filter((word) => terms.means.has(word)).length
    if (best !== null && (ofMeaning < best.ofMeaning || (ofMeaning === best.ofMeaning && words.size <= best.shared))) continue
    const places = [...words.values()].sort((a, b) => a - b)
    const match = { segment, first: places[0] ?? 0, last: places.at(-1) ?? 0, words: places, pattern: '' }
    best = { match, shared: words.size, ofMeaning }
  }
  return best
}
