import { keepRecent } from '#src/domain/keep-recent.ts'
import { charactersOrWord, type Sign, withOneMail } from '#src/domain/pattern.ts'

/** One word of a text. Offsets are UTF-16, into the text as it stands. */
export interface Token {
  /** NFKC, lower case, without apostrophes; "mail" for an e-mail and an email too. */
  text: string
  start: number
  end: number
  /** Counted from 0; a line break ends a sentence as a full stop does. */
  sentence: number
  /** Counted from 0 over the whole text; clauses end at commas, colons, semicolons, brackets and dashes as well. */
  clause: number
  /** What stands right behind it, in notes: "Out: accounts", "client -> service". A colon only behind a label, which opens a clause. */
  sign?: Sign
}

// A letter or digit, its combining marks, apostrophes and characters of no width inside a word, a dot between digits, a comma between digit
// groups of three. "E-mail" is one.
const word =
  /(?:[Ee][- ](?=[Mm]ail))?[\p{L}\p{N}](?:[\p{L}\p{N}\p{M}]|['’‘ʼ`´\u00AD\u200B-\u200D\u2060\uFEFF](?=[\p{L}\p{N}])|(?<=\p{N})\.(?=\p{N})|(?<=\p{N}),(?=\p{N}{3}(?!\p{N})))*/gu
const unheard = /['’‘ʼ`´,\u00AD\u200B-\u200D\u2060\uFEFF]/g
const sentenceEnd = /[.!?…؟]["'”’)\]]*(?=\s|$)|[。！？।\n\r]/
/** A dot inside a name: "o.user_id", "e.g", "app.js". */
const insideName = /^\.\p{Ll}/u
/** Single letters with dots between them: what ends in its last dot goes on. */
const abbreviation = /(?:^|[^\p{L}\p{N}])\p{L}\.\p{L}$/u
const clauseEnd = /[,;:()[\]{}—–]|\s-\s/
const colon = /^["'”’)\]*_]*:/
/** Words of a label: "out of scope". */
const longestLabel = 3
const arrow = /[-=]>|[→⇒]/
const asciiOnly = /^[a-z0-9.]+$/
/** "200ms", "5k", "3TB": a figure typed without a space before its unit is two words, as it is when spoken. */
const withUnit = /^(\d[\d.]*)(ms|s|secs?|mins?|h|hrs?|kb|mb|gb|tb|k|m)$/

/** Splits a text into its words. Linear in the length of the text. */
export const tokenise: (text: string) => readonly Token[] = keepRecent(wordsOf)

function wordsOf(text: string): Token[] {
  const tokens: Token[] = []
  let sentence = 0
  let clause = 0
  let end = 0
  for (const match of text.matchAll(word)) {
    const start = match.index
    if (tokens.length > 0) {
      const gap = text.slice(end, start)
      const ends = gap !== ' ' && sentenceEnd.test(gap) && !goesOnAfterDot(text, end, start)
      if (ends) sentence++
      if (ends || (gap !== ' ' && clauseEnd.test(gap))) clause++
      const sign = gap === ' ' ? undefined : signIn(gap)
      const before = tokens.at(-1)
      if (before !== undefined && (sign === '->' || (sign === ':' && tokens.at(-1 - longestLabel)?.clause !== before.clause)))
        before.sign = sign
    }
    end = start + match[0].length
    const lower = withOneMail(match[0].toLowerCase().replace(unheard, ''))
    const figure = withUnit.exec(lower)?.[1]
    if (figure !== undefined && lower.length === match[0].length) {
      const unit = start + figure.length
      tokens.push({ text: figure, start, end: unit, sentence, clause })
      tokens.push({ text: lower.slice(figure.length), start: unit, end, sentence, clause })
    } else if (asciiOnly.test(lower)) tokens.push({ text: lower, start, end, sentence, clause })
    else {
      let rest = match[0].length
      for (const part of charactersOrWord(match[0])) {
        const text = part.toLowerCase().replace(unheard, '').normalize('NFKC').toLowerCase()
        if (text !== '') tokens.push({ text, start: end - rest, end: end - rest + part.length, sentence, clause })
        rest -= part.length
      }
    }
  }
  return tokens
}

/** Whether the dot between two words, which stand up to `end` and from `start` on, is one inside a name or an abbreviation. */
function goesOnAfterDot(text: string, end: number, start: number): boolean {
  const gap = text.slice(end, start)
  return (
    (gap === '.' && insideName.test(text.slice(end, start + 1))) ||
    (/^\.,? ?$/.test(gap) && abbreviation.test(text.slice(Math.max(0, end - 4), end)))
  )
}

const signIn = (gap: string): Sign | undefined => (colon.test(gap) ? ':' : arrow.test(gap) ? '->' : undefined)

const numberWords = new Set(
  'two three four five six seven eight nine ten eleven twelve fifteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million billion trillion lakh crore dozen half'.split(
    ' ',
  ),
)

/** True for what `#` stands for in a pattern: a word that begins with a digit, or a number in words above one. */
export const isNumber = (token: string): boolean => /^\p{N}/u.test(token) || numberWords.has(token)
