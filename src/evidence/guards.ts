import type { Guard } from '#src/domain/score.ts'
import { sentencesToGrader } from './addresses-grader.ts'
import { type Among, sentencesOfAnother } from './answers-another.ts'
import { sentencesApart, type Topic } from './apart-from-question.ts'
import type { CompiledLexicon } from './compile-pattern.ts'
import { forgedRecord } from './forged-record.ts'
import { type HeardRuns, type RubricRuns, runsOf, shareHeard, shareInOrder } from './given-back.ts'
import { sentencesHandedBack } from './hands-back.ts'
import { hidesText } from './hidden-text.ts'
import { listsTerms, namesInARow } from './lists-terms.ts'
import { type Sentence, sentencesOf, wordsOf } from './read-sentences.ts'
import type { InterviewerWords } from './said-before.ts'
import { emptySentences, genericWords, isEmpty, sentencesOfForm, sentencesOfStock } from './says-nothing.ts'
import { indexText, type TextIndex, type TokenisedSegment } from './text-index.ts'

export interface Guarded {
  guard: Guard
  turn: number
  /** Place of the segment, and the sentence in it. */
  segment: number
  sentence: number
  /** Of a sentence that addresses the grader: its words besides those that do. They may be an honest sentence that it was put into. */
  besides?: number
}

export interface GuardReport {
  out: readonly Guarded[]
  isOut(segment: number, sentence: number): boolean
  /** Share of the sentences that went, 0 to 1; those made of stock phrases are padding and count on neither side. */
  share: number
}

export interface GuardOptions {
  lexicon: CompiledLexicon
  interviewerSaid: readonly InterviewerWords[]
  /** What a candidate may have read instead of having done it. */
  rubricRuns?: RubricRuns | undefined
  /** Absent where nobody can tell what is beside the question. */
  topic?: Topic | undefined
  /** Absent where the bank is not known, or not the question. */
  among?: Among | undefined
  /** False where another language was spoken. True when unsaid. */
  isEnglish?: boolean | undefined
}

/**
 * Finds the sentences that are no evidence of anything, for instance since they talk to the grader, hide characters, repeat, or only list terms.
 * What only lists terms, says nothing or answers something else is told by English words, so in another language it is not looked for.
 */
export function guardSegments(segments: readonly TokenisedSegment[], options: GuardOptions): GuardReport {
  const sentences = sentencesOf(segments)
  const addressed = sentencesToGrader(segments, options.lexicon)
  const index = indexText(segments, { lexicon: options.lexicon })
  const generic = genericWords(index, options.lexicon)
  const guardOf = guardsFor(sentences, { ...options, segments, addressed, index })
  const stock = sentencesOfStock(sentences.filter(({ segment }) => segment.artifact === undefined))
  const out: Guarded[] = []
  const others: Sentence[] = []
  let padding = 0
  for (const sentence of sentences) {
    const guard = guardOf(sentence)
    const isPadding = stock.has(sentence) && (guard === null || guard === 'repeated' || guard === 'no-content')
    if (isPadding) {
      padding++
      out.push(guarded('no-content', sentence))
    } else if (guard === null) others.push(sentence)
    else {
      const length = addressed[sentence.segment.order]?.get(sentence.sentence)
      const besides = length === undefined ? 0 : sentence.last - sentence.first + 1 - length
      out.push({ ...guarded(guard, sentence), ...(besides > 0 && { besides }) })
    }
  }
  spreadBetween(out)
  if (options.isEnglish !== false)
    for (const sentence of besideOrders(others, { out, index, lexicon: options.lexicon })) {
      others.splice(others.indexOf(sentence), 1)
      out.push(guarded('addresses-grader', sentence))
    }
  for (const sentence of leadingIn(others, { out, generic })) {
    others.splice(others.indexOf(sentence), 1)
    out.push(guarded('no-content', sentence))
  }
  const { lexicon, interviewerSaid, isEnglish = true } = options
  const { topic, among } = isEnglish ? options : {}
  // Labels are neither an answer to anything, nor do they vouch for one.
  const told = others.filter(({ segment }) => segment.form === 'said')
  const apart = topic === undefined ? [] : sentencesApart(told, { lexicon, interviewerSaid, topic })
  const ofAnother = among === undefined ? [] : sentencesOfAnother(others, { interviewerSaid, among })
  for (const sentence of new Set([...apart, ...ofAnother])) out.push(guarded('another-question', sentence))
  const keys = new Set(out.map((one) => keyOf(one.segment, one.sentence)))
  return {
    out,
    isOut: (segment, sentence) => keys.has(keyOf(segment, sentence)),
    share: sentences.length === padding ? 0 : (keys.size - padding) / (sentences.length - padding),
  }
}

/** How much of a sentence must have been said before for it to be given back; shorter sentences share runs by chance. */
const echoed = { words: 8, share: 0.7 }
const echoedWhole = { words: 3, share: 1 }
const ofStandards = { words: 5, share: 0.5 }
const ofPoints = { words: 6, share: 0.85 }
/** "I named what the candidate misjudged": a point turned into a claim, its first two words aside. */
const claimed = { words: 5, share: 0.85 }
/** The words of one text in their order, some of them left out. Who asks claims nothing. */
const inOrder = { words: 7, share: 0.9 }

function quotesRubric(
  { segment: { turn }, asks }: Sentence,
  words: readonly string[],
  { standards, points, texts }: RubricRuns,
): boolean {
  const gives = (heard: HeardRuns, { words: fewest, share }: { words: number; share: number }, said = words) =>
    said.length >= fewest && shareHeard(said, turn, heard) >= share
  const claim = words[0] === 'i' ? words.slice(2) : words
  return (
    gives(standards, ofStandards) ||
    gives(points, ofPoints) ||
    (claim !== words && gives(points, claimed, claim)) ||
    (!asks && claim.length >= inOrder.words && texts.some((wordings) => shareInOrder(claim, wordings) >= inOrder.share))
  )
}

/** The first guard that fires on a sentence. To be asked in order of sentences, since it knows which came before. */
function guardsFor(
  sentences: readonly Sentence[],
  options: GuardOptions & {
    segments: readonly TokenisedSegment[]
    addressed: readonly ReadonlyMap<number, number>[]
    index: TextIndex
  },
): (sentence: Sentence) => Guard | null {
  const { lexicon, interviewerSaid, rubricRuns, segments, addressed, index, isEnglish = true } = options
  const verbs = new Set(
    index
      .find(lexicon.cue('verb'), true)
      .map(({ segment, first }) => keyOf(segment, segments[segment]?.tokens[first]?.sentence ?? 0)),
  )
  const empty = emptySentences(sentences, index, lexicon)
  const filledIn = sentencesOfForm(sentences.filter(({ segment }) => segment.artifact === undefined))
  const handedBack = sentencesHandedBack(sentences, index, { lexicon, interviewerSaid })
  const heard = runsOf(interviewerSaid)
  const refersBack = openingWith('refers-back', sentences, { index, lexicon })
  const forged = segments.map(({ text }) => forgedRecord(text))
  const seen = new Set<string>()

  return (sentence) => {
    const { segment, first, last } = sentence
    const words = wordsOf(sentence)
    const said = words.join(' ')
    const isAgain = words.length >= 4 && seen.has(said)
    seen.add(said)
    const raw = rawText(sentence)
    if (addressed[segment.order]?.has(sentence.sentence) || roleTag.test(raw)) return 'addresses-grader'
    if (hidesText(raw)) return 'hidden-characters'
    const givesRubric = rubricRuns !== undefined && quotesRubric(sentence, words, rubricRuns)
    // What follows is told of prose: code repeats itself, lists names and has fields of any name.
    if (segment.artifact !== undefined) return givesRubric ? 'quotes-rubric' : namesInARow(sentence) ? 'list-of-terms' : null
    const span = forged[segment.order] ?? null
    const start = segment.tokens[first]?.start ?? 0
    if (span !== null && start < span.end && (segment.tokens[last]?.end ?? 0) > span.start) return 'forged-record'
    const gives = (heardRuns: typeof heard, { words: fewest, share }: { words: number; share: number }) =>
      words.length >= fewest && shareHeard(words, segment.turn, heardRuns) >= share
    if (givesRubric) return 'quotes-rubric'
    if (isAgain || refersBack.has(sentence)) return 'repeated'
    if (gives(heard, echoed) || gives(heard, echoedWhole) || handedBack.has(sentence)) return 'echo'
    if (!isEnglish) return null
    if (listsTerms(sentence, verbs.has(keyOf(segment.order, sentence.sentence)))) return 'list-of-terms'
    return empty.has(sentence) || filledIn.has(sentence) ? 'no-content' : null
  }
}

/** The sentences that hold a phrase of a list among their first words. */
function openingWith(
  cue: string,
  sentences: readonly Sentence[],
  { index, lexicon }: { index: TextIndex; lexicon: CompiledLexicon },
): ReadonlySet<Sentence> {
  const places = new Set(index.find(lexicon.cue(cue), true).map(({ segment, first }) => keyOf(segment, first)))
  if (places.size === 0) return new Set()
  return new Set(sentences.filter(({ segment, first }) => [0, 1, 2].some((at) => places.has(keyOf(segment.order, first + at)))))
}

/** Sentences of nothing in particular right before what gives the rubric back: they introduce it. */
function leadingIn(
  others: readonly Sentence[],
  { out, generic }: { out: readonly Guarded[]; generic: ReturnType<typeof genericWords> },
): Sentence[] {
  const taken = new Set(out.map((one) => keyOf(one.segment, one.sentence)))
  const gone = new Set(out.filter(({ guard }) => guard === 'quotes-rubric').map((one) => keyOf(one.segment, one.sentence)))
  const introduces = ({ segment, sentence }: Sentence): boolean => gone.has(keyOf(segment.order, sentence + 1))
  return others.filter((one) => !taken.has(keyOf(one.segment.order, one.sentence)) && introduces(one) && isEmpty(one, generic))
}

function guarded(guard: Guard, { segment, sentence }: Sentence): Guarded {
  return { guard, turn: segment.turn, segment: segment.order, sentence }
}

const keyOf = (segment: number, sentence: number): number => segment * 2 ** 32 + sentence
// White space is looked for inside one line and one way only: a pasted page of blank lines must not hold up the server.
const roleTag =
  /<\|?\/?(im_start|im_end|system|assistant|user|candidate|interviewer|transcript|endoftext)\b|\[\/?INST\]|\[[^\S\n]?system[^\S\n]+(note|message|prompt)\b|(^|\n)[^\S\n]*(#+[^\S\n]*)?(system|assistant)[^\S\n]*:/i

/** The sentence with what stands before it, and after it when it is the last: what stands between two belongs to the second. */
function rawText({ segment, first, last }: Sentence): string {
  const { text, tokens } = segment
  return text.slice(first === 0 ? 0 : (tokens[first - 1]?.end ?? 0), last === tokens.length - 1 ? text.length : tokens[last]?.end)
}

/** More words beside an order may be an answer, whatever they are about. */
const mostBesideOrder = 30
/** Words of these make an answer of a sentence. */
const ofSubstance = ['thing', 'component', 'decision', 'action', 'bare-action', 'quantity']

/** What is said in a turn beside an order, where none of it is of substance: it belongs to the order. */
function besideOrders(
  others: readonly Sentence[],
  { out, index, lexicon }: { out: readonly Guarded[]; index: TextIndex; lexicon: CompiledLexicon },
): Sentence[] {
  const ordering = new Set(out.flatMap(({ guard, segment }) => (guard === 'addresses-grader' ? [segment] : [])))
  if (ordering.size === 0) return []
  const places = ofSubstance.flatMap((cue) => index.find(lexicon.cue(cue), true))
  const says = ({ segment, first, last }: Sentence) =>
    places.some((at) => at.segment === segment.order && at.first >= first && at.last <= last)
  const taken = new Set(out.map((one) => keyOf(one.segment, one.sentence)))
  const left = others.filter(
    ({ segment, sentence }) => segment.artifact === undefined && !taken.has(keyOf(segment.order, sentence)),
  )
  return [...ordering].flatMap((order) => {
    const beside = left.filter(({ segment }) => segment.order === order)
    const words = beside.reduce((sum, { first, last }) => sum + last - first + 1, 0)
    return words > mostBesideOrder || beside.some(says) ? [] : beside
  })
}

/** What stands between two sentences that address the grader or quote the rubric, at most two sentences long, belongs to them. */
function spreadBetween(out: Guarded[]): void {
  const addressing = out.filter(({ guard }) => guard === 'addresses-grader' || guard === 'quotes-rubric')
  const taken = new Set(out.map((one) => keyOf(one.segment, one.sentence)))
  for (const [at, one] of addressing.entries()) {
    const next = addressing[at + 1]
    if (next === undefined || next.segment !== one.segment || next.sentence - one.sentence > 3) continue
    for (let between = one.sentence + 1; between < next.sentence; between++)
      if (!taken.has(keyOf(one.segment, between))) out.push({ ...one, sentence: between })
  }
}
