import type { Lexicon } from '#src/domain/lexicon.ts'
import type { Phrases } from '#src/domain/phrases.ts'
import { wordsOfTurn } from './compose-words.ts'
import { inPieces } from './in-pieces.ts'
import { unhurried } from './in-steps.ts'
import type { Interviewer, SpeakEvent, SpeakRequest } from './interviewer.ts'
import { openMoves } from './open-moves.ts'
import { standingInSteps } from './where-we-stand.ts'
import { assertPhrases } from './wording.ts'

export const ruleBasedId = 'rule-based@1'

/**
 * Speaks the favourite move, in words from the guide, the phrases and the candidate's own last turn. Needs no model and no network.
 * Throws a HotseatError at once when a phrase that it needs is missing.
 */
export function ruleBasedInterviewer({ lexicon, phrases }: { lexicon: Lexicon; phrases: Phrases }): Interviewer {
  assertPhrases(phrases)
  return {
    id: ruleBasedId,
    async *speak(request: SpeakRequest): AsyncIterable<SpeakEvent> {
      const standing = await unhurried(standingInSteps(request, { lexicon, phrases }), request.signal)
      if (standing === null) return
      const { favourite } = openMoves(standing.at)
      const options = { request, standing, phrases }
      const text = wordsOfTurn(favourite, options)
      for (const piece of inPieces(text)) {
        if (request.signal.aborted) return
        yield { type: 'words', text: piece }
      }
      if (!request.signal.aborted) yield { type: 'spoken', text, move: favourite, spokenBy: ruleBasedId }
    },
  }
}
