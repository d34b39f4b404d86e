import { speechCueNames } from '#src/conduct/speech-cues.ts'
import type { Interview } from '#src/domain/interview.ts'
import type { Phrases } from '#src/domain/phrases.ts'
import { HotseatError } from '#src/errors.ts'

/** Phrases that the interviewer cannot do without; personas and companies may have wordings of their own for any of them. */
const neededKeys = [
  'open questions-one questions-several mode-practice mode-mock acknowledge anchor anchor-pointing anchor-earlier anchor-thing anchor-none back-to-earlier another-point recover recover-memory recover-opening recover-story answer-assume answer-story answer-company answer-company-none answer-unseen answer-unchanged nothing-seen answer-rest',
  'enter-at-work enter-going-on enter-open enter-told repeat repeat-meant listen listen-intro listen-choice steer nudge nudge-hint wait hint-0 hint-1 hint-1-story hint-2 hint-3 hint-4 hint-5 hint-none time-left question-stands',
  'next-question wrap-up wrap-up-early wrap-up-short reply reply-several reply-feedback feedback-asked reply-solution solution-asked company-asked company-asked-midway listen-wrap-up close-finished close-time-up close-ended-by-candidate',
  'challenge-contradiction told-as-before-first told-as-before-step told-again told-late meaning-checked assumption-said correction-invited fact-wanted looked-for looked-for-later looked-for-asks look-announced leave-asked on-wanted own-move-asked meaning-asked declined time-left-asked ready-said acknowledged time-asked check-in stand-in stand-in-english',
  'setting-startup setting-large-company coach-showed coach-showed-none coach-open coach-open-drill coach-open-none coach-back',
]
  .flatMap((line) => line.split(' '))
  .concat(speechCueNames)

/** Throws a HotseatError that names every phrase that is missing. */
export function assertPhrases(phrases: Phrases): void {
  const missing = neededKeys.filter((key) => phrases[key] === undefined)
  if (missing.length > 0) throw new HotseatError(`rubrics/phrases.yaml lacks: ${missing.join(', ')}`)
}

export interface Wording {
  /** One wording of `key` in the persona's tone, else in the company's; its marks filled in. */
  say(key: string, values?: Record<string, string | number>): string
}

/** So many turns of the interviewer's own are heard again when a wording of them comes back. */
const heardBack = 8

/**
 * `count`: utterances before this one; wordings rotate by it, so that no two turns running sound alike. `said`: what the interviewer said so far,
 * in order; a wording from its last turns comes back only when there is no other.
 */
export function wordingOf(options: {
  phrases: Phrases
  interview: Pick<Interview, 'persona' | 'company'>
  count: number
  said?: readonly string[]
}): Wording {
  const { phrases, interview, count, said = [] } = options
  const recent = said.slice(-heardBack)
  const lastSaid = (words: string): number => recent.findLastIndex((text) => text.includes(words))

  return {
    say: (key, values = {}) => {
      const wordings = phrases[`${key}-${interview.persona}`] ?? phrases[`${key}-${interview.company}`] ?? phrases[key] ?? []
      if (wordings.length === 0) throw new HotseatError(`rubrics/phrases.yaml lacks: ${key}`)
      const turned = wordings.map((_, at) => fillIn(wordings[(count + at) % wordings.length] ?? '', values))
      return turned.reduce((best, next) => (lastSaid(next) < lastSaid(best) ? next : best))
    },
  }
}

/** Replaces `{name}` marks; a count of one takes the singular with it. */
export function fillIn(text: string, values: Record<string, string | number>): string {
  return text
    .replaceAll(/\{([a-z]+)\}/g, (mark, name: string) => String(values[name] ?? mark))
    .replaceAll(/\b1 minutes\b/g, '1 minute')
}
