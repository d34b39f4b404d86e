import type { Step } from '#src/domain/guide.ts'
import type { Lexicon } from '#src/domain/lexicon.ts'
import type { Phrases } from '#src/domain/phrases.ts'
import { type CompiledLexicon, type CompiledPhrase, compileLexicon } from './compile-pattern.ts'
import { matchPattern } from './match-pattern.ts'
import { stem } from './said-before.ts'
import { indexText } from './text-index.ts'
import { tokenise } from './tokenise.ts'
import { tokeniseSegments } from './tokenise-segments.ts'

/** How far back somebody looks who wants to know how things stood. */
export interface LookBack {
  /** Steps whose deeds it names: "before the restart". None, when it names no deed. */
  steps: readonly string[]
  /** To a time by the clock, or to the beginning. */
  toStart: boolean
  /** It wants to know beside it how things stand now. */
  andNow: boolean
  /** The sentence without the words that say how far: what is looked at. */
  lookedAt: string
}

/** Words at its beginning behind which a sentence says what is looked at only at its end: "Before the restart, what was the rate?" */
const beginning = 2

/** What was so before only leads to the question. */
const asksNow = /[,;:–—]\s+so\b(?!.*\b(?:was|were|had|did|before)\b).*\?/i

/** How far back a sentence looks; null when it looks at how things stand, or at how they stand before something that is yet to come. */
export function looksBack(
  sentence: string,
  { steps, lexicon, phrases }: { steps: readonly Step[]; lexicon: Lexicon; phrases: Phrases },
): LookBack | null {
  if (steps.length === 0) return null
  const compiled = compileLexicon(lexicon)
  const index = indexText(tokeniseSegments([{ turn: 1, text: sentence }]), { lexicon: compiled })
  const matches = (key: string) => (phrases[key] ?? []).flatMap((source) => matchPattern(compiled.pattern(source), index))
  const toStart = matches('looked-back-to-start').length > 0
  if (!toStart && matches('looked-back').length === 0) return null
  const marks = matches('looked-back-mark').sort((a, b) => a.first - b.first)
  const tokens = index.segments[0]?.tokens ?? []
  const mark = tokens[marks[0]?.first ?? tokens.length]
  const at = mark?.start ?? sentence.length
  const comma = sentence.indexOf(', ', at)
  // "Errors had gone up before the restart, so what is the rate?" asks for what is so now.
  if (asksNow.test(sentence.slice(at))) return null
  const isFirst = (marks[0]?.first ?? tokens.length) < beginning && comma > 0
  return {
    steps: stepsNamed(sentence.slice(at), { steps, compiled }),
    toStart,
    andNow: matches('looked-back-and-now').length > 0,
    lookedAt: isFirst ? sentence.slice(comma + 2) : `${sentence.slice(0, at).trim()}${sentence.endsWith('?') ? '?' : ''}`,
  }
}

/** Steps of which a text holds the deed, in whatever tense, and whatever else it says of it. */
function stepsNamed(text: string, { steps, compiled }: { steps: readonly Step[]; compiled: CompiledLexicon }): string[] {
  const said = ` ${stemsOf(tokenise(text).map((token) => token.text))} `
  const isNamed = ({ words }: CompiledPhrase) =>
    said.includes(` ${stemsOf(words.flatMap((word) => (word.kind === 'number' ? [] : [word.text])))} `)
  const deedsOf = ({ taken }: Step) => taken.flatMap((source) => compiled.pattern(source).groups[0]?.phrases ?? [])
  return steps.filter((step) => deedsOf(step).some(isNamed)).map(({ id }) => id)
}

const stemsOf = (words: readonly string[]): string => words.map(stem).join(' ')
