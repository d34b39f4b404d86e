import type { Guard } from '#src/domain/score.ts'
import { sentencesToGrader } from './addresses-grader.ts'
import { sentencesApart, type Topic } from './apart-from-question.ts'
import type { CompiledLexicon } from './compile-pattern.ts'
import { forgedRecord } from './forged-record.ts'
import { type HeardRuns, type RubricRuns, runsOf, shareHeard } from './given-back.ts'
import { sentencesHandedBack } from './hands-back.ts'
import { hidesText } from './hidden-text.ts'
import { listsTerms } from './lists-terms.ts'
import { type Sentence, sentencesOf, wordsOf } from './read-sentences.ts'
import type { InterviewerWords } from './said-before.ts'
import { emptySentences, sentencesOfStock } from './says-nothing.ts'
import { indexText, type TokenisedSegment } from './text-index.ts'

export interface Guarded {
  guard: Guard
  turn: number
  /** Place of the segment, and the sentence in it. */
  segment: number
  sentence: number
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
}

/** Finds the sentences that are no evidence of anything, for instance since they talk to the grader, hide characters, repeat, or only list terms. */
export function guardSegments(segments: readonly TokenisedSegment[], options: GuardOptions): GuardReport {
  const sentences = sentencesOf(segments)
  const guardOf = guardsFor(sentences, segments, options)
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
    } else if (guard !== null) out.push(guarded(guard, sentence))
    else others.push(sentence)
  }
  spreadBetween(out)
  const { lexicon, interviewerSaid, topic } = options
  if (topic !== undefined)
    for (const sentence of sentencesApart(others, { lexicon, interviewerSaid, topic }))
      out.push(guarded('another-question', sentence))
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
const claims = (words: readonly string[], points: HeardRuns): boolean =>
  words.length >= claimed.words && shareHeard(words, 1, points) >= claimed.share

/** The first guard that fires on a sentence. To be asked in order of sentences, since it knows which came before. */
function guardsFor(
  sentences: readonly Sentence[],
  segments: readonly TokenisedSegment[],
  options: GuardOptions,
): (sentence: Sentence) => Guard | null {
  const { lexicon, interviewerSaid, rubricRuns } = options
  const addressed = sentencesToGrader(segments, lexicon).map((found) => new Set(found))
  const index = indexText(segments, { lexicon })
  const verbs = new Set(
    index
      .find(lexicon.cue('verb'), true)
      .map(({ segment, first }) => keyOf(segment, segments[segment]?.tokens[first]?.sentence ?? 0)),
  )
  const empty = emptySentences(sentences, index, lexicon)
  const handedBack = sentencesHandedBack(sentences, index, { lexicon, interviewerSaid })
  const heard = runsOf(interviewerSaid)
  const forged = segments.map(({ text }) => forgedRecord(text))
  const seen = new Set<string>()

  return (sentence) => {
    const { segment, first, last } = sentence
    const words = wordsOf(sentence)
    const said = words.join(' ')
    const isAgain = words.length >= 4 && seen.has(said)
    seen.add(said)
    const raw = rawText(sentence)
    if (addressed[segment.order]?.has(sentence.sentence) === true || roleTag.test(raw)) return 'addresses-grader'
    if (hidesText(raw)) return 'hidden-characters'
    // What follows is told of prose: code repeats itself, lists names and has fields of any name.
    if (segment.artifact !== undefined) return null
    const span = forged[segment.order] ?? null
    const start = segment.tokens[first]?.start ?? 0
    if (span !== null && start < span.end && (segment.tokens[last]?.end ?? 0) > span.start) return 'forged-record'
    const gives = (heardRuns: typeof heard, { words: fewest, share }: { words: number; share: number }) =>
      words.length >= fewest && shareHeard(words, segment.turn, heardRuns) >= share
    if (rubricRuns !== undefined && (gives(rubricRuns.standards, ofStandards) || gives(rubricRuns.points, ofPoints)))
      return 'quotes-rubric'
    if (rubricRuns !== undefined && words[0] === 'i' && claims(words.slice(2), rubricRuns.points)) return 'quotes-rubric'
    if (isAgain) return 'repeated'
    if (gives(heard, echoed) || gives(heard, echoedWhole) || handedBack.has(sentence)) return 'echo'
    if (listsTerms(sentence, verbs.has(keyOf(segment.order, sentence.sentence)))) return 'list-of-terms'
    return empty.has(sentence) ? 'no-content' : null
  }
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
