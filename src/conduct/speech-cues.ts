import type { Lexicon } from '#src/domain/lexicon.ts'
import type { Phrases } from '#src/domain/phrases.ts'
import { patternsIn } from '#src/evidence/match-pattern.ts'

/** Lists of word patterns in rubrics/phrases.yaml that an interviewer's words are judged by. */
export const speechCueNames = [
  'praise',
  'praise-alone',
  'grading',
  'perhaps-grading',
  'error-claimed',
  'leading',
  'perhaps-leading',
  'summary',
  'teaching',
  'protected',
  'inner-notes',
  'fact-aside',
  'complying',
  'changing',
  'time-of-clock',
  'time-of-part',
  'quoting',
  'attributing',
  'acknowledging',
  'requesting',
  'turning',
  'moving-on',
  'format-said',
  'closing',
] as const
export type SpeechCue = (typeof speechCueNames)[number]

/** The words that an interviewer's speech is judged by. */
export interface SpeechCues {
  /** True when a pattern of the list is found in the text. */
  has(cue: SpeechCue, text: string): boolean
}

/** For what is not said in English: the lists hold nothing of it. */
export const noCues: SpeechCues = { has: () => false }

export function speechCues({ phrases, lexicon }: { phrases: Phrases; lexicon: Lexicon }): SpeechCues {
  // One sentence is asked about cue after cue.
  let last = patternsIn('', lexicon)
  return {
    has: (cue, text) => {
      if (last.text !== text) last = patternsIn(text, lexicon)
      return last.matches(phrases[cue] ?? [])
    },
  }
}
