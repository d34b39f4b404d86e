import type { CompiledLexicon } from './compile-pattern.ts'
import { isContentWord, type Sentence } from './read-sentences.ts'
import { type InterviewerWords, stem } from './said-before.ts'
import { genericWords } from './says-nothing.ts'
import type { TextIndex } from './text-index.ts'
import { isNumber, tokenise } from './tokenise.ts'

/**
 * The sentences that give the interviewer's last words back in a frame: "So you are asking: how are posts ranked?", "I would do it as you say, with
 * a lease". They hold a phrase that says so, and no word of substance that the interviewer had not just used.
 */
export function sentencesHandedBack(
  sentences: readonly Sentence[],
  index: TextIndex,
  { lexicon, interviewerSaid }: { lexicon: CompiledLexicon; interviewerSaid: readonly InterviewerWords[] },
): ReadonlySet<Sentence> {
  const frames = index.find(lexicon.cue('hands-back'), true)
  if (frames.length === 0) return new Set()
  const generic = genericWords(index, lexicon)
  const handsBack = (sentence: Sentence): boolean => {
    const { segment, first, last } = sentence
    const frame = frames.find((at) => at.segment === segment.order && at.first >= first && at.last <= last)
    if (frame === undefined) return false
    const heard = lastWords(interviewerSaid, segment.turn)
    return segment.tokens.slice(first, last + 1).every(({ text }, at) => {
      const place = first + at
      const isFrame = place >= frame.first && place <= frame.last
      const isOfSubstance = (isContentWord(text) || isNumber(text)) && generic[segment.order]?.has(place) !== true
      return isFrame || !isOfSubstance || heard.has(stem(text))
    })
  }
  return new Set(sentences.filter(handsBack))
}

/** What the interviewer said right before a turn. */
function lastWords(said: readonly InterviewerWords[], turn: number): ReadonlySet<string> {
  const latest = said.findLast((one) => one.turn < turn)
  return new Set(latest === undefined ? [] : tokenise(latest.text).map(({ text }) => stem(text)))
}
