import type { Evidence } from '#src/domain/score.ts'
import { shortestQuote } from '#src/evidence/quote-for.ts'
import type { TokenisedSegment } from '#src/evidence/text-index.ts'
import { tokenise } from '#src/evidence/tokenise.ts'
import { tokeniseSegments } from '#src/evidence/tokenise-segments.ts'
import { verifyQuote } from '#src/evidence/verify-quote.ts'
import type { TaskGround } from './task-ground.ts'

/** Words that somebody points at. */
export interface Claim {
  quote: string
  turn?: number | undefined
}

/** Words pointed at that the candidate did say, and the sentences that hold them. */
export interface PointedWords {
  quote: Evidence
  isIn(segment: number, sentence: number): boolean
}

/** Sentences of a long claim that are looked for one by one, when it is not found as a whole. */
const mostSentences = 20

/** Finds words pointed at among the candidate's own; else why they are no evidence, in a plain sentence. */
export function findPointedWords(claim: Claim, read: TaskGround): PointedWords | { refused: string } {
  if (tokenise(claim.quote).length < shortestQuote)
    return { refused: `Point at ${shortestQuote} words of yours or more: fewer say too little to be judged by.` }
  const pieces = [claim.quote, ...claim.quote.split(/(?<=[.!?])\s+|\n+/).slice(0, mostSentences)]
  for (const quote of pieces) {
    const found = verifyQuote({
      claim: { ...claim, quote },
      candidateSaid: read.ground.index.segments,
      interviewerSaid: read.interviewerSaid,
      isOut: read.ground.guards.isOut,
    })
    if (found !== null) return pointedAt(found, claim, read)
  }
  return { refused: whyNot(claim, read) }
}

/** The whole of what was pointed at when it stands there word for word; else the part that was found. */
function pointedAt(quote: Evidence, claim: Claim, read: TaskGround): PointedWords {
  const segment = read.ground.index.segments.find((one) => one.turn === quote.turn && one.artifact === quote.artifact)
  const whole = claim.quote.trim()
  const at = segment?.text.indexOf(whole) ?? -1
  const span = at < 0 ? quote : { start: Math.min(at, quote.start), end: Math.max(at + whole.length, quote.end) }
  const sentences = new Set(
    segment?.tokens.filter(({ start, end }) => start < span.end && end > span.start).map(({ sentence }) => sentence),
  )
  return { quote, isIn: (order, sentence) => order === segment?.order && sentences.has(sentence) }
}

function whyNot(claim: Claim, { ground, interviewerSaid, turns }: TaskGround): string {
  const isSaid = (by: { candidateSaid: readonly TokenisedSegment[]; heard: typeof interviewerSaid }) =>
    verifyQuote({ claim, candidateSaid: by.candidateSaid, interviewerSaid: by.heard, isOut: () => false }) !== null
  const own = ground.index.segments
  if (isSaid({ candidateSaid: own, heard: interviewerSaid }))
    return 'These words are no evidence by themselves: they repeat what was said, only list terms, or talk to whoever grades.'
  if (isSaid({ candidateSaid: own, heard: [] })) return 'The interviewer had said these words before you did.'
  const interviewers = tokeniseSegments(
    turns.filter(({ speaker }) => speaker === 'interviewer').map(({ turn, text }) => ({ turn, text })),
  )
  if (isSaid({ candidateSaid: interviewers, heard: [] })) return 'These are the interviewer’s words, not yours.'
  return 'These words are not in what you said to this question. Copy them from your own turns in the transcript.'
}
