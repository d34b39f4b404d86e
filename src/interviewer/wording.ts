import { speechCueNames } from '#src/conduct/speech-cues.ts'
import type { Phrases } from '#src/domain/phrases.ts'
import type { Persona } from '#src/domain/track.ts'
import { HotseatError } from '#src/errors.ts'

/** Phrases that the interviewer cannot do without; personas may have wordings of their own for any of them. */
const neededKeys = [
  'open questions-one questions-several mode-practice mode-mock acknowledge anchor anchor-none back-to-earlier recover answer-assume',
  'enter-at-work enter-going-on enter-open repeat listen steer nudge hint-0 hint-1 hint-2 hint-3 hint-4 hint-5 hint-none time-left',
  'next-question wrap-up wrap-up-early wrap-up-short reply reply-feedback feedback-asked close-finished close-time-up close-ended-by-candidate',
  'challenge-contradiction told-again leave-asked ready-said check-in stand-in',
]
  .flatMap((line) => line.split(' '))
  .concat(speechCueNames)

/** Throws a HotseatError that names every phrase that is missing. */
export function assertPhrases(phrases: Phrases): void {
  const missing = neededKeys.filter((key) => phrases[key] === undefined)
  if (missing.length > 0) throw new HotseatError(`rubrics/phrases.yaml lacks: ${missing.join(', ')}`)
}

export interface Wording {
  /** One wording of `key` in the persona's tone, its marks filled in. */
  say(key: string, values?: Record<string, string | number>): string
}

/** `count`: utterances before this one; wordings rotate by it, so that no two turns running sound alike. */
export function wordingOf({ phrases, persona, count }: { phrases: Phrases; persona: Persona; count: number }): Wording {
  return {
    say: (key, values = {}) => {
      const wordings = phrases[`${key}-${persona}`] ?? phrases[key] ?? []
      const chosen = wordings[count % wordings.length]
      if (chosen === undefined) throw new HotseatError(`rubrics/phrases.yaml lacks: ${key}`)
      return fillIn(chosen, values)
    },
  }
}

/** Replaces `{name}` marks; a count of one takes the singular with it. */
export function fillIn(text: string, values: Record<string, string | number>): string {
  return text
    .replaceAll(/\{([a-z]+)\}/g, (mark, name: string) => String(values[name] ?? mark))
    .replaceAll(/\b1 minutes\b/g, '1 minute')
}
