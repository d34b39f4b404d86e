import { isEnglish } from '#src/domain/language.ts'
import type { Lexicon } from '#src/domain/lexicon.ts'
import type { Phrases } from '#src/domain/phrases.ts'
import type { Turn } from '#src/domain/turn.ts'
import type { SpeakRequest } from './interviewer.ts'
import { readTurn } from './read-turn.ts'
import { decisionsIn } from './spoken-of.ts'

const wordsOfBeginning = 14
/** Of one turn; the latest of more. */
const mostDecisions = 3

/**
 * What is kept of a candidate's turn that no longer fits into a prompt, as one line of JSON: its decisions and open points, by the observer's
 * notes. Without notes its decisions as the rules find them, and its first words, when the rules found evidence in it or cannot read it. Null for
 * every other turn. Facts told, requirements changed and checks that are open are not in it: the prompt lists them whole.
 *
 * Code keeps this and no model sums it up: the decisions stand in the candidate's own words, so that they may be quoted and nothing in them is
 * invented, and no turn waits for another call.
 */
export function keptOfTurn(
  turn: Turn,
  { request, lexicon, phrases }: { request: SpeakRequest; lexicon: Lexicon; phrases: Phrases },
): string | null {
  if (turn.speaker !== 'candidate') return null
  const notes = request.notes ?? []
  const noted = notes.flatMap(({ decisions }) => decisions.filter((quote) => quote.turn === turn.turn)).map(({ quote }) => quote)
  const openPoints = notes.filter((note) => note.turn === turn.turn).flatMap(({ open }) => open)
  if (noted.length + openPoints.length > 0) return lineOf(turn, { decisions: noted, openPoints })
  if (!isEnglish(request.interview.language)) return lineOf(turn, { began: beginningOf(turn) })
  const began = showsSomething(turn, { request, lexicon, phrases }) ? beginningOf(turn) : ''
  const decisions = decisionsIn(turn.text, lexicon).filter((claim) => !began.includes(claim))
  return lineOf(turn, { began, decisions: decisions.slice(-mostDecisions) })
}

/** Null when nothing of it is kept. */
function lineOf({ turn }: Turn, kept: Record<string, string | readonly string[]>): string | null {
  const held = Object.entries(kept).filter(([, words]) => words.length > 0)
  return held.length === 0 ? null : JSON.stringify({ turn, ...Object.fromEntries(held) })
}

function showsSomething(
  turn: Turn,
  { request, lexicon, phrases }: { request: SpeakRequest; lexicon: Lexicon; phrases: Phrases },
): boolean {
  const { interview, content } = request
  const id = interview.questions[interview.schedule[turn.phase]?.question ?? 0]?.id
  const guide = content.questions.find((question) => question.id === id)?.guide
  return guide !== undefined && readTurn(turn, { guide, rubric: content.rubric, lexicon, phrases }).touched.size > 0
}

function beginningOf({ text }: Turn): string {
  const words = text.split(/\s+/)
  return words.length <= wordsOfBeginning ? text : `${words.slice(0, wordsOfBeginning).join(' ')} […]`
}
