import type { Lexicon } from '#src/domain/lexicon.ts'
import type { TrackId } from '#src/domain/track.ts'
import { readsAsQuestion } from './analyse-turn.ts'
import { matchesAny } from './match-pattern.ts'

/**
 * Whether a candidate's turn may ask for facts of the sheet which its words do not name: it asks something, or wants to be shown or told
 * something. In an incident whoever says what they look at wants to know what is there.
 */
export const mayAskForFacts = (
  text: string,
  { track, lexicon, wanting }: { track: TrackId; lexicon: Lexicon; wanting: readonly string[] },
): boolean =>
  text.trim() !== '' &&
  (track === 'incident' || /[?？؟]/.test(text) || readsAsQuestion(text, lexicon) || matchesAny(wanting, text, lexicon))
