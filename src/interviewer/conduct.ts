import { wordsIn } from './sentence-splitter.ts'

/** What a sentence of the model's would do that an interviewer must not. */
export type Breach =
  | 'second question'
  | 'praise or grading'
  | 'giving the answer away'
  | 'a leading question'
  | 'a summary of what was said'
  | 'too long'
  | 'markup or a list'
  | 'a time that was not given'

export interface ConductRules {
  maxWords: number
  /** Whole minutes that may be named. */
  minutes: readonly number[]
  /** Texts of the guide that must not be heard now. */
  secrets: readonly string[]
  /** All that has been said in the interview, and what this move may say: words in it give nothing away. */
  known: string
  isPraise: (sentence: string) => boolean
  /** Asks for a nod: it holds the answer. */
  isLeading: (question: string) => boolean
  /** Tells the candidate what they said. */
  isSummary: (opening: string) => boolean
}

export interface ConductGate {
  /** The rule that the next sentence breaks, or null: then it is counted as spoken. */
  breachOf(sentence: string): Breach | null
}

/** Watches one utterance, sentence by sentence, before it is shown. */
export function conductGate(rules: ConductRules): ConductGate {
  const known = stemsOf(rules.known)
  let words = 0
  let questions = 0
  return {
    breachOf: (sentence) => {
      const asked = sentence.match(/\?/g)?.length ?? 0
      if (/(^|\n)\s*([-*#•]|\d+[.)])\s|\*\*|```/.test(sentence)) return 'markup or a list'
      if (questions + asked > 1) return 'second question'
      if (rules.isPraise(sentence)) return 'praise or grading'
      if (asked > 0 && rules.isLeading(sentence)) return 'a leading question'
      if (asked === 0 && rules.isSummary(openingOf(sentence))) return 'a summary of what was said'
      if (namesOtherTime(sentence, rules.minutes)) return 'a time that was not given'
      if (rules.secrets.some((secret) => givesAway(sentence, { secret, known }))) return 'giving the answer away'
      if (words + wordsIn(sentence) > rules.maxWords) return 'too long'
      words += wordsIn(sentence)
      questions += asked
      return null
    },
  }
}

/** A summary shows in its first words; the same words further on are part of a sentence about something else. */
const openingOf = (sentence: string): string => sentence.split(/\s+/).slice(0, 4).join(' ')

/** "12 minutes left": only times of the interview itself are meant, so a minute must be near a word of the clock. */
function namesOtherTime(sentence: string, minutes: readonly number[]): boolean {
  if (!/\b(left|remain\w*|we have|you have|to the end|spend)\b/i.test(sentence)) return false
  const named = [...sentence.matchAll(/\b(\d+)\s*(?:-\s*)?min(?:ute)?s?\b/gi)].map((match) => Number(match[1]))
  return named.some((minute) => !minutes.includes(minute))
}

/** Words that only the secret holds must recur in number before it counts: four of them, and most of what it says. */
const fewestSharedStems = 4
const shareGivenAway = 0.6

function givesAway(sentence: string, { secret, known }: { secret: string; known: ReadonlySet<string> }): boolean {
  const telling = [...stemsOf(secret)].filter((stem) => !known.has(stem))
  const heard = stemsOf(sentence)
  const shared = telling.filter((stem) => heard.has(stem)).length
  return shared >= fewestSharedStems && shared >= telling.length * shareGivenAway
}

/** Words of four letters and more, cut to six: "redirects" and "redirected" are one. */
const stemsOf = (text: string): Set<string> =>
  new Set((text.toLowerCase().match(/\p{L}{4,}/gu) ?? []).map((word) => word.slice(0, 6)))
