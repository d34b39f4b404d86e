import type { Guide } from '#src/domain/guide.ts'
import type { Lexicon } from '#src/domain/lexicon.ts'
import { PatternSyntaxError, type Phrase, parsePattern, type Word } from '#src/domain/pattern.ts'
import type { Rubric } from '#src/domain/rubric.ts'
import type { Report } from './fault-list.ts'

/** Reports each `@name` in the patterns of a value that names no cue list. Lists of patterns are found by their keys. */
export function checkCueNames(
  value: Guide | Rubric | Pick<Lexicon, 'addressesGrader' | 'signals'>,
  { lexicon, report }: { lexicon: Lexicon; report: Report },
) {
  for (const { path, pattern } of patternsIn(value, '')) {
    if (!pattern.includes('@')) continue
    for (const group of parsePattern(pattern).groups)
      for (const phrase of group.phrases)
        if ('cue' in phrase && !Object.hasOwn(lexicon.cues, phrase.cue))
          report(path, `a cue list of rubrics/lexicon.yaml; "@${phrase.cue}" is none`)
  }
}

const patternKeys = ['shows', 'alone', 'partly', 'says', 'unless', 'asked', 'taken', 'when', 'addressesGrader']

function* patternsIn(value: unknown, path: string): Generator<{ path: string; pattern: string }> {
  if (typeof value !== 'object' || value === null) return
  for (const [key, inner] of Object.entries(value)) {
    const at = Array.isArray(value) ? `${path}[${key}]` : path === '' ? key : `${path}.${key}`
    if (patternKeys.includes(key) && Array.isArray(inner))
      for (const [index, pattern] of inner.entries()) yield { path: `${at}[${index}]`, pattern }
    else yield* patternsIn(inner, at)
  }
}

/** Reports words and cues of the lexicon that the pattern grammar does not take as one plain phrase. */
export function checkLexicon(lexicon: Lexicon, report: Report) {
  lexicon.negators.forEach((word, index) => {
    checkPhrase(word, (expected) => report(`negators[${index}]`, expected))
  })
  for (const [name, phrases] of Object.entries(lexicon.cues))
    phrases.forEach((phrase, index) => {
      checkPhrase(phrase, (expected) => report(`cues.${name}[${index}]`, expected))
      if (phrases.indexOf(phrase) !== index) report(`cues.${name}[${index}]`, `each phrase once; "${phrase}" is there twice`)
    })
  checkCueNames({ addressesGrader: lexicon.addressesGrader, signals: lexicon.signals }, { lexicon, report })
}

function checkPhrase(source: string, report: (expected: string) => void) {
  try {
    const { groups, window } = parsePattern(source)
    const phrases = groups.flatMap((group) => group.phrases)
    const [only] = phrases
    if (phrases.length > 1 || window !== undefined || only === undefined || 'cue' in only)
      report(`one phrase of words, without "|", "+", "~" or "@", not "${source}"`)
  } catch (error) {
    if (!(error instanceof PatternSyntaxError)) throw error
    report(`a phrase of words: ${error.message}`)
  }
}

/** Lists whose patterns say a thing briefly. In the others a pattern with a window names its groups with care. */
const briefKeys = ['partly', 'asked', 'when']

/**
 * Reports a pattern without a window in which one phrase says all that its groups are looked for: its author took "|" to part more than "+" joins. "cron |
 * delayed jobs | schedul* + job*" asks of delayed jobs that jobs be named besides.
 */
export function checkJoined(value: Guide | Rubric, report: Report) {
  for (const { path, pattern } of patternsIn(value, '')) {
    if (!briefKeys.some((key) => path.replace(/\[\d+\]$/, '').endsWith(key))) continue
    const { groups, window } = parsePattern(pattern)
    const joined = groups.filter(({ excluded }) => !excluded)
    if (joined.length < 2 || window !== undefined) continue
    const whole = joined
      .flatMap((group) => group.phrases.map((phrase) => ({ group, phrase })))
      .find(({ group, phrase }) => joined.every((other) => other === group || other.phrases.some((one) => holds(phrase, one))))
    if (whole !== undefined)
      report(path, `"${wordsOf(whole.phrase).join(' ')}" as a pattern of its own, since "|" binds tighter than "+"`)
  }
}

const wordsOf = (phrase: Phrase): string[] =>
  'cue' in phrase ? [] : phrase.words.map((word) => (word.kind === 'number' ? '#' : word.text))

/** Says all of another phrase, and more. */
function holds(phrase: Phrase, other: Phrase): boolean {
  if ('cue' in other) return false
  const [words, part] = [wordsOf(phrase), other.words]
  return part.length < words.length && words.some((_, at) => part.every((word, place) => isSaid(word, words[at + place] ?? '')))
}

const isSaid = (word: Word, said: string): boolean =>
  word.kind === 'number' ? said === '#' : word.kind === 'prefix' ? said.startsWith(word.text) : said === word.text
