import type { CompiledGroup, CompiledLexicon } from './compile-pattern.ts'
import { isContentWord, type Sentence, wordsOf } from './read-sentences.ts'
import type { Occurrence, TextIndex } from './text-index.ts'
import { isNumber } from './tokenise.ts'

/** A shorter sentence may rest on the one before it ("He agreed in the end"); so many of them in a row rest on nothing. */
const longEnough = 12
const inARow = 3
/** A clause that stands word for word in so many different sentences is a stock phrase. */
const stockFrom = 3

/**
 * The sentences whose every word would fit any answer to any question: padding, slogans, the frame of a story without the story, and figures in a
 * row of which none says what it is a figure of.
 */
export function emptySentences(
  sentences: readonly Sentence[],
  index: TextIndex,
  lexicon: CompiledLexicon,
): ReadonlySet<Sentence> {
  const generic = genericWords(index, lexicon)
  const tells = sentencesThatTell(sentences, index, lexicon)
  /** A number, before it nothing that says of what, and at most its unit after it. */
  const isBareFigure = ({ segment, first, last }: Sentence): boolean => {
    const words = segment.tokens.slice(first, last + 1).map(({ text }) => text)
    const number = words.findIndex(isNumber)
    const saysWhat = (word: string, at: number) => isContentWord(word) && generic[segment.order]?.has(first + at) !== true
    return number >= 0 && !words.slice(0, number).some(saysWhat) && words.slice(number + 1).filter(isContentWord).length <= 1
  }
  const isLong = ({ first, last }: Sentence) => last - first + 1 >= longEnough
  return new Set([
    ...tells,
    ...rowsOf(sentences, (sentence) => isEmpty(sentence, generic)).flatMap((row) =>
      row.length >= inARow ? row : row.filter(isLong),
    ),
    ...rowsOf(sentences, isBareFigure).flatMap((row) => (row.length >= inARow ? row : [])),
  ])
}

/** A shorter one announces what follows: "I weigh it like this". */
const isClaim = ({ first, last }: Sentence): boolean => last - first + 1 >= 6

/** Every word would fit any answer to any question. */
export function isEmpty({ segment, first, last }: Sentence, generic: readonly ReadonlySet<number>[]): boolean {
  for (let at = first; at <= last; at++) {
    const word = segment.tokens[at]?.text ?? ''
    if (isNumber(word) || (isContentWord(word) && generic[segment.order]?.has(at) !== true)) return false
  }
  return true
}

/**
 * The sentences that tell of an answer instead of giving it: "I named a trade-off and its cost", "as discussed with the interviewer I covered".
 * Those with a phrase of "told-it" hold none but generic words and parts of an answer besides; those of "instead-of-telling" say so outright.
 */
function sentencesThatTell(sentences: readonly Sentence[], index: TextIndex, lexicon: CompiledLexicon): Sentence[] {
  const outright = index.find(lexicon.cue('instead-of-telling'), true)
  const told = index.find(lexicon.cue('told-it'), true)
  if (outright.length + told.length === 0) return []
  const known = wordsIn(index, [lexicon.cue('generic'), lexicon.cue('told-it'), lexicon.cue('part-of-an-answer')])
  const stands = (places: readonly Occurrence[], { segment, first, last }: Sentence) =>
    places.some((at) => at.segment === segment.order && at.first >= first && at.last <= last)
  return sentences.filter(
    (sentence) => stands(outright, sentence) || (isClaim(sentence) && stands(told, sentence) && isEmpty(sentence, known)),
  )
}

/** The sentences put together from nothing but stock phrases: what is left of padding that is never twice quite the same. */
export function sentencesOfStock(sentences: readonly Sentence[]): ReadonlySet<Sentence> {
  const stock = stockPhrases(sentences)
  if (stock.size === 0) return new Set()
  return new Set(
    sentences.filter((sentence) => {
      const clauses = clausesOf(sentence)
      return clauses.some(isPhrase) && clauses.every((clause) => stock.has(clause.join(' ')))
    }),
  )
}

/** So many sentences of so many words that differ in their nouns only were filled into a form. */
const fewestOfForm = 3
const shortestForm = 12

/** The sentences that were filled into one form: the words that only join are the same, in the same places. */
export function sentencesOfForm(sentences: readonly Sentence[]): ReadonlySet<Sentence> {
  const forms = new Map<string, Sentence[]>()
  for (const sentence of sentences) {
    if (sentence.last - sentence.first + 1 < shortestForm) continue
    const form = wordsOf(sentence)
      .map((word) => (isContentWord(word) ? '_' : word))
      .join(' ')
    forms.set(form, [...(forms.get(form) ?? []), sentence])
  }
  // In one text what is said again word for word is the repeated guard's, which leaves it standing where it was said first; in one text after the
  // other it is a form.
  const isForm = (of: readonly Sentence[]): boolean => {
    const different = new Set(of.map((sentence) => wordsOf(sentence).join(' '))).size
    const texts = new Set(of.map(({ segment }) => segment)).size
    return of.length >= fewestOfForm && (different >= fewestOfForm || (different === 1 && texts >= fewestOfForm))
  }
  return new Set([...forms.values()].flatMap((of) => (isForm(of) ? of : [])))
}

/** Fewer words recur by themselves. */
const isPhrase = (clause: readonly string[]): boolean => clause.length >= 4

/** Said word for word in several sentences that are not the same sentence: what is said again as a whole repeats what may be evidence. */
function stockPhrases(sentences: readonly Sentence[]): ReadonlySet<string> {
  const places = new Map<string, Set<string>>()
  for (const sentence of sentences) {
    const said = wordsOf(sentence).join(' ')
    for (const clause of clausesOf(sentence).map((words) => words.join(' ')))
      places.set(clause, (places.get(clause) ?? new Set()).add(said))
  }
  return new Set([...places].flatMap(([clause, said]) => (said.size >= stockFrom ? [clause] : [])))
}

function clausesOf({ segment, first, last }: Sentence): string[][] {
  const clauses: string[][] = []
  for (let at = first; at <= last; at++) {
    const token = segment.tokens[at]
    if (at === first || token?.clause !== segment.tokens[at - 1]?.clause) clauses.push([])
    clauses.at(-1)?.push(token?.text ?? '')
  }
  return clauses
}

/** Segment -> the words that would fit any answer to any question. */
export const genericWords = (index: TextIndex, lexicon: CompiledLexicon): readonly ReadonlySet<number>[] =>
  wordsIn(index, [lexicon.cue('generic')])

/** Segment -> the words that phrases of some lists are made of. */
function wordsIn(index: TextIndex, groups: readonly CompiledGroup[]): readonly ReadonlySet<number>[] {
  const found = index.segments.map(() => new Set<number>())
  for (const group of groups)
    for (const { segment, first, last } of index.find(group, true)) for (let at = first; at <= last; at++) found[segment]?.add(at)
  return found
}

/** Sentences that follow one another in one segment and all are of a kind. */
function rowsOf(sentences: readonly Sentence[], isOfKind: (sentence: Sentence) => boolean): Sentence[][] {
  const rows: Sentence[][] = []
  let before: Sentence | undefined
  for (const sentence of sentences) {
    const isOne = isOfKind(sentence)
    if (isOne && before?.segment === sentence.segment) rows.at(-1)?.push(sentence)
    else if (isOne) rows.push([sentence])
    before = isOne ? sentence : undefined
  }
  return rows
}
