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
  const clauses = clausesOf(sentence)
  if (about === '') return clauses[0] ?? null
  return (
    clauses.find((clause) => sharedStems(clause, about) > 0) ??
    clauses.find((clause) => stemsOf(clause).size >= fewestStems) ??
    null
  )
}

const clausesOf = (text: string): string[] =>
  text
    .split(clauseEdges)
    .map((clause) => clause.replace(clauseTrimmings, ''))
    .map((clause) => clause.replace(/^(?:and|but|because|so|which|then|while|whereas|although)\s+/iu, ''))
    .filter((clause) => isQuotable(clause))

function isQuotable(clause: string): boolean {
  const words = clause.split(/\s+/).length
  return words >= fewestWords && words <= mostWords && !/[?"“”`\n]/.test(clause)
}

/** The latest clause of `text` that claims something by itself, as quoteFrom quotes it; null when there is none. */
export const claimIn = (text: string): string | null => clausesOf(text).findLast((clause) => isClaim(clause)) ?? null

const fewestWordsOfClaim = 4
/** Who or what is spoken of, and a verb that says something of it: a condition, a place or a list of things is no claim. */
const subject =
  /^(?:i|we|they|you|he|she|it|the|an?|each|every|no|one|my|our|their|this|that|these|those|nobody|what|\p{Lu}\S*)\s/iu
const conditional =
  /^(?:if|when|once|in|on|at|with|without|for|from|by|to|of|as|since|like|besides|also|then|or|there|here|after|before|until|otherwise|either|instead|maybe|perhaps)\s/iu
const saysSomething =
  /^(?:i|we|they|he|she|you)\s|(?:\s|n?['’])(?:is|are|was|were|has|have|had|does|do|did|can|cannot|could|will|would|must|should|may|might|s|d|ll|re|ve|t|needs?|costs?|takes?|goes|gets?|keeps?|depends|stays?)\s/iu

const isClaim = (clause: string): boolean =>
  clause.split(/\s+/).length >= fewestWordsOfClaim &&
  subject.test(clause) &&
  !conditional.test(clause) &&
  saysSomething.test(clause) &&
  stemsOf(clause).size >= fewestStems

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

/** True for a short question that leans on what was just said: "Why that?", and not "what tells you that it works?". */
export const pointsBack = (ask: string): boolean =>
  /\bthat\b(?! (?:it|you|your|they|the|others|people|matters|keeps|one|two)\b)/iu.test(ask.split(/[,.;:]/)[0] ?? '') &&
  sentencesOf(ask).length === 1

/** The last question in an utterance; null when it asked none. */
export const questionIn = (words: string): string | null =>
  sentencesOf(words).findLast((sentence) => questionsIn(sentence) > 0) ?? null
