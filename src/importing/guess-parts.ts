import type { GuessedPart } from '#src/domain/import.ts'
import type { Lexicon } from '#src/domain/lexicon.ts'
import { type Level, levels, type TrackId, trackIds } from '#src/domain/track.ts'
import type { Speaker } from '#src/domain/turn.ts'
import { cuesIn, type FoundCue } from './cues-in.ts'
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
/** Characters of a turn in which questions are looked for. */
const longestTurn = 4000
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
  const likeness = likenessIn(bank)
  const asked = askedOf(said)
  const opened = openedBy(asked, lexicon)
  const parts: GuessedPart[] = []
  for (const [at, { from, text }] of asked.entries()) {
    const cue = opened[at] ?? null
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
export function guessLevel(said: readonly SaidAt[], lexicon: Lexicon): Level | null {
  const named = cuesIn(textsOf(askedOf(said)), { lexicon, names: levels.map((level) => `names-${level}`) })
  const [only, ...others] = levels.filter((_, at) => named[at]?.some((cue) => cue !== null))
  return others.length === 0 ? (only ?? null) : null
}

/** What the interviewer says. A question stands in the beginning of a turn; of one that is longer than any the rest is not looked at. */
const askedOf = (said: readonly SaidAt[]): SaidAt[] =>
  said
    .filter(({ speaker }) => speaker === 'interviewer')
    .map((one) => (one.text.length > longestTurn ? { ...one, text: one.text.slice(0, longestTurn) } : one))

const textsOf = (asked: readonly SaidAt[]): string[] => asked.map(({ text }) => text)

interface Cue {
  track: TrackId
  words: string
}

/** For each turn the cue that comes first in it; null without one. */
function openedBy(asked: readonly SaidAt[], lexicon: Lexicon): (Cue | null)[] {
  const found = cuesIn(textsOf(asked), { lexicon, names: trackIds.map((track) => `opens-${track}`) })
  return asked.map((_, at) => {
    let first: (FoundCue & Cue) | null = null
    for (const [place, track] of trackIds.entries()) {
      const cue = found[place]?.[at] ?? null
      if (cue !== null && (first === null || comesBefore(cue, first))) first = { ...cue, track }
    }
    return first
  })
}

const comesBefore = (a: FoundCue, b: FoundCue): boolean =>
  a.start < b.start || (a.start === b.start && a.words.length > b.words.length)

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
