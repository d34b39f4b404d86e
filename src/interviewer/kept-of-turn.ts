import { isEnglish } from '#src/domain/language.ts'
import type { Lexicon } from '#src/domain/lexicon.ts'
import type { Phrases } from '#src/domain/phrases.ts'
import type { Turn } from '#src/domain/turn.ts'
import type { SpeakRequest } from './interviewer.ts'
import { readTurn } from './read-turn.ts'

const wordsOfBeginning = 14

/**
 * What is kept of a candidate's turn that no longer fits into a prompt, as one line of JSON: what it decided and left open, by the observer's
 * notes; without notes its first words, when the rules found evidence in it or cannot read it. Null for every other turn. Facts told and requirements changed
 * are not in it: the prompt lists them whole.
 */
export function keptOfTurn(
  turn: Turn,
  { request, lexicon, phrases }: { request: SpeakRequest; lexicon: Lexicon; phrases: Phrases },
): string | null {
  if (turn.speaker !== 'candidate') return null
  const notes = request.notes ?? []
  const decided = notes.flatMap(({ decisions }) => decisions.filter((quote) => quote.turn === turn.turn))
  const leftOpen = notes.filter((note) => note.turn === turn.turn).flatMap(({ open }) => open)
  if (decided.length + leftOpen.length > 0)
    return JSON.stringify({
      turn: turn.turn,
      ...(decided.length > 0 && { decided: decided.map(({ quote }) => quote) }),
      ...(leftOpen.length > 0 && { leftOpen }),
    })
  return !isEnglish(request.interview.language) || showsSomething(turn, { request, lexicon, phrases })
    ? JSON.stringify({ turn: turn.turn, began: beginningOf(turn) })
    : null
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
