import { z } from 'zod'

/**
 * Word patterns: how content says which words show a thing. Not regular expressions, so that matching is linear in
 * the text whoever wrote the pattern.
 *
 *   redirect* + 302 | temporary          both groups inside one window, in any order
 *   read replica* | secondary            any one phrase; words of a phrase follow one another
 *   @cost + cache* ~ 60                  @name stands for a list in lexicon.yaml; ~ n sets the window in words
 *   # + per second | qps                 # is any number
 *   delete* + ! soft | tombstone         ! before a group: none of it inside the window
 *   i chose + because ~ sentence         all groups in one sentence, and what is excluded nowhere in it
 *   not today : | client ->              a colon or an arrow right behind the word, as in notes: "->" is any arrow
 *
 * "|" binds tighter than "+": `cron | schedul* + job*` wants a job named beside either. What stands for itself is a pattern of its own.
 *
 * Case, punctuation and apostrophes do not matter ("don't" is `dont`), and an e-mail or email is a mail. A `*` ends a word that may go on, or begins one of which only the
 * ending is given (`*ness`). A phrase after a negating
 * word ("not", "never", "without") does not count, unless one group of the pattern is made of negating words alone.
 */
export type Word = WordAlone & {
  /** Stands right behind it. */
  sign?: Sign
}
type WordAlone =
  | { kind: 'exact'; text: string }
  | { kind: 'prefix'; text: string }
  | { kind: 'suffix'; text: string }
  | { kind: 'number' }
/** By which notes say what a sentence says with a verb. */
export type Sign = ':' | '->'
export type Phrase = { words: Word[] } | { cue: string }
export type Group = { phrases: Phrase[]; excluded: boolean }
export interface Pattern {
  source: string
  groups: Group[]
  /** Words within which all groups must be found; undefined means the matcher's default. */
  window: number | undefined
  /** All groups stand in one sentence. */
  oneSentence: boolean
}

/** Longer sentences than this say more than one thing. */
const longestSentence = 60

/** What is wrong with a pattern, in words that its author can act on. */
export class PatternSyntaxError extends Error {
  override name = 'PatternSyntaxError'
}

/** Parses one word pattern. Throws PatternSyntaxError. */
export function parsePattern(source: string): Pattern {
  const [body = '', windowText, ...rest] = source.split('~')
  if (rest.length > 0) throw new PatternSyntaxError('more than one "~"')
  const oneSentence = windowText?.trim() === 'sentence'
  const window = windowText === undefined ? undefined : oneSentence ? longestSentence : parseWindow(windowText.trim())
  const groups = body.split('+').map(parseGroup)
  if (groups.every((group) => group.excluded)) throw new PatternSyntaxError('needs a group that is not excluded by "!"')
  return { source, groups, window, oneSentence }
}

function parseWindow(text: string): number {
  const window = Number(text)
  if (!Number.isInteger(window) || window < 2 || window > 200)
    throw new PatternSyntaxError(`the window after "~" must be a whole number from 2 to 200 or "sentence", not "${text}"`)
  return window
}

function parseGroup(source: string): Group {
  const trimmed = source.trim()
  const excluded = trimmed.startsWith('!')
  const phrases = (excluded ? trimmed.slice(1) : trimmed).split('|').map((part) => parsePhrase(part.trim()))
  return { phrases, excluded }
}

/** Content says the same phrases over and over, so each is read once; what is in here is bounded by the content. */
const phrasesRead = new Map<string, Phrase>()

function parsePhrase(source: string): Phrase {
  const known = phrasesRead.get(source)
  if (known !== undefined) return known
  const phrase = readPhrase(source)
  phrasesRead.set(source, phrase)
  return phrase
}

function readPhrase(source: string): Phrase {
  if (source === '') throw new PatternSyntaxError('an empty phrase: a stray "+", "|" or "!"')
  if (source.startsWith('@')) {
    const cue = source.slice(1)
    if (!/^[a-z]+(-[a-z]+)*$/.test(cue)) throw new PatternSyntaxError(`"${source}" is not the name of a cue list`)
    return { cue }
  }
  const words: Word[] = []
  for (const part of withOneMail(source).split(/\s+/)) {
    if (part !== ':' && part !== '->') {
      words.push(...charactersOrWord(part).map(parseWord))
      continue
    }
    const before = words.pop()
    if (before === undefined) throw new PatternSyntaxError(`"${source}": "${part}" stands behind a word`)
    words.push({ ...before, sign: part })
  }
  return { words }
}

/** "E-mail", "email" and "mail" are one word, in what is said and in a pattern. */
export const withOneMail = (words: string): string =>
  words.includes('mail') ? words.replace(/(?<![\p{L}\p{N}])e[- ]?(?=mail)/gu, '') : words

/** A character of a script that is written without spaces, and its marks. Each is a word: only a dictionary could tell where one ends. */
const unspaced = '[\\p{scx=Han}\\p{scx=Hira}\\p{scx=Kana}\\p{sc=Thai}\\p{sc=Lao}\\p{sc=Khmr}\\p{sc=Mymr}]'
const part = new RegExp(`${unspaced}\\p{M}*|(?:(?!${unspaced}).)+`, 'gsu')

/** Of such letters nearly all content is made, and they take a hundredth of the time of the look at scripts. */
const ascii = /^[\x21-\x7e]+$/

/** What of one run of letters counts as a word: all of it, or each character where no spaces are written. */
export const charactersOrWord = (run: string): string[] => (ascii.test(run) ? [run] : (run.match(part) ?? []))

function parseWord(source: string): Word {
  if (source === '#') return { kind: 'number' }
  const kind = source.endsWith('*') ? 'prefix' : source.startsWith('*') ? 'suffix' : 'exact'
  const text = (kind === 'prefix' ? source.slice(0, -1) : kind === 'suffix' ? source.slice(1) : source).normalize('NFKC')
  if (!/^[\p{L}\p{N}\p{M}.]+$/u.test(text) || text !== text.toLowerCase())
    throw new PatternSyntaxError(
      `"${source}": words are lower-case letters and digits, without hyphen or apostrophe; "*" only at one end`,
    )
  if (kind !== 'exact' && text.length < 2)
    throw new PatternSyntaxError(`"${source}": a part of a word needs two letters at the least`)
  return { kind, text }
}

/** A word pattern as content writes it: a string that parses. */
export const patternSchema = z.string().check((ctx) => {
  try {
    parsePattern(ctx.value)
  } catch (error) {
    if (!(error instanceof PatternSyntaxError)) throw error
    ctx.issues.push({ code: 'custom', message: `a word pattern: ${error.message}`, input: ctx.value })
  }
})
export const patternsSchema = z.array(patternSchema).min(1)
