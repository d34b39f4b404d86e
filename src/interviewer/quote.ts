import { questionsIn } from '#src/conduct/sentence-rules.ts'
import { keepRecent } from '#src/domain/keep-recent.ts'
import { isContentWord } from '#src/evidence/read-sentences.ts'
import { stem } from '#src/evidence/said-before.ts'

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

/** The clauses of `text` that claim something by themselves, as quoteFrom quotes them. */
const claimsOf = (text: string): string[] => clausesOf(text).filter(isClaim)

/** The latest of them; null when there is none. */
export const claimIn = (text: string): string | null => claimsOf(text).at(-1) ?? null

/** What a sentence begins with, as far as it can stand alone: what a joining word cuts off has lost who does it. Null when it cannot. */
export function openingOf(sentence: string): string | null {
  const first = clausesOf(sentence)[0]
  if (first === undefined || conditional.test(first) || pointingWord.test(first)) return null
  return sentence.startsWith(first) && !/^\s/.test(sentence.slice(first.length)) ? first : null
}

/**
 * The claim of `text` that is plainly about what is asked: shares `fewest` words with `ask` at the least, the one that shares most, of several the latest.
 * Null when none does.
 */
export function claimAbout(text: string, ask: string, fewest = 1): string | null {
  const claims = sentencesOf(text)
    .filter((sentence) => !sentence.endsWith('?'))
    .flatMap(claimsOf)
    .filter((clause) => saysMore(clause, ask))
    .map((claim) => ({ claim, shared: sharedTerms(claim, ask) }))
    .filter(({ shared }) => shared >= fewest)
  const most = Math.max(...claims.map(({ shared }) => shared))
  return claims.findLast(({ shared }) => shared === most)?.claim ?? null
}

const fewestWordsOfClaim = 4
/** Points at what was said before it, which a quote leaves out. */
const pointingWord = /^(?:this|that|these|those|it|they|he|she)\b/iu
/** Who or what is spoken of, and a verb that says something of it: a condition, a place or a list of things is no claim. */
const subject =
  /^(?:i|we|they|you|he|she|it|the|an?|each|every|no|one|my|our|their|this|that|these|those|nobody|what|\p{Lu}\S*)\s/iu
const conditional =
  /^(?:if|when|once|in|on|at|with|without|for|from|by|to|of|as|since|like|besides|also|then|or|there|here|after|before|until|otherwise|either|instead|maybe|perhaps)\s/iu
const saysSomething =
  /^(?:i|we|they|he|she|you)\s|(?:\s|n?['’])(?:is|are|was|were|has|have|had|does|do|did|can|cannot|could|will|would|must|should|may|might|s|d|ll|re|ve|t|needs?|costs?|takes?|goes|gets?|keeps?|depends|stays?)\s/iu

/** Its verb says something of one thing in the clause, and not of what the clause is about: "rebuilt for the days that were touched". */
const inRelative = /\s(?:that|which|who|where|what|how)\s.*$/iu

const isClaim = (clause: string): boolean =>
  !pointingWord.test(clause) &&
  clause.split(/\s+/).length >= fewestWordsOfClaim &&
  subject.test(clause) &&
  !conditional.test(clause) &&
  saysSomething.test(`${clause.replace(inRelative, '')} `) &&
  stemsOf(clause).size >= fewestStems

export const sentencesOf = (text: string): string[] =>
  text
    .split(/(?<=[.!?؟।])(?<!(?:^|[^\p{L}\p{N}])\p{L}\.\p{L}\.)\s+|(?<=[。！？])|\n+/u)
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== '')

/** A question that says the same is heard twice with the quote before it. */
const saysMore = (clause: string, ask: string): boolean => {
  const asked = termsIn(ask)
  return [...termsIn(clause)].some((term) => !asked.has(term))
}

/** Terms that both texts hold; none where not one of them names a thing in both: "it serves lists" and "which readers does it serve" share a verb. */
function sharedTerms(one: string, other: string): number {
  const [terms, things] = [termsIn(other), termsIn(other, named)]
  if (![...termsIn(one, named)].some((term) => things.has(term))) return 0
  return [...termsIn(one)].filter((term) => terms.has(term)).length
}

const anyWord = /\p{L}{3,}/gu
/** What follows an article or the like, at once or after one word more. */
const named = /(?<=\b(?:the|an?|one|two|each|every|which|my|our|your|its|no|of)\s+(?:[\p{L}-]+\s+)?)\p{L}{3,}/giu

const termsIn = (text: string, word = anyWord): Set<string> =>
  new Set((text.toLowerCase().match(word) ?? []).filter((one) => isContentWord(one) && !emptyWords.has(one)).map(stem))

/** Words of five letters and more count as the same when their first five letters are. */
export function sharedStems(one: string, other: string): number {
  const stems = stemsOf(other)
  return [...stemsOf(one)].filter((stem) => stems.has(stem)).length
}

const stemsOf = keepRecent(
  (text): ReadonlySet<string> =>
    new Set(
      (text.toLowerCase().match(/\p{L}{5,}/gu) ?? []).filter((word) => !emptyWords.has(word)).map((word) => word.slice(0, 5)),
    ),
)

const emptyWords = new Set(
  'about above after again along among because before being below between could doing during every first going having their there these thing things think those through under until where which while would should might still other another exactly really always never maybe something wrong right makes making takes needs wants works means given whole people hard harder hardest follow follows thing part parts first next last time times two three want need work look looks see know think change changes happen happens happened touch touched decide decides step steps'.split(
    ' ',
  ),
)

/** Behind these "that" stands for something, alone or before a noun; behind a noun it begins a clause of its own. */
const beforePointing =
  'is|are|was|were|does|do|did|has|have|had|can|could|will|would|should|must|may|might|it|not|of|with|to|for|from|in|on|at|by|after|before|than|about|against|behind|into|without|if|whether|why|how|when|where|what|but|use|write'
/** So it does behind a verb, which comes right after one of these. */
const beforeVerb = 'you|they|we|who|what'
/** Behind verbs of knowing and saying it begins what is known, and so it does in "tells you first that". */
const takesClause =
  'know|knew|learn|notic|say|said|see|saw|show|tell|told|think|thought|find|found|believ|decid|mean|hear|check|prove|promis|hope|assum|expect|guess|agree|recogni|sure|first'
/** And so it does where one of these follows: with them begins whoever does something, or they are what is done. */
const afterJoining =
  'it|you|they|we|he|she|i|others|people|nobody|somebody|nothing|the|an?|this|these|each|every|no|all|your|my|our|their|is|are|was|were|has|had|can|could|will|would|must|may|might|do|does|did'
const pointing = new RegExp(
  [
    String.raw`\bthere\??$`,
    String.raw`\bthat\??$`,
    String.raw`\b(?:${beforePointing}) that\b(?! (?:it|you|they|others|people|keeps)\b)`,
    String.raw`\b(?:${beforeVerb}) (?!(?:${takesClause}))\p{L}+ that\b(?! (?:${afterJoining})\b)`,
  ].join('|'),
  'iu',
)

/** True for a short question that leans on what was just said: "Why that?", "Why do you start there?", and not "what tells you that it works?". */
export const pointsBack = (ask: string): boolean =>
  pointing.test(/^[^,.;:]*[?]?/.exec(ask)?.[0] ?? '') && sentencesOf(ask).length === 1

/** A question in such words goes on from something, near or not. */
export const leansOnTalk = /\b(?:that|this|those|these|such|it|its|they|them|there|your)\b/i

/** True for a question that says first what it is about: "Somebody changes a field. What happens?", "What if a scan comes twice?". */
export const setsScene = (ask: string): boolean =>
  sentencesOf(ask).length > 1 || /^(?:(?:and )?what )?(?:if|suppose|imagine|assume)\b/i.test(ask)

/** The last question in an utterance, with what sets its scene; null when it asked none. */
export function questionIn(words: string): string | null {
  const sentences = sentencesOf(words)
  const asked = sentences.findLastIndex((sentence) => questionsIn(sentence) > 0)
  if (asked === -1) return null
  const before = sentences.slice(0, asked)
  const scene = before.slice(before.findLastIndex((sentence) => questionsIn(sentence) > 0) + 1)
  return [...scene.filter(isOfScene), withoutLead(sentences[asked] ?? '')].join(' ')
}

/** Fewer words acknowledge, and say nothing of a case. */
const fewestWordsOfScene = 4
/** A time is another one by now. */
const namesTime = /\d+ minutes?\b/
const quotes = /["“]/
/** Says where the talk turns, and by now it is there: "Let us go on to the data." */
const turns =
  /^(?:(?:okay|all right|now|so),? )*(?:(?:back|on|next|turning|moving|coming) (?:to|on)\b|let(?: me|['’]s| us) (?:go|put|move|turn|come|talk|change)\b|(?:one|another) (?:thing|point)\b|something i skipped|nothing more on|a different point)/i
const leadsIn = (text: string): boolean => namesTime.test(text) || quotes.test(text) || turns.test(text)

const isOfScene = (sentence: string): boolean => sentence.split(/\s+/).length >= fewestWordsOfScene && !leadsIn(sentence)

const clauseOfQuestion = /^(.*?[;:–—]) (\p{L}.*)$/su

/** The clause that asks, without one before it that only leads there; what leans on a quotation keeps it. */
function withoutLead(sentence: string): string {
  const [, lead = '', clause = ''] = clauseOfQuestion.exec(sentence) ?? []
  if (lead === '' || !leadsIn(lead) || pointsBack(clause)) return sentence
  return clause.charAt(0).toUpperCase() + clause.slice(1)
}
