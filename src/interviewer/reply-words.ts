import type { Lexicon } from '#src/domain/lexicon.ts'
import { minutesLeft } from '#src/domain/phase-clock.ts'
import type { Phrases } from '#src/domain/phrases.ts'
import { readsAsQuestion } from '#src/evidence/analyse-turn.ts'
import { matchesAny } from '#src/evidence/match-pattern.ts'
import { sentencesOf } from './quote.ts'
import type { Standing } from './where-we-stand.ts'
import type { Wording } from './wording.ts'

/** What somebody asks about the interview itself, and how many questions they ask beside. */
export interface AskedAtEnd {
  /** How it went. */
  feedback: boolean
  /** How the interviewer would have done it. */
  solution: boolean
  /** Questions about neither. */
  others: number
}

/** What the questions of a turn are about. */
export function askedAtEnd(text: string, { lexicon, phrases }: { lexicon: Lexicon; phrases: Phrases }): AskedAtEnd {
  const asks = (key: string, words = text) => matchesAny(phrases[`${key}-asked`] ?? [], words, lexicon)
  const others = sentencesOf(text).filter(
    (sentence) => readsAsQuestion(sentence, lexicon) && !asks('feedback', sentence) && !asks('solution', sentence),
  )
  return { feedback: asks('feedback'), solution: asks('solution'), others: others.length }
}

/** In the wrap-up, where questions are seldom about the task: each is replied to, and what else there is asked once. */
export function replyWords({ standing, wording }: { standing: Standing; wording: Wording }): string {
  if (standing.asksForTime) return wording.say('time-left', { left: minutesLeft(standing.at.clock) })
  const { feedback, solution, others } = standing.askedAtEnd
  const ofTalk = [...(solution ? ['reply-solution'] : []), ...(feedback ? ['reply-feedback'] : [])]
  const ofCompany = others > 1 ? ['reply-several'] : others === 1 || ofTalk.length === 0 ? ['reply'] : []
  const replies = [...ofTalk, ...ofCompany].map((key) => wording.say(key))
  return replies.map((reply, at) => (at < replies.length - 1 ? withoutQuestion(reply) : reply)).join(' ')
}

const withoutQuestion = (reply: string): string =>
  sentencesOf(reply)
    .filter((sentence) => !sentence.endsWith('?'))
    .join(' ')
