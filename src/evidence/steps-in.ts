import type { Step } from '#src/domain/guide.ts'
import type { Lexicon } from '#src/domain/lexicon.ts'
import type { Phrases } from '#src/domain/phrases.ts'
import { opensAsQuestion } from './analyse-turn.ts'
import { type CompiledLexicon, type CompiledPattern, compileLexicon } from './compile-pattern.ts'
import { type Match, matchPattern } from './match-pattern.ts'
import { sentencesOf } from './read-sentences.ts'
import { indexText, type Occurrence, type TextIndex } from './text-index.ts'
import { isNumber } from './tokenise.ts'
import { tokeniseSegments } from './tokenise-segments.ts'

/** Word patterns of a clause that tell a step that is taken from one that is spoken of. */
export interface StepWords {
  /** Who takes it: "I", "let's", "please". */
  takers: readonly string[]
  /** It is weighed, wondered about, or kept for another time: "could", "whether", "plan b". */
  weighed: readonly string[]
  /** Without a taker, it is spoken about: "rolling back takes four minutes". */
  spokenOf: readonly string[]
  /** Phrases of a look: it is all that is done when it stands between taker and deed, or right behind the deed: "I check the restart", "double-check". */
  looks: readonly string[]
  /** Phrases for what is only talked about or looked at, between a deed and its object or right behind: "the question of", "dashboard", "turn to". */
  lookedAt: readonly string[]
  /** Phrases that only name a deed, but take it at the end of a sentence of a few words: "Rollback." */
  names: readonly string[]
  /** Words before "of" and the like that are no thing apart from what follows: "half", "number", "it". */
  amounts: readonly string[]
}

/** The patterns of phrases.yaml that are looked for in every guide alike. */
export const stepWords = (phrases: Phrases): StepWords => ({
  takers: phrases['step-takers'] ?? [],
  weighed: phrases['step-weighed'] ?? [],
  spokenOf: phrases['step-spoken-of'] ?? [],
  looks: phrases['step-looks'] ?? [],
  lookedAt: phrases['step-looked-at'] ?? [],
  names: phrases['step-names'] ?? [],
  amounts: phrases['step-amounts'] ?? [],
})

/** Words between the taker and the step: "I will now quickly just ...". */
const mostBetween = 6
/** In a clause without a taker the step begins no later: "and then immediately roll back". */
const mostBefore = 3
/** A sentence of no more words is a command: "Ok, rollback." */
const longestCommand = 5

/**
 * Ids of the steps that a candidate's turn takes, in the order said: "I roll back", "let's switch it off", "restart all". A question takes none, nor does
 * what is denied, weighed, or bound to a condition.
 */
export function stepsIn(
  text: string,
  { steps, lexicon, words }: { steps: readonly Step[]; lexicon: Lexicon; words: StepWords },
): string[] {
  if (steps.length === 0) return []
  const compiled = compileLexicon(lexicon)
  const segments = tokeniseSegments([{ turn: 1, text }])
  const whole = indexText(segments, { lexicon: compiled })
  const deeds = steps.flatMap(({ taken }) => taken.flatMap((source) => compiled.pattern(source).groups[0] ?? []))
  const named = new Set(deeds.flatMap((deed) => whole.find(deed, true).map(({ first }) => segments[0]?.tokens[first]?.sentence)))
  const found = new Set<string>()
  for (const sentence of sentencesOf(segments)) {
    if (!named.has(sentence.sentence) || opensAsQuestion(sentence, compiled, whole)) continue
    const { tokens } = sentence.segment
    const said = text.slice(tokens[sentence.first]?.start, tokens[sentence.last]?.end).replace(/\s+/g, ' ')
    const open = steps.filter(({ id }) => !found.has(id))
    for (const id of stepsOfSentence(said, { steps: open, compiled, words })) found.add(id)
  }
  return [...found]
}

/** Ids of the steps that a turn speaks of, in the guide's order: taken, denied, weighed or put off. */
export function stepsNamedIn(text: string, { steps, lexicon }: { steps: readonly Step[]; lexicon: Lexicon }): string[] {
  if (steps.length === 0) return []
  const compiled = compileLexicon(lexicon)
  const index = indexOf(text, compiled)
  const tokens = index.segments[0]?.tokens ?? []
  const isNamed = (source: string): boolean => {
    const pattern = compiled.pattern(source)
    const deeds = pattern.groups[0] === undefined ? [] : index.find(pattern.groups[0], true)
    // From the deed on, so that a negating word before it takes nothing away.
    return deeds.some(({ first }) => {
      const end = tokens[Math.min(tokens.length - 1, first + pattern.window - 1)]?.end
      return matchPattern(pattern, indexOf(text.slice(tokens[first]?.start, end), compiled)).some((match) => match.first === 0)
    })
  }
  return steps.filter(({ taken }) => taken.some(isNamed)).map(({ id }) => id)
}

/** A conjunction begins a clause, and so does whoever acts, unless a conjunction, an auxiliary, or a word of habit stands before. Numbers in a row are one thing. */
const clauseEdge =
  /(?<!\b(?:usually|normally|typically|generally))\s*[,;()—–](?!\s*\d)\s*|(?<=:)\s+|\s+-+\s+|\s+(?=(?:and(?!\s+\d)|then|but|so|because|since|before|after|until|till|while)\b)|(?<!\b(?:and|then|but|so|because|since|before|after|until|till|while|if|once|when|unless|whether|as|what|how|why|where|which|can|could|should|would|shall|may|might|do|did|usually|normally|typically|generally),?)\s+(?=(?:i|we|i['’]?(?:ll|d|m)|let['’]?s|let me)\s)/i
/** What follows in the sentence hangs on it. */
const condition =
  /^(?:(?:and|then|but|so|only|or)\s+)?(?:if|unless|once|when|whenever|in case|as soon as|assuming|provided|should|otherwise|or else)\b/i
/** The clause itself says when, or why, or what has not come yet. */
const aside = /^(?:and\s+)?(?:before|after|until|till|while|because|since)\b/i

/** "I call sales and ask them to close it": whoever acts has somebody else do it. */
const handingOn = /^(?:and|then|and then)\s+(?:ask|tell|get|have)\b/i

interface Against {
  steps: readonly Step[]
  compiled: CompiledLexicon
  words: StepWords
}

function stepsOfSentence(sentence: string, against: Against): string[] {
  const { words, compiled } = against
  const whole = indexOf(sentence, compiled)
  if (leavesOpen(whole, against)) return []
  const isSpokenOf = matches(words.spokenOf, whole)
  const isShort = (whole.segments[0]?.tokens.length ?? 0) <= longestCommand
  let isHanging = false
  let isWeighing = false
  let hasTaker = false
  return sentence.split(clauseEdge).flatMap((clause, at, clauses) => {
    isHanging ||= condition.test(clause)
    if (isHanging || aside.test(clause)) return []
    const index = indexOf(clause, compiled)
    const own = words.takers.flatMap((source) => matchPattern(compiled.pattern(source), index)).map(({ last }) => last)
    const handsOn = own.length === 0 && hasTaker ? handingOn.exec(clause)?.[0] : undefined
    const takers = handsOn === undefined ? own : [handsOn.split(/\s+/).length - 1]
    hasTaker ||= own.length > 0
    // What goes on without a taker is meant as what stands before it.
    isWeighing = matches(words.weighed, index) || (isWeighing && own.length === 0)
    if (isWeighing) return []
    // "Adding workers before that gives it more to kill", "Restore it: forty minutes down".
    const isHeading = clause.endsWith(':') && !(isShort && namesObject(index, clauses[at + 1] ?? '', against))
    const isTopic = isHeading || (isSpokenOf && beginsWithGerund.test(clause)) || matches(words.spokenOf, index)
    return stepsOfClause(index, { ...against, takers, isTopic, isShort })
  })

  function matches(patterns: readonly string[], index: TextIndex): boolean {
    return patterns.some((source) => matchPattern(compiled.pattern(source), index).length > 0)
  }
}

/** Behind one of these stands a thing: "a restore loses everything". */
const articles = new Set(['a', 'an', 'the', 'this', 'that', 'any', 'each'])
/** Behind one of these it is not done either: "I refrain from restarting", "the idea of rolling back". */
const notOf = new Set(['from', 'of', 'about', 'against'])
/** A thing before one of these is what the deed is done to: "restore order in the whole team". */
const ofAnother = new Set(['of', 'in', 'for', 'on', 'with', 'at', 'against'])
/** Before what a thing is somebody's, or brought up in: "my notes", "to the graph". */
const possessives = new Set(['my', 'our', 'your', 'his', 'her', 'its', 'their'])
const into = new Set(['in', 'on', 'to', 'into', 'onto'])
const beginsWithGerund = /^\p{L}+ing\b/iu

const indexOf = (text: string, lexicon: CompiledLexicon): TextIndex =>
  indexText(tokeniseSegments([{ turn: 1, text }]), { lexicon })

function stepsOfClause(
  index: TextIndex,
  { takers, isTopic, isShort, ...against }: Against & { takers: readonly number[]; isTopic: boolean; isShort: boolean },
): string[] {
  const tokens = index.segments[0]?.tokens ?? []
  const before = (first: number) => tokens[first - 1]?.text ?? ''
  const looks = new Set(phrasesIn(index, against.words.looks, against).map(({ first }) => first))
  const onlyLooks = (from: number, to: number) => tokens.slice(from, to).some((_, at) => looks.has(from + at))
  const names = new Set(phrasesIn(index, against.words.names, against).map(({ last }) => last))
  const isNameOnly = ({ first, last }: Occurrence) =>
    first === last && names.has(last) && !(isShort && last === tokens.length - 1)
  const isTaken = (first: number) =>
    !notOf.has(before(first)) &&
    (takers.some((taker) => taker < first && first - taker <= mostBetween && !onlyLooks(taker + 1, first)) ||
      (first <= mostBefore && !isTopic && !articles.has(before(first)) && !onlyLooks(0, first)))
  return deedsOf(against.steps, { index, ...against })
    .filter((deed) => isTaken(deed.first) && !isNameOnly(deed) && isWhole(deed, { index, ...against }))
    .sort((a, b) => a.first - b.first)
    .map(({ id }) => id)
}

/** Where any of the phrases stands; a negating word before it takes nothing away. */
const phrasesIn = (index: TextIndex, phrases: readonly string[], { compiled }: Pick<Against, 'compiled'>): Occurrence[] =>
  phrases.flatMap((source) => compiled.pattern(source).groups.flatMap((group) => index.find(group, true)))

/** "Add capacity: twelve instances": what stands behind the colon is what the deed before it is done to. */
function namesObject(index: TextIndex, behind: string, { steps, compiled }: Against): boolean {
  const [segment] = index.segments
  return deedsOf(steps, { index, compiled }).some(({ pattern, first, last }) => {
    const deed = segment?.text.slice(segment.tokens[first]?.start, segment.tokens[last]?.end)
    return (
      pattern.groups.filter(({ excluded }) => !excluded).length > 1 &&
      matchPattern(pattern, indexOf(`${deed} ${behind}`, compiled)).length > 0
    )
  })
}

/** "Either I roll back or I switch it off": of two steps nobody has decided for one. */
function leavesOpen(index: TextIndex, { steps, compiled, words }: Against): boolean {
  const tokens = index.segments[0]?.tokens ?? []
  if (!tokens.some(({ text }) => text === 'or')) return false
  const deeds = deedsOf(steps, { index, compiled }).sort((a, b) => a.first - b.first)
  /** Step -> where it is named first, with what it is done to. */
  const begun = new Map<string, number>()
  for (const deed of deeds) if (!begun.has(deed.id) && isWhole(deed, { index, compiled, words })) begun.set(deed.id, deed.first)
  const followsOr = (at: number) => tokens.slice(Math.max(0, at - mostBefore), at).some(({ text }) => text === 'or')
  const meant = new Map<number, Set<string>>()
  for (const { id, first } of deeds) if (followsOr(first)) meant.set(first, (meant.get(first) ?? new Set()).add(id))
  return [...meant].some(([at, ids]) => [...begun].some(([id, first]) => first < at && !ids.has(id)))
}

interface Deed extends Occurrence {
  /** Of the step that it may take. */
  id: string
  pattern: CompiledPattern
}

/** Where the deed of a pattern stands, whatever it is done to. */
const deedsOf = (steps: readonly Step[], { index, compiled }: { index: TextIndex; compiled: CompiledLexicon }): Deed[] =>
  steps.flatMap(({ id, taken }) =>
    taken.map(compiled.pattern).flatMap((pattern) => {
      const [deed] = pattern.groups
      return deed === undefined ? [] : index.find(deed, pattern.negates).map((at) => ({ ...at, id, pattern }))
    }),
  )

/** Words behind a match in which its object may turn out to be another: "the flag dashboard", "out of suspicion". */
const mostBehind = 4

/** Whether the rest of its pattern stands behind a deed: "restart all instances" is done, and "instances restart" only happens. */
function isWhole(
  { pattern, first, last }: Deed,
  { index, compiled, words }: { index: TextIndex; compiled: CompiledLexicon; words: StepWords },
): boolean {
  const [segment] = index.segments
  if (segment === undefined) return false
  const { tokens, text } = segment
  // No further than a match reaches, so that a text of one deed over and over is not read again for each.
  const end = tokens[Math.min(tokens.length - 1, Math.max(last, first + pattern.window - 1) + mostBehind)]?.end
  const rest = indexOf(text.slice(tokens[first]?.start, end), compiled)
  const isLook = phrasesIn(rest, words.looks, { compiled }).some((look) => look.first === last - first + 1)
  if (isLook) return false
  const lookedAt = phrasesIn(rest, words.lookedAt, { compiled })
  const amounts = new Set(phrasesIn(rest, words.amounts, { compiled }).map(({ last }) => last))
  return matchPattern(pattern, rest).some(
    (match) =>
      match.first === 0 &&
      !isToldAbout(match) &&
      !isClaimed(match, last - first) &&
      !lookedAt.some((phrase) => takesOver(phrase, match)) &&
      !hasOtherObject(match, { deed: last - first, amounts }),
  )
}

/** "I pull a sample of the messages": a thing and a preposition stand before the object. An amount is of the object itself: "half of the pods". */
function hasOtherObject(
  { segment: { tokens }, words }: Match,
  { deed, amounts }: { deed: number; amounts: ReadonlySet<number> },
): boolean {
  const object = words.find((at) => at > deed) ?? 0
  return tokens.some(({ text }, at) => {
    const thing = tokens[at - 1]?.text ?? ''
    return at > deed + 1 && at < object && ofAnother.has(text) && !amounts.has(at - 1) && !isNumber(thing)
  })
}

/** Whether a phrase stands between a deed and its object, or right behind, and is not itself the object: "I bring up the instances in the dashboard". */
function takesOver({ first, last }: Occurrence, { segment: { tokens }, ...match }: Match): boolean {
  const leading = tokens
    .slice(match.last + 1)
    .findIndex(({ text }) => !articles.has(text) && !possessives.has(text) && !into.has(text))
  return first <= match.last + 1 + Math.max(0, leading) && !(match.words.includes(first) && match.words.includes(last))
}

/** "I hold that the mails are the worst of it": what follows is a claim, and no object. */
const isClaimed = ({ segment: { tokens }, last }: Match, deed: number): boolean => {
  const [that, next] = tokens.slice(deed + 1, deed + 3)
  return that?.text === 'that' && next !== undefined && articles.has(next.text) && last > deed + 1
}

/** "I update the team about the yen amounts": what stands behind it is not what is done, but for a figure ("about forty workers"). */
const isToldAbout = ({ segment: { tokens }, first, last }: Match): boolean =>
  tokens.some(({ text }, at) => at > first && at < last && text === 'about' && !isNumber(tokens[at + 1]?.text ?? ''))
