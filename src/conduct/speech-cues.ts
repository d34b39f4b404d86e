import type { Lexicon } from '#src/domain/lexicon.ts'
import type { Phrases } from '#src/domain/phrases.ts'
import { patternsIn } from '#src/evidence/match-pattern.ts'
import { tellingWords } from '#src/evidence/telling-words.ts'

/** Lists of word patterns in rubrics/phrases.yaml that an interviewer's words are judged by. */
export const speechCueNames = [
  'praise',
  'praise-alone',
  'appraising',
  'appraised',
  'grading',
  'perhaps-grading',
  'error-claimed',
  'leading',
  'perhaps-leading',
  'checking-in',
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
  'asking',
  'turning',
  'talking',
  'own-way',
  'moving-on',
  'format-said',
  'closing',
] as const
export type SpeechCue = (typeof speechCueNames)[number]

/** The words that an interviewer's speech is judged by. */
export interface SpeechCues {
  /** True when a pattern of the list is found in the text. */
  has(cue: SpeechCue, text: string): boolean
  /** True when the text carries no word but those of the lists; `heard`: stems that it may carry as well. */
  saysOnly(cues: readonly SpeechCue[], text: string, heard?: ReadonlySet<string>): boolean
}

/** For what is not said in English: the lists hold nothing of it. */
export const noCues: SpeechCues = { has: () => false, saysOnly: () => false }

export function speechCues({ phrases, lexicon }: { phrases: Phrases; lexicon: Lexicon }): SpeechCues {
  // One sentence is asked about cue after cue.
  let last = patternsIn('', lexicon)
  return {
    has: (cue, text) => {
      if (last.text !== text) last = patternsIn(text, lexicon)
      return last.matches(phrases[cue] ?? [])
    },
    saysOnly: (cues, text, heard = nothing) => {
      const lists = [heard, ...cues.map((cue) => wordsOfList(phrases[cue] ?? []))]
      return [...tellingWords(text)].every((word) => lists.some((list) => list.has(word)))
    },
  }
}

const nothing: ReadonlySet<string> = new Set()
const known = new WeakMap<readonly string[], ReadonlySet<string>>()

function wordsOfList(patterns: readonly string[]): ReadonlySet<string> {
  const words = known.get(patterns) ?? tellingWords(patterns.join(' '))
  known.set(patterns, words)
  return words
}
