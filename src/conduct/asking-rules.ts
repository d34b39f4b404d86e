import { analyseTurn } from '#src/evidence/analyse-turn.ts'
import { checkAskedIn, type Heard, type ReadSitting } from './heard.ts'
import { byQuestion, type Finding } from './rule.ts'
import { plain } from './said-so-far.ts'
import { stemsOf, unquoted } from './sentence-rules.ts'
import { wordsIn } from './sentence-splitter.ts'

/** Said again by their nature, or not asked about the task. */
const asksNothingNew: ReadonlySet<string> = new Set([
  'open',
  'repeat',
  'listen',
  'steer',
  'nudge',
  'reply',
  'hint',
  'answer',
  'close',
  'unknown',
])

/** The same question, or nearly the same, about the same part of the interview, though it was answered. */
export function findAskedAgain({ heard, words }: ReadSitting): Finding[] {
  const asking = heard.map((turn, at) => ({ turn, ask: askOf(turn), answer: heard[at + 1]?.answer ?? '' }))
  return asking.flatMap(({ turn, ask }, at) => {
    if (ask === null || isUnsure(turn)) return []
    const earlier = asking.slice(0, at).find((one) => {
      if (one.ask === null || one.turn.question !== turn.question || one.turn.interrupted || isUnsure(one.turn)) return false
      return isSame(one.ask, ask) && isAnswer(one.answer, words)
    })
    return earlier === undefined ? [] : byQuestion(turn, `Asked before, in turn ${earlier.turn.turn}.`)
  })
}

const isUnsure = ({ move }: Heard): boolean =>
  move !== null && (asksNothingNew.has(move.kind) || (move.kind === 'probe' && move.probe === 'recover'))

const longestAside = 6

/** What a turn asks: its question with what leads to it, without an acknowledgement or a quotation before. Null when it asks nothing. */
function askOf({ sentences }: Heard): Ask | null {
  if (!sentences.some(({ asks }) => asks)) return null
  const text = sentences
    .filter((one) => one.asks || !(wordsIn(one.text) <= longestAside || unquoted(one.text) !== one.text))
    .map((one) => unquoted(one.text))
    .join(' ')
  return { words: wordsIn(text), plain: plain(text), stems: stemsOf(text) }
}

interface Ask {
  words: number
  plain: string
  stems: ReadonlySet<string>
}

const fewestWords = 4
const fewestStems = 5
const shareOfStems = 0.8

function isSame(one: Ask, other: Ask): boolean {
  if (one.plain === other.plain) return one.words >= fewestWords
  const [a, b] = [one.stems, other.stems]
  const shared = [...a].filter((stem) => b.has(stem)).length
  return Math.min(a.size, b.size) >= fewestStems && shared >= shareOfStems * new Set([...a, ...b]).size
}

/** Somebody who asks back, wants it again or does not know has not answered yet. */
function isAnswer(text: string, { lexicon }: ReadSitting['words']): boolean {
  if (text.trim() === '' || /\?["'”’)\s]*$/.test(text)) return false
  const { asksToRepeat, asksForHint, stalled } = analyseTurn(text, lexicon)
  return !asksToRepeat && !asksForHint && !stalled
}

const mostProbes = 2

/** More than two probes on one check of a question. */
export const findThirdProbes = ({ heard }: ReadSitting): Finding[] =>
  probesIn(heard).flatMap(({ turn, count }) =>
    count > mostProbes ? byQuestion(turn, `Probe ${count} on the same point; after ${mostProbes} one moves on.`) : [],
  )

/** The turns that ask about a check, and the how manieth on it each is, counted from 1. */
function probesIn(heard: readonly Heard[]): { turn: Heard; check: string; count: number }[] {
  const asked = new Map<string, number>()
  return heard.flatMap((turn) => {
    const check = checkAskedIn(turn)
    if (check === null) return []
    const key = `${turn.question} ${check}`
    const count = (asked.get(key) ?? 0) + 1
    asked.set(key, count)
    return [{ turn, check, count }]
  })
}

/** Those of them that are not too many already. */
export const allowedProbesIn = (heard: readonly Heard[]): { turn: Heard; check: string }[] =>
  probesIn(heard).filter(({ count }) => count <= mostProbes)
