import type { Lexicon } from '#src/domain/lexicon.ts'
import { type Phrase, parsePattern, type Word } from '#src/domain/pattern.ts'

/** A phrase as the matcher runs it. Equal phrases of all patterns share one object, and equal words too, so that a text is searched once for each. */
export interface CompiledPhrase {
  words: readonly Word[]
  /** A connective or a negation itself: a negating word before it does not take it away. */
  immune: boolean
  /** Of its tellingest word, see `PhraseKeys`; -1 when none of its words has one. */
  key: number
}
export interface CompiledGroup {
  phrases: readonly CompiledPhrase[]
  excluded: boolean
}
export interface CompiledPattern {
  source: string
  groups: readonly CompiledGroup[]
  window: number
  oneSentence: boolean
  /** One of its groups is made of negating words alone, so that negation is what it looks for. */
  negates: boolean
  /** The keys of all phrases of its shortest group, of which a text must hold one; empty when no group has a key for each phrase. */
  needs: readonly number[]
}

export const defaultWindow = 30

/**
 * Numbers of words, so that a text can mark those that it holds, and a phrase whose word is not marked need not be looked for: most phrases are
 * nowhere in most texts.
 */
export interface PhraseKeys {
  /** Counted from 0; grows as patterns are compiled. */
  readonly count: number
  ofExact(text: string): number | undefined
  /** Prefixes are numbered by their first letters. */
  ofBeginning(text: string): number | undefined
}

/** A lexicon made ready for matching. */
export interface CompiledLexicon {
  keys: PhraseKeys
  pattern(source: string): CompiledPattern
  /** A list of them, compiled once: it must not change. */
  patterns(sources: readonly string[]): readonly CompiledPattern[]
  /** A group that matches any phrase of the list; matches nothing when the lexicon lacks the list. */
  cue(name: string): CompiledGroup
  negators: CompiledGroup
  /** Patterns of a sentence that orders the grader about. A negating word before an order takes nothing away. */
  addressesGrader: readonly CompiledPattern[]
}

const compiled = new WeakMap<Lexicon, CompiledLexicon>()

/** Compiles each pattern once for a lexicon, and keeps it. A pattern that names a list the lexicon lacks matches nothing there. */
export function compileLexicon(lexicon: Lexicon): CompiledLexicon {
  const known = compiled.get(lexicon)
  if (known !== undefined) return known
  const made = compile(lexicon)
  compiled.set(lexicon, made)
  return made
}

/** Lists whose phrases only join or contrast: "not fast because" does not negate "because". */
const connectives = ['because', 'consequence', 'contrast', 'mechanism']

function compile(lexicon: Lexicon): CompiledLexicon {
  const words = new Map<string, Word>()
  const phrases = new Map<string, CompiledPhrase>()
  const patterns = new Map<string, CompiledPattern>()
  const cues = new Map<string, CompiledGroup>()
  const { keys, numberFor } = phraseKeys()

  const listed = (sources: readonly string[]): Phrase[] =>
    sources.flatMap((source) => parsePattern(source).groups.flatMap((group) => group.phrases))
  const keyOf = (words: readonly Word[]) => words.map(sourceOf).join(' ')
  const connecting = new Set(
    connectives.flatMap((name) =>
      listed(lexicon.cues[name] ?? []).map((phrase) => ('words' in phrase ? keyOf(phrase.words) : '')),
    ),
  )
  const negating = new Set(lexicon.negators)
  const holdsNegator = (words: readonly Word[]): boolean => {
    const key = keyOf(words)
    return negating.has(key) || words.some((word) => word.kind !== 'number' && negating.has(word.text)) || fullNegators.test(key)
  }

  const wordOf = (word: Word): Word => {
    const key = sourceOf(word)
    const known = words.get(key)
    if (known === undefined) words.set(key, word)
    return known ?? word
  }
  const phraseOf = (words: readonly Word[]): CompiledPhrase => {
    const key = keyOf(words)
    const known = phrases.get(key)
    if (known !== undefined) return known
    const made = { words: words.map(wordOf), immune: connecting.has(key) || holdsNegator(words), key: numberFor(words) }
    phrases.set(key, made)
    return made
  }
  const cue = (name: string): CompiledGroup => {
    const known = cues.get(name)
    if (known !== undefined) return known
    const own = listed(lexicon.cues[name] ?? []).flatMap((phrase) => ('words' in phrase ? [phraseOf(phrase.words)] : []))
    const made = { phrases: own, excluded: false }
    cues.set(name, made)
    return made
  }

  const pattern = (source: string): CompiledPattern => {
    const known = patterns.get(source)
    if (known !== undefined) return known
    const parsed = parsePattern(source)
    const groups = parsed.groups.map((group): CompiledGroup => {
      const [only, ...others] = group.phrases
      // One object for one list, so that a text is searched for it once.
      if (only !== undefined && others.length === 0 && 'cue' in only && !group.excluded) return cue(only.cue)
      const phrases = group.phrases.flatMap((phrase) => ('cue' in phrase ? cue(phrase.cue).phrases : [phraseOf(phrase.words)]))
      return { excluded: group.excluded, phrases }
    })
    const negates = parsed.groups.some((group) =>
      group.phrases.every((phrase) => 'words' in phrase && holdsNegator(phrase.words)),
    )
    const window = parsed.window ?? defaultWindow
    const made = { source, groups, window, oneSentence: parsed.oneSentence, negates, needs: neededBy(groups) }
    patterns.set(source, made)
    return made
  }

  const lists = new WeakMap<readonly string[], readonly CompiledPattern[]>()
  const compiledList = (sources: readonly string[]): readonly CompiledPattern[] => {
    const known = lists.get(sources)
    if (known !== undefined) return known
    const made = sources.map(pattern)
    lists.set(sources, made)
    return made
  }

  const negators = {
    phrases: listed(lexicon.negators).flatMap((phrase) =>
      'words' in phrase ? [{ words: phrase.words, immune: true, key: numberFor(phrase.words) }] : [],
    ),
    excluded: false,
  }
  const addressesGrader = (lexicon.addressesGrader ?? []).map((source) => ({ ...pattern(source), negates: true }))
  return { keys, pattern, patterns: compiledList, cue, negators, addressesGrader }
}

/** A pattern that asks for one group less. */
export const withoutGroup = (pattern: CompiledPattern, group: CompiledGroup): CompiledPattern => ({
  ...pattern,
  groups: pattern.groups.filter((one) => one !== group),
  needs: [],
})

function neededBy(groups: readonly CompiledGroup[]): number[] {
  const keyed = groups.filter(({ excluded, phrases }) => !excluded && phrases.every(({ key }) => key >= 0))
  const [shortest] = keyed.map(({ phrases }) => [...new Set(phrases.map(({ key }) => key))]).sort((a, b) => a.length - b.length)
  return shortest ?? []
}

/** So many letters tell the beginnings of words apart well enough. */
const lettersOfBeginning = 3

function phraseKeys(): { keys: PhraseKeys; numberFor: (words: readonly Word[]) => number } {
  const exact = new Map<string, number>()
  const beginnings = new Map<string, number>()
  const numberIn = (known: Map<string, number>, text: string): number => {
    const number = known.get(text) ?? exact.size + beginnings.size
    known.set(text, number)
    return number
  }
  const longest = (words: readonly Word[], kind: 'exact' | 'prefix'): string =>
    words.reduce((best, word) => (word.kind === kind && word.text.length > best.length ? word.text : best), '')
  return {
    keys: {
      get count() {
        return exact.size + beginnings.size
      },
      ofExact: (text) => exact.get(text),
      ofBeginning: (text) => beginnings.get(text.slice(0, lettersOfBeginning)),
    },
    numberFor: (words) => {
      const whole = longest(words, 'exact')
      if (whole !== '') return numberIn(exact, whole)
      const beginning = longest(words, 'prefix')
      return beginning.length < lettersOfBeginning ? -1 : numberIn(beginnings, beginning.slice(0, lettersOfBeginning))
    },
  }
}

const fullNegators = /(^| )(instead of|rather than)( |$)/

const sourceOf = (word: Word): string => (word.sign === undefined ? textOf(word) : `${textOf(word)} ${word.sign}`)

const textOf = (word: Word): string => {
  switch (word.kind) {
    case 'number':
      return '#'
    case 'prefix':
      return `${word.text}*`
    case 'suffix':
      return `*${word.text}`
    case 'exact':
      return word.text
  }
}
