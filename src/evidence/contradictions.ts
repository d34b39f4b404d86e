import type { Lexicon } from '#src/domain/lexicon.ts'
import { type CompiledLexicon, compileLexicon } from './compile-pattern.ts'
import { isContentWord, type Sentence, sentencesOf, wordsOf } from './read-sentences.ts'
import { indexText, type TextIndex } from './text-index.ts'
import { tokeniseSegments } from './tokenise-segments.ts'

/** Words of one turn, verbatim, at most twelve. */
export interface Quoted {
  turn: number
  quote: string
}

/** Two things that a candidate said and that do not go together. */
export interface Contradiction {
  earlier: Quoted
  later: Quoted
}

/**
 * Where the last of these turns does not go with one before it: the same quantity with figures at least three times apart, or a thing taken and
 * a thing left out. Null when there is nothing, and whenever it could be meant otherwise: a condition, a change of mind, another case. Turns
 * from before a changed requirement are not to be among them.
 */
export function contradictionIn(turns: readonly { turn: number; text: string }[], lexicon: Lexicon): Contradiction | null {
  const said = statementsIn(turns, compileLexicon(lexicon))
  const last = turns.at(-1)?.turn
  const withdrawn = (earlier: Statement) => said.some((one) => one.mends && one.turn > earlier.turn && isOpposed(earlier, one))
  for (const later of said.filter(({ turn, mends }) => turn === last && !mends))
    for (const earlier of said.filter((one) => one.turn !== last && !withdrawn(one)))
      if (isOpposed(earlier, later)) return { earlier: quoted(earlier), later: quoted(later) }
  return null
}

interface Place {
  turn: number
  sentence: Sentence
  /** First and last word that must stand in the quote. */
  first: number
  last: number
}

type Said = Place &
  (
    | { kind: 'figure'; value: number; unit: string; about: ReadonlySet<string> }
    /** A thing that is part of the design, or is not. */
    | { kind: 'part'; thing: string; taken: boolean }
  )
/** `mends`: said in taking something back; what it is opposed to no longer stands. */
type Statement = Said & { mends: boolean }

const quoted = ({ turn, sentence, first, last }: Place): Quoted => ({ turn, quote: quoteAround({ sentence, first, last }) })

const timesApart = 3
/** Words beside the unit that two figures must share to be about the same thing. */
const fewestShared = 2

function isOpposed(one: Statement, other: Statement): boolean {
  if (one.kind === 'part' && other.kind === 'part') return one.thing === other.thing && one.taken !== other.taken
  if (one.kind !== 'figure' || other.kind !== 'figure' || one.unit !== other.unit) return false
  const [low, high] = one.value < other.value ? [one.value, other.value] : [other.value, one.value]
  if (low === 0 || high / low < timesApart) return false
  const shared = [...one.about].filter((word) => other.about.has(word)).length
  const all = new Set([...one.about, ...other.about]).size
  return shared >= fewestShared && shared * 2 >= all
}

function statementsIn(turns: readonly { turn: number; text: string }[], lexicon: CompiledLexicon): Statement[] {
  const index = indexText(tokeniseSegments(turns), { lexicon })
  const unsure = sentencesWith(index, lexicon, ['told-with-condition', 'doubt', 'hedge'])
  const mending = new Set([0, 1].flatMap((after) => [...sentencesWith(index, lexicon, ['retract'], after)]))
  return sentencesOf(index.segments)
    .filter(({ asks, segment, sentence }) => !asks && !unsure.has(keyOf(segment.order, sentence)))
    .flatMap((sentence) => {
      const mends = mending.has(keyOf(sentence.segment.order, sentence.sentence))
      return [...figuresIn(sentence), ...partsIn(sentence, index, lexicon)].map((statement) => ({ ...statement, mends }))
    })
}

const keyOf = (segment: number, sentence: number): string => `${segment} ${sentence}`

/** Sentences that hold one of the cues, or so many `after` them: what follows "I take that back" is what is meant now. */
function sentencesWith(index: TextIndex, lexicon: CompiledLexicon, cues: readonly string[], after = 0): Set<string> {
  return new Set(
    cues.flatMap((cue) =>
      index
        .find(lexicon.cue(cue), true)
        .map(({ segment, first }) => keyOf(segment, (index.segments[segment]?.tokens[first]?.sentence ?? 0) + after)),
    ),
  )
}

const scale = new Map([
  ['k', 1e3],
  ['thousand', 1e3],
  ['m', 1e6],
  ['million', 1e6],
  ['billion', 1e9],
])

/** "Forty thousand requests per second" is not read: only figures in digits, which are meant as such. */
function figuresIn(sentence: Sentence): Said[] {
  const { segment, first, last } = sentence
  const words = wordsOf(sentence)
  const found: Said[] = []
  for (const [at, word] of words.entries()) {
    if (!/^\d+(?:\.\d+)?$/.test(word)) continue
    const factor = scale.get(words[at + 1] ?? '')
    const unitAt = factor === undefined ? at + 1 : at + 2
    const unit = words[unitAt]
    if (unit === undefined || !isContentWord(unit) || /^\d/.test(unit)) continue
    const per = words[unitAt + 1] === 'per' || words[unitAt + 1] === 'a' || words[unitAt + 1] === 'an'
    const end = per ? Math.min(unitAt + 2, words.length - 1) : unitAt
    found.push({
      kind: 'figure',
      turn: segment.turn,
      sentence,
      first: first + at,
      last: Math.min(last, first + end),
      value: Number(word) * (factor ?? 1),
      unit: per ? `${unit} per ${words[end]}` : unit,
      about: new Set(words.filter((other, place) => (place < at || place > end) && isContentWord(other) && !/^\d/.test(other))),
    })
  }
  // A sentence with several figures compares them: which one is meant of what is past telling.
  return found.length === 1 ? found : []
}

/** Words between the verb, or the "no", and the thing. */
const mostBetween = 2

function partsIn(sentence: Sentence, index: TextIndex, lexicon: CompiledLexicon): Said[] {
  const { segment } = sentence
  const inside = (cue: string) =>
    index
      .find(lexicon.cue(cue), true)
      .filter((at) => at.segment === segment.order && at.first >= sentence.first && at.last <= sentence.last)
  const things = inside('design-part')
  if (things.length === 0) return []
  const after = (cue: string) =>
    inside(cue).flatMap((verb) => {
      const thing = things.find(({ first }) => first > verb.last && first - verb.last - 1 <= mostBetween)
      return thing === undefined ? [] : [{ first: verb.first, last: thing.last, thing }]
    })
  const left = after('leaves-it-out')
  const taken = after('takes-it').filter(({ first }) => !left.some((one) => one.first <= first && first <= one.last))
  const statements = [...left.map((one) => ({ ...one, taken: false })), ...taken.map((one) => ({ ...one, taken: true }))]
  return statements.map(({ first, last, thing, taken: isTaken }) => ({
    kind: 'part',
    turn: segment.turn,
    sentence,
    first,
    last,
    thing: wordsOf({ segment, first: thing.first, last: thing.last }).join(' '),
    taken: isTaken,
  }))
}

const mostWords = 12

/** The sentence when it is short, else the words from a little before what matters. */
function quoteAround({ sentence, first, last }: Omit<Place, 'turn'>): string {
  const { segment } = sentence
  const { clause } = segment.tokens[first] ?? {}
  let from = first
  while (from > sentence.first && last - from + 2 <= mostWords && segment.tokens[from - 1]?.clause === clause) from--
  let to = last
  while (to < sentence.last && to - from + 2 <= mostWords && segment.tokens[to + 1]?.clause === segment.tokens[last]?.clause) to++
  return segment.text.slice(segment.tokens[from]?.start ?? 0, segment.tokens[to]?.end ?? 0)
}
