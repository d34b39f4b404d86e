import type { Phrases } from '#src/domain/phrases.ts'
import type { Interviewer, SpeakEvent, SpeakRequest } from './interviewer.ts'
import type { Observer } from './observer.ts'
import { inEnglishOnly } from './with-stand-in.ts'
import { assertPhrases, wordingOf } from './wording.ts'

/** Why the model is not asked any more, as a sentence; null while it may be. */
type Reached = (interviewId: string) => Promise<string | null>

interface Budgeted {
  standIn: Interviewer
  reached: Reached
  phrases: Phrases
}

/** Lets `standIn` take every turn once a limit is reached, and says so; `primary` is not asked then. */
export function withinBudget(primary: Interviewer, { standIn, reached, phrases }: Budgeted): Interviewer {
  assertPhrases(phrases)
  return {
    id: primary.id,
    async *speak(request: SpeakRequest): AsyncIterable<SpeakEvent> {
      let limit: string | null
      try {
        limit = await reached(request.interview.id)
      } catch (error) {
        yield { type: 'failed', message: error instanceof Error ? error.message : String(error) }
        return
      }
      if (request.signal.aborted) return
      if (limit === null) return yield* primary.speak(request)
      const words = wordingOf({ phrases, interview: request.interview, count: 0 }).say('stand-in')
      yield { type: 'restart', notice: [limit, words, inEnglishOnly(request, phrases)].join(' ').trim() }
      yield* standIn.speak(request)
    },
  }
}

/** Notes nothing once a limit is reached. */
export const observingWithinBudget = (observer: Observer, reached: Reached): Observer => ({
  observe: async (request) => ((await reached(request.interview.id)) === null ? await observer.observe(request) : null),
})
