import type { GuessedPart } from '#src/domain/import.ts'
import type { Lexicon } from '#src/domain/lexicon.ts'
import { type Level, levels, type TrackId, trackIds } from '#src/domain/track.ts'
import type { Speaker } from '#src/domain/turn.ts'
import { type CompiledLexicon, compileLexicon } from '#src/evidence/compile-pattern.ts'
import { indexText, tokeniseSegments } from '#src/evidence/text-index.ts'
import { type BankQuestion, type Likeness, likenessIn } from './question-likeness.ts'
import { lineOf } from './shorten.ts'

/** What is said at one place of a source. */
export interface SaidAt {
  /** Number of the utterance that begins it. */
  from: number
  speaker: Speaker
  text: string
}

/** What it takes to believe that words ask a question of the bank; fitted on the labelled transcripts (tests/importing/guess-parts.test.ts). */
interface Bar {
  share: number
  shared: number
}
const rarityNeeded = 8
const leadNeeded = 0.03
/** Where a question is bound to be asked: in the first words, and where a cue opens one. */
const opening: Bar = { share: 0.3, shared: 2 }
/** Elsewhere words that ask further into a question must not pass for another one. */
const amid: Bar = { share: 0.4, shared: 3 }

/** Interviewer's turns at the beginning that may be spent on greetings before the first question. */
const greetings = 4
/** Longest words of a question that the bank lacks. */
const longestOwn = 600

/**
 * Tells an interview apart into its questions, by what the interviewer says alone. A part begins where the words are alike enough to the title or
 * the opening of another question of the bank, or where a cue (`@opens-…`) opens a question of another track; stories also follow one another by
 * their cue. What is not sure is null. Deterministic, and the first part always begins with the first words.
 */
export function guessParts(
  said: readonly SaidAt[],
  { bank, lexicon }: { bank: readonly BankQuestion[]; lexicon: Lexicon },
): GuessedPart[] {
  const compiled = compileLexicon(lexicon)
  const likeness = likenessIn(bank)
  const asked = said.filter(({ speaker }) => speaker === 'interviewer')
  const parts: GuessedPart[] = []
  for (const [at, { from, text }] of asked.entries()) {
    const cue = openedBy(text, compiled)
    const current = parts.at(-1)
    const isBound = cue !== null || (at < greetings && current === undefined)
    const alike = surest(likeness(text), { bar: isBound ? opening : amid, track: cue?.track ?? null })
    if (alike === null && cue === null) continue
    const found = partOf({ from, text, alike, cue })
    const isAnother =
      current === undefined ||
      (found.question.id !== null && found.question.id !== current.question.id) ||
      (found.question.id === null && (found.track !== current.track || (found.track === 'behavioral' && at > 0)))
    if (isAnother) parts.push(found)
  }
  const [first] = parts
  if (first === undefined) return said.length === 0 ? [] : [unknownPart(said, asked)]
  return [{ ...first, from: said[0]?.from ?? first.from }, ...parts.slice(1)]
}

/** The seniority that the interviewer names; null where none is named, or several are. */
export function guessLevel(said: readonly Pick<SaidAt, 'speaker' | 'text'>[], lexicon: Lexicon): Level | null {
  const compiled = compileLexicon(lexicon)
  const words = said.filter(({ speaker }) => speaker === 'interviewer').map(({ text }) => text)
  const named = levels.filter((level) => words.some((text) => cueIn(text, `names-${level}`, compiled) !== null))
  return named.length === 1 ? (named[0] ?? null) : null
}

interface Cue {
  track: TrackId
  words: string
}

/** The cue that comes first; null without one. */
function openedBy(text: string, lexicon: CompiledLexicon): Cue | null {
  const found = trackIds.flatMap((track) => {
    const cue = cueIn(text, `opens-${track}`, lexicon)
    return cue === null ? [] : [{ track, ...cue }]
  })
  const [first] = found.sort((a, b) => a.start - b.start || b.words.length - a.words.length)
  return first ?? null
}

function cueIn(text: string, name: string, lexicon: CompiledLexicon): { words: string; start: number } | null {
  const index = indexText(tokeniseSegments([{ turn: 1, text }]), { lexicon })
  const [found] = index.find(lexicon.cue(name), true)
  const segment = index.segments[0]
  if (found === undefined || segment === undefined) return null
  const start = segment.tokens[found.first]?.start ?? 0
  return { words: segment.text.slice(start, segment.tokens[found.last]?.end), start }
}

/** The question that words ask, when it is well before the next of those that they might. */
function surest(alike: readonly Likeness[], { bar, track }: { bar: Bar; track: TrackId | null }): Likeness | null {
  const [first, second] = alike.filter(({ question }) => track === null || question.track === track)
  if (first === undefined || first.share < bar.share || first.shared.length < bar.shared || first.rarity < rarityNeeded)
    return null
  return first.share - (second?.share ?? 0) < leadNeeded ? null : first
}

function partOf({
  from,
  text,
  alike,
  cue,
}: {
  from: number
  text: string
  alike: Likeness | null
  cue: Cue | null
}): GuessedPart {
  const cueWords = cue === null ? '' : `The interviewer says “${cue.words.replaceAll(/\s+/g, ' ')}”.`
  if (alike === null)
    return { from, track: cue?.track ?? null, question: { id: null, text: lineOf(text, longestOwn) }, because: cueWords }
  const { question } = alike
  return {
    from,
    track: question.track,
    question: { id: question.id, text: question.title },
    because: `The interviewer’s words are like those of “${question.title}”.`,
  }
}

/** A source whose questions nothing tells: one part, from the first words. */
function unknownPart(said: readonly SaidAt[], asked: readonly SaidAt[]): GuessedPart {
  const longest = asked.slice(0, greetings).reduce<string>((best, { text }) => (text.length > best.length ? text : best), '')
  return { from: said[0]?.from ?? 1, track: null, question: { id: null, text: lineOf(longest, longestOwn) }, because: '' }
}
