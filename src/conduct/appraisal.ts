import { plain } from './said-so-far.ts'
import { wordsIn } from './sentence-splitter.ts'
import type { SpeechCues } from './speech-cues.ts'

/** In more words something is told beside the appraisal. */
const mostWords = 10
const clauseEdge = /[,;:–—]\s+/

/**
 * Whether what is said begins with a clause that appraises and says nothing else: "Good, that covers everything", "a reasonable first cut". What names a
 * thing of its own ("approximate counts are good enough") tells, and what asks for something ("take what is sensible") asks.
 */
export function appraises(said: string, cues: SpeechCues): boolean {
  for (const clause of said.split(clauseEdge)) {
    if (wordsIn(clause) > mostWords || !cues.saysOnly(['appraising', 'appraised'], clause)) return false
    const isAsked = ['requesting', 'asking'] as const
    if (cues.has('appraising', clause) && !isAsked.some((cue) => cues.has(cue, firstWord(clause)))) return true
  }
  return false
}

const firstWord = (text: string): string => plain(text).trim().split(' ')[0] ?? ''
