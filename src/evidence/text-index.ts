import type { Word } from '#src/domain/pattern.ts'
import type { CompiledGroup, CompiledLexicon, CompiledPattern, CompiledPhrase } from './compile-pattern.ts'
import { isNumber, type Token } from './tokenise.ts'

/** A stored text that words can be quoted from: a turn, or an artifact that went with it. */
export interface Segment {
  turn: number
  artifact?: string
  text: string
}

/** A segment with its words. */
export interface TokenisedSegment extends Segment {
  /** Its place among the segments it is indexed with. */
  order: number
  /** drawn: a board's text, of which only what somebody wrote on it are words. */
  form: 'said' | 'drawn'
  tokens: readonly Token[]
}

/** Where one phrase stands: words `first` to `last` of a segment. */
export interface Occurrence {
  segment: number
  first: number
  last: number
}

interface Located extends Occurrence {
  negated: boolean
}

/** One word among those of all segments. */
interface Place {
  segment: number
  index: number
  token: Token
  /** False when a guard took it out of evidence. */
  isHeard: boolean
}

/** Texts made searchable: every phrase and every group is looked for once, however many patterns hold it. */
export interface TextIndex {
  segments: readonly TokenisedSegment[]
  /** False when the texts lack a word that every match of the pattern holds: told in a fraction of the time of looking. */
  mayHold(pattern: CompiledPattern): boolean
  /** Every place in which a phrase of the group stands, in order of segments and words; one after a negating word only when `evenNegated`. */
  find(group: CompiledGroup, evenNegated: boolean): readonly Occurrence[]
}

export const byPlace = (a: Occurrence, b: Occurrence): number => a.segment - b.segment || a.first - b.first || a.last - b.last

const nowhere: readonly never[] = []

/** How many words a negating word reaches inside its clause. */
const reach = 4
/** How far it reaches where somebody says what he did not do, or that there was no such thing. */
const deedReach = 14

/**
 * Indexes the texts of one speaker. Words for which `isOut` is true are not found: what a guard took out of evidence.
 */
export function indexText(
  segments: readonly TokenisedSegment[],
  { lexicon, isOut }: { lexicon: CompiledLexicon; isOut?: (segment: number, sentence: number) => boolean },
): TextIndex {
  const words = new Map<string, number[]>()
  /** Position -> the word that stands there. Nothing stands at the end of a segment, so that no phrase goes on in the next. */
  const flat: (Place | null)[] = []
  const starts: number[] = []
  segments.forEach((segment, at) => {
    starts.push(flat.length)
    segment.tokens.forEach((token, index) => {
      const isHeard = isOut?.(at, token.sentence) !== true
      if (isHeard) {
        const known = words.get(token.text)
        if (known === undefined) words.set(token.text, [flat.length])
        else known.push(flat.length)
      }
      flat.push({ segment: at, index, token, isHeard })
    })
    flat.push(null)
  })
  const vocabulary = [...words.keys()].sort()
  const numbers = vocabulary
    .filter(isNumber)
    .flatMap((text) => words.get(text) ?? [])
    .sort((a, b) => a - b)
  /** Words of which a part is given -> where they stand. */
  const parts = new Map<Word, readonly number[]>()

  /** Key of a phrase -> 1 when the word that it stands for is here. Phrases that are compiled later have none yet, and are looked for. */
  const present = new Uint8Array(lexicon.keys.count)
  for (const text of vocabulary)
    for (const key of [lexicon.keys.ofExact(text), lexicon.keys.ofBeginning(text)]) if (key !== undefined) present[key] = 1
  const isAbsent = ({ key }: CompiledPhrase): boolean => key >= 0 && present[key] === 0
  const mayHold = ({ needs }: CompiledPattern): boolean => {
    for (const key of needs) if (present[key] !== 0) return true
    return needs.length === 0
  }

  const beginningWith = (prefix: string): string[] => {
    const from = lowerBound(vocabulary, prefix)
    let to = from
    while (vocabulary[to]?.startsWith(prefix)) to++
    return vocabulary.slice(from, to)
  }

  const positionsOf = (word: Word): readonly number[] => {
    if (word.kind === 'number') return numbers
    if (word.kind === 'exact') return words.get(word.text) ?? nowhere
    const known = parts.get(word)
    if (known !== undefined) return known
    const whole = word.kind === 'prefix' ? beginningWith(word.text) : vocabulary.filter((text) => fits(word, text))
    const found = whole.length === 0 ? nowhere : whole.flatMap((text) => words.get(text) ?? []).sort((a, b) => a - b)
    parts.set(word, found)
    return found
  }

  const goesOn = (words: readonly Word[], position: number): boolean => {
    for (const [index, word] of words.entries()) {
      const at = flat[position + index]
      if (at == null || !at.isHeard || !fits(word, at.token.text) || !hasSign(word, at.token)) return false
    }
    return true
  }

  /** Position -> 1 when a negator ends within reach before it, in its clause. */
  const negated = new Uint8Array(flat.length)
  const locate = (phrase: CompiledPhrase): readonly Located[] => {
    if (isAbsent(phrase)) return nowhere
    const { words } = phrase
    // Looked for where its rarest word stands: most phrases are nowhere in most texts, and many begin with "I" or "the".
    let rarest: readonly number[] = nowhere
    let place = 0
    for (let at = 0; at < words.length; at++) {
      const word = words[at]
      const positions = word === undefined ? nowhere : positionsOf(word)
      if (positions.length === 0) return nowhere
      if (at > 0 && positions.length >= rarest.length) continue
      rarest = positions
      place = at
    }
    const found: Located[] = []
    for (const position of rarest) {
      const begins = position - place
      const from = flat[begins]
      if (from == null || !(words.length > 1 ? goesOn(words, begins) : words.every((word) => hasSign(word, from.token)))) continue
      const { segment, index: first } = from
      found.push({ segment, first, last: first + words.length - 1, negated: negated[begins] === 1 })
    }
    return found
  }

  const wordAt = (position: number): string => flat[position]?.token.text ?? ''
  for (const phrase of lexicon.negators.phrases)
    for (const { segment, first, last } of locate(phrase)) {
      const start = (starts[segment] ?? 0) + first
      const end = start + last - first
      const clause = flat[end]?.token.clause
      if (softened.has(wordAt(end + 1))) continue
      const holds = (positions: readonly number[], words: ReadonlySet<string>) =>
        positions.some((position) => flat[position]?.token.clause === clause && words.has(wordAt(position)))
      const isDeed = holds([start, start - 1, start - 2, start - 3], doers) || holds([end + 1, end + 2, end + 3, end + 4], ofAll)
      let furthest = end + (isDeed ? deedReach : reach)
      for (let next = end + 1; next <= furthest; next++) {
        const at = flat[next]
        if (at == null || at.token.clause !== clause) break
        if (doers.has(at.token.text) && !linking.has(wordAt(next - 1))) furthest = end + reach
        if (turning.has(at.token.text) && !(isDeed && at.token.text === 'and' && goesOnAfterAnd.has(wordAt(next + 1)))) break
        if (next <= furthest) negated[next] = 1
      }
    }

  const occurrences = new Map<CompiledPhrase, readonly Located[]>()
  const placesOf = (phrase: CompiledPhrase): readonly Located[] => {
    const known = occurrences.get(phrase)
    if (known !== undefined) return known
    const found = locate(phrase)
    if (found.length > 0) occurrences.set(phrase, found)
    return found
  }

  const collect = (group: CompiledGroup, evenNegated: boolean): readonly Occurrence[] => {
    const lists: (readonly Occurrence[])[] = []
    for (const phrase of group.phrases) {
      if (isAbsent(phrase)) continue
      const places = placesOf(phrase)
      if (places.length === 0) continue
      const counted = evenNegated || phrase.immune ? places : places.filter((at) => !at.negated)
      if (counted.length > 0) lists.push(counted)
    }
    return lists.length > 1 ? lists.flat().sort(byPlace) : (lists[0] ?? nowhere)
  }
  const groups = {
    any: new Map<CompiledGroup, readonly Occurrence[]>(),
    unnegated: new Map<CompiledGroup, readonly Occurrence[]>(),
  }
  const find = (group: CompiledGroup, evenNegated: boolean) => {
    const kept = evenNegated ? groups.any : groups.unnegated
    const known = kept.get(group)
    if (known !== undefined) return known
    const found = collect(group, evenNegated)
    kept.set(group, found)
    return found
  }
  return { segments, mayHold, find }
}

/** "not only", "no problem": the negating word takes nothing away. */
const softened = new Set(['only', 'just', 'problem', 'matter', 'doubt', 'longer', 'later', 'wait'])
/** Before a negating word: somebody says what he did not do, or that there was no such thing. Further on, they begin a clause of their own. */
const doers = new Set(['i', 'we', 'there', 'theres', 'id', 'ive', 'ill', 'im', 'weve'])
/** Before a doer: he is of the same clause. */
const linking = new Set(['that', 'what', 'which', 'who', 'whether', 'how', 'where', 'why', 'as'])
/** After a negating word: there was none of it. */
const ofAll = new Set(['any', 'either'])
/** After "and": what was negated goes on, and nothing new begins. */
const goesOnAfterAnd = new Set('whether how why at to on in by of for with from or either not no never'.split(' '))
/** Words at which what is negated ends. */
const turning = new Set(['but', 'because', 'since', 'so', 'then', 'until', 'unless', 'if', 'when', 'while', 'and'])

/** A word of which only the ending is given goes on before it: "ment" is no word of its own ending. */
const fewestLettersBefore = 3

const hasSign = ({ sign }: Word, token: Token): boolean => sign === undefined || sign === token.sign

function fits(word: Word, text: string): boolean {
  switch (word.kind) {
    case 'number':
      return isNumber(text)
    case 'exact':
      return word.text === text
    case 'prefix':
      return text.startsWith(word.text)
    case 'suffix':
      return text.endsWith(word.text) && text.length >= word.text.length + fewestLettersBefore
  }
}

function lowerBound(sorted: readonly string[], text: string): number {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sorted[middle] ?? '') < text) low = middle + 1
    else high = middle
  }
  return low
}
