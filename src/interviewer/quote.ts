import { questionsIn } from '#src/conduct/sentence-rules.ts'

const mostWords = 12
const fewestWords = 3
/** Words that carry something, in a clause that is quoted for its own sake. */
const fewestStems = 2
// Each looks back first, so that a run of spaces or marks is walked once and not from each of its places.
const clauseEdges = /(?<=[,;:.!?–—()])\s+|(?<!\s)\s+(?=(?:and|but|because|so|which|then|while|whereas|although)\s)/iu
const clauseTrimmings = /^[\s"'“”‘’(,;:.–—-]+|(?<![\s"'“”‘’),;:.!–—-])[\s"'“”‘’),;:.!–—-]+$/gu

/**
 * Words of the candidate to hold a probe to: a whole clause of `sentence`, verbatim, of 3 to 12 words, preferably one that shares a
 * word with `about`, else one that says something by itself. Null when no clause qualifies; a clause is never cut in the middle.
 */
export function quoteFrom(sentence: string, about: string): string | null {
  const clauses = sentence
    .split(clauseEdges)
    .map((clause) => clause.replace(clauseTrimmings, ''))
    .map((clause) => clause.replace(/^(?:and|but|because|so|which|then|while|whereas|although)\s+/iu, ''))
    .filter((clause) => isQuotable(clause))
  if (about === '') return clauses[0] ?? null
  return (
    clauses.find((clause) => sharedStems(clause, about) > 0) ??
    clauses.find((clause) => stemsOf(clause).size >= fewestStems) ??
    null
  )
}

function isQuotable(clause: string): boolean {
  const words = clause.split(/\s+/).length
  return words >= fewestWords && words <= mostWords && !/[?"“”`\n]/.test(clause)
}

/** The sentence of `text` nearest to what a probe asks about; null when none shares two words with it. */
export function sentenceAbout(text: string, about: string): string | null {
  const ranked = sentencesOf(text)
    .map((sentence) => ({ sentence, shared: sharedStems(sentence, about) }))
    .filter(({ shared }) => shared > 1)
    .sort((a, b) => b.shared - a.shared)
  return ranked[0]?.sentence ?? null
}

export const sentencesOf = (text: string): string[] =>
  text
    .split(/(?<=[.!?؟।])\s+|(?<=[。！？])|\n+/)
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== '')

/** Words of five letters and more count as the same when their first five letters are. */
export function sharedStems(one: string, other: string): number {
  const stems = stemsOf(other)
  return [...stemsOf(one)].filter((stem) => stems.has(stem)).length
}

const stemsOf = (text: string): Set<string> =>
  new Set((text.toLowerCase().match(/\p{L}{5,}/gu) ?? []).filter((word) => !emptyWords.has(word)).map((word) => word.slice(0, 5)))

const emptyWords = new Set(
  'about above after again along among because before being below between could doing during every first going having their there these thing things think those through under until where which while would should might still other another exactly really always never maybe something'.split(
    ' ',
  ),
)

/** The last question in an utterance; null when it asked none. */
export const questionIn = (words: string): string | null =>
  sentencesOf(words).findLast((sentence) => questionsIn(sentence) > 0) ?? null
