import type { CompiledLexicon } from './compile-pattern.ts'
import { isContentWord, type Sentence, sentencesOf, wordsOf } from './read-sentences.ts'
import type { InterviewerWords } from './said-before.ts'
import { indexText, type TokenisedSegment } from './text-index.ts'
import { tokenise } from './tokenise.ts'

/** Why a sentence was taken out of evidence. */
export type Guard = 'addresses-grader' | 'hidden-characters' | 'repeated' | 'echo' | 'list-of-terms'

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
  /** Share of the sentences that went, 0 to 1. */
  share: number
}

/** Finds the sentences that are no evidence of anything: they talk to the grader, hide characters, repeat, echo, or only list terms. */
export function guardSegments(
  segments: readonly TokenisedSegment[],
  { lexicon, interviewerSaid }: { lexicon: CompiledLexicon; interviewerSaid: readonly InterviewerWords[] },
): GuardReport {
  const sentences = sentencesOf(segments)
  const index = indexText(segments, { lexicon })
  const addressed = sentenceKeys(segments, index.find(lexicon.cue('grader'), true))
  const verbs = sentenceKeys(segments, index.find(lexicon.cue('verb'), true))
  const heard = trigramsBy(interviewerSaid)
  const seen = new Set<string>()
  const out: Guarded[] = []

  for (const sentence of sentences) {
    const key = keyOf(sentence.segment.order, sentence.sentence)
    const words = wordsOf(sentence)
    const raw = sentence.segment.text.slice(
      sentence.first === 0 ? 0 : (sentence.segment.tokens[sentence.first - 1]?.end ?? 0),
      sentence.segment.tokens[sentence.last + 1]?.start,
    )
    const isProse = sentence.segment.artifact === undefined
    const said = words.join(' ')
    const guard: Guard | null =
      addressed.has(key) || roleTag.test(raw)
        ? 'addresses-grader'
        : hidden.test(raw) || encodedRun.test(raw)
          ? 'hidden-characters'
          : isProse && words.length >= 6 && seen.has(said)
            ? 'repeated'
            : isProse && words.length >= 8 && echoes(words, sentence.segment.turn, heard)
              ? 'echo'
              : isProse && !verbs.has(key) && listsTerms(sentence, words)
                ? 'list-of-terms'
                : null
    seen.add(said)
    if (guard !== null)
      out.push({ guard, turn: sentence.segment.turn, segment: sentence.segment.order, sentence: sentence.sentence })
  }
  spreadBetween(out)
  const keys = new Set(out.map((one) => keyOf(one.segment, one.sentence)))
  return {
    out,
    isOut: (segment, sentence) => keys.has(keyOf(segment, sentence)),
    share: sentences.length === 0 ? 0 : keys.size / sentences.length,
  }
}

const keyOf = (segment: number, sentence: number): number => segment * 2 ** 32 + sentence
// White space is looked for inside one line and one way only: a pasted page of blank lines must not hold up the server.
const roleTag =
  /<\|?\/?(im_start|im_end|system|assistant|user|candidate|interviewer|transcript|endoftext)\b|\[\/?INST\]|(^|\n)[^\S\n]*(#+[^\S\n]*)?(system|assistant)[^\S\n]*:/i
/** Zero-width characters, bidirectional controls, tags: nobody types them in an answer. */
const hidden = /[\u200B\u2060-\u2064\u202A-\u202E\u2066-\u2069\uFEFF\u{E0000}-\u{E007F}]/u
/** A line of "=" or "/" across a page of code is no encoded text. */
const encodedRun = /(?=[+/=]{0,79}[A-Za-z0-9])[A-Za-z0-9+/=]{80,}/

function sentenceKeys(
  segments: readonly TokenisedSegment[],
  found: readonly { segment: number; first: number }[],
): ReadonlySet<number> {
  return new Set(found.map((at) => keyOf(at.segment, segments[at.segment]?.tokens[at.first]?.sentence ?? 0)))
}

/** What stands between two sentences that address the grader, at most two sentences long, belongs to them. */
function spreadBetween(out: Guarded[]): void {
  const addressing = out.filter(({ guard }) => guard === 'addresses-grader')
  for (const [at, one] of addressing.entries()) {
    const next = addressing[at + 1]
    if (next === undefined || next.segment !== one.segment || next.sentence - one.sentence > 3) continue
    for (let between = one.sentence + 1; between < next.sentence; between++) out.push({ ...one, sentence: between })
  }
}

function trigramsBy(said: readonly InterviewerWords[]): Map<string, number> {
  const first = new Map<string, number>()
  for (const { turn, text } of said) {
    const words = tokenise(text).map((token) => token.text)
    for (let at = 0; at + 2 < words.length; at++) {
      const key = `${words[at]} ${words[at + 1]} ${words[at + 2]}`
      if (!first.has(key)) first.set(key, turn)
    }
  }
  return first
}

function echoes(words: readonly string[], turn: number, heard: ReadonlyMap<string, number>): boolean {
  let same = 0
  for (let at = 0; at + 2 < words.length; at++) {
    const said = heard.get(`${words[at]} ${words[at + 1]} ${words[at + 2]}`)
    if (said !== undefined && said < turn) same++
  }
  return same / (words.length - 2) >= 0.7
}

/** Terms in a row: no verb, nothing that relates one to another, several of them. */
function listsTerms(sentence: Sentence, words: readonly string[]): boolean {
  if (words.length < 6) return false
  const clauses = new Set(sentence.segment.tokens.slice(sentence.first, sentence.last + 1).map(({ clause }) => clause)).size
  const content = words.filter(isContentWord).length
  return content / words.length >= 0.8 && (clauses >= 3 || words.length >= 10)
}
