import { languageNames } from '#src/domain/language.ts'
import type { Phrases } from '#src/domain/phrases.ts'
import type { Interviewer, SpeakEvent, SpeakRequest } from './interviewer.ts'
import { assertPhrases, wordingOf } from './wording.ts'

/**
 * Lets `standIn` take a turn that `primary` could not speak: what was shown of it is withdrawn with a plain notice, and the stored turn
 * names who spoke. The next turn tries the primary again.
 */
export function withStandIn(primary: Interviewer, standIn: Interviewer, phrases: Phrases): Interviewer {
  assertPhrases(phrases)
  return {
    id: primary.id,
    async *speak(request: SpeakRequest): AsyncIterable<SpeakEvent> {
      for await (const event of primary.speak(request)) {
        if (event.type !== 'failed') {
          yield event
          continue
        }
        if (request.signal.aborted) return
        const wording = wordingOf({ phrases, interview: request.interview, count: 0 })
        const english = inEnglishOnly(request, phrases)
        yield { type: 'restart', notice: [event.message, wording.say('stand-in'), english].join(' ').trim() }
        yield* standIn.speak(request)
        return
      }
    },
  }
}

/** That the rules speak English only, where the interview is held in another language; empty where it is not. */
export function inEnglishOnly({ interview }: Pick<SpeakRequest, 'interview'>, phrases: Phrases): string {
  if (interview.language === 'en') return ''
  const language = languageNames[interview.language].english
  return wordingOf({ phrases, interview, count: 0 }).say('stand-in-english', { language })
}
