import type { TurnAnalysis } from '#src/evidence/analyse-turn.ts'
import { type EndsFor, longestPlea } from './ends-for.ts'
import { sentencesOf } from './quote.ts'
import type { LastAnswer } from './standpoint.ts'

/** Up to this many words a turn can be nothing but a question, however much it touches on the way. */
export const longestQuestion = 60
/** Up to this many words a turn can be nothing but a greeting. */
const longestGreeting = 10

/** Whether word patterns of the phrases are met, by the turn or by some words of it. */
export type Asks = (key: string, words?: string) => boolean

/** What a turn is, by its words and what they show: an answer where it is nothing else. */
export function kindOf(options: {
  analysis: TurnAnalysis
  text: string
  facts: readonly string[]
  showsSomething: boolean
  asks: Asks
  ends: EndsFor
  /** Its last sentence wants the next part. */
  wantsOn: boolean
  /** A question had been put: whoever says yes to it is not only ready for one. */
  answers: boolean
  /** It only takes note of what was put. */
  acknowledges: boolean
  /** Its question mark stands behind an answer. */
  tries: boolean
}): LastAnswer['kind'] {
  const { analysis, text, facts, showsSomething, asks, ends } = options
  const substance = showsSomething && analysis.words > longestQuestion
  const short = analysis.words <= longestQuestion
  if ((analysis.words <= longestPlea && !showsSomething && asks('time-asked')) || ends.time) return 'asks-time'
  if (analysis.asksToRepeat && short && !showsSomething && !analysis.addressesGrader) return 'repeat'
  if ((analysis.asksForHint && short) || ends.hint) return 'hint-request'
  if ((analysis.addressesGrader || analysis.asksForAnswer || analysis.offTopic) && !substance) return 'off-limits'
  if (ends.need === 'plea') return 'off-limits'
  // What somebody does not know beside what they showed may be a figure.
  if (ends.need === 'blank' && !showsSomething) return 'stalled'
  // Several questions in a longer turn are asked all the same.
  if (analysis.questions > 1 && facts.length > 1) return 'question'
  if (options.wantsOn && facts.length === 0) return 'done'
  const endsAsking = /[?？؟]["'”’)\s]*$/.test(text)
  if (analysis.questions > 0 && (endsAsking || short)) {
    if (facts.length > 0 && !(options.answers && checksBack(text, asks))) return 'question'
    const asksMeaning = endsAsking && short && facts.length === 0 && !showsSomething && asks('meaning-asked')
    if (options.answers && (asksMeaning || checksMeaning(text, asks))) return 'repeat'
    if (endsAsking && asks('leave-asked')) return 'asks-leave'
    if (endsAsking && !options.tries && !asks('check-in')) return 'question'
  }
  if (!options.answers && analysis.words <= longestGreeting && !showsSomething && asks('ready-said')) return 'asks-leave'
  if ((analysis.stalled || (options.answers && options.acknowledges)) && !showsSomething) return 'stalled'
  return analysis.done ? 'done' : 'answer'
}

const longestCheckBack = 6
const fewestBehind = 12
const asksInForm =
  /^(?:(?:and|so|but|ok|okay),? )?(?:how|what|when|who|where|why|is|are|do|does|did|can|could|should|would|will|must|may)\b/i

/** "There = Postgres? As above, …": makes sure of what was meant, and answers. */
function checksBack(text: string, asks: Asks): boolean {
  const [first = '', ...others] = sentencesOf(text)
  const behind = others.join(' ')
  const isShort = !asksInForm.test(first) && first.split(/\s+/).length <= longestCheckBack
  return (
    first.endsWith('?') &&
    (isShort || asks('meaning-checked', first)) &&
    !behind.includes('?') &&
    behind.split(/\s+/).length >= fewestBehind
  )
}

/** Every sentence makes sure what the question means: "Do you mean the writes?" */
export function checksMeaning(text: string, asks: Asks): boolean {
  const sentences = sentencesOf(text)
  return sentences.length > 0 && sentences.every((sentence) => sentence.endsWith('?') && asks('meaning-checked', sentence))
}
