import type { CompiledLexicon } from './compile-pattern.ts'
import type { Match } from './match-pattern.ts'
import { sentencesOf } from './read-sentences.ts'
import type { Occurrence, TextIndex } from './text-index.ts'

/**
 * True for a passage that stands in a sentence which leaves the answer to the interviewer: "Just tell me whether it should be a lease", "Should I
 * worry about retries?". Who asks for it has not said it; what somebody asks about the task is another thing.
 */
export function asksInterviewer(index: TextIndex, lexicon: CompiledLexicon): (match: Match) => boolean {
  const pleas = ['answer', 'verdict'].flatMap((cue) => index.find(lexicon.cue(cue), true))
  const choices = index.find(lexicon.cue('asks-to-decide'), true)
  if (pleas.length + choices.length === 0) return () => false
  const asking = new Set(
    sentencesOf(index.segments)
      .filter((sentence) => {
        const { segment, first, last, asks } = sentence
        const holds = ({ segment: at, first: from, last: to }: Occurrence) => at === segment.order && from >= first && to <= last
        return pleas.some(holds) || (asks && choices.some(holds))
      })
      .map(({ segment, sentence }) => `${segment.order} ${sentence}`),
  )
  const isOf = (match: Match, at: number) => asking.has(`${match.segment.order} ${match.segment.tokens[at]?.sentence}`)
  // Who looks for the asking itself, such as for an offer of what comes next, has found it.
  const looksForIt = ({ segment, words }: Match) =>
    choices.some((at) => at.segment === segment.order && words.includes(at.first) && words.includes(at.first + 1))
  return (match) => (isOf(match, match.first) || isOf(match, match.last)) && !looksForIt(match)
}
