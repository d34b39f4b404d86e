import type { Lexicon } from '#src/domain/lexicon.ts'
import { readsAsQuestion } from './analyse-turn.ts'
import { matchesAny } from './match-pattern.ts'

/**
 * Whether a candidate's turn may ask for facts of the sheet which its words do not name: it asks something, or wants to be shown or told
 * something. Where a running system is looked at (`observed`) whoever says what they look at wants to know what is there.
 */
export const mayAskForFacts = (
  text: string,
  { observed, lexicon, wanting }: { observed: boolean; lexicon: Lexicon; wanting: readonly string[] },
): boolean =>
  text.trim() !== '' && (observed || /[?？؟]/.test(text) || readsAsQuestion(text, lexicon) || matchesAny(wanting, text, lexicon))
