import type { Evidence } from '#src/domain/score.ts'
import { opensAsQuestion } from '#src/evidence/analyse-turn.ts'
import { movesIn } from '#src/scoring/stored-move.ts'
import { answersOf, quoteOf, sentenceAround } from './answers.ts'
import type { HabitFinding, HabitTask } from './habits.ts'

/** So many of one filler in a hundred words are heard; fewer pass. */
const perHundred = 0.5
const mostFillers = 2

/** The same filler `from` times or more, and often for the length. The quote is where it was said the last of these times. */
export function findFiller({ input, from }: HabitTask): HabitFinding[] {
  const filler = input.lexicon.cue('filler')
  const counts = new Map<string, { count: number; at: Evidence }>()
  let words = 0
  for (const { index, words: own } of answersOf(input)) {
    words += own
    const [segment] = index.segments
    for (const { first, last } of index.find(filler, true)) {
      const sentence = segment === undefined ? undefined : sentenceAround(segment, first)
      if (segment === undefined || sentence === undefined) continue
      const phrase = segment.tokens
        .slice(first, last + 1)
        .map(({ text }) => text)
        .join(' ')
      const { count, at } = counts.get(phrase) ?? { count: 0, at: quoteOf(sentence) }
      counts.set(phrase, { count: count + 1, at: count < from ? quoteOf(sentence) : at })
    }
  }
  return [...counts]
    .filter(([, { count }]) => count >= from && (100 * count) / words >= perHundred)
    .sort(([, a], [, b]) => b.count - a.count)
    .slice(0, mostFillers)
    .map(([phrase, { count, at }]) => ({ evidence: at, count, words: phrase.replaceAll(/\bi\b/g, 'I') }))
}

/** Nothing asked in any turn on the question, and no fact told. The candidate's own questions in a wrap-up are about something else. */
export function findNoQuestions({ input, from }: HabitTask): HabitFinding[] {
  const { content, lexicon, turns } = input
  const apart = new Set(content.rubric.phases.filter(({ role }) => role === 'wrap-up').map(({ id }) => id))
  const onTask = new Set(turns.flatMap(({ turn, phase }) => (phase !== undefined && apart.has(phase) ? [] : [turn])))
  if (movesIn(turns).some(({ turn, move }) => move.kind === 'answer' && onTask.has(turn))) return []
  const answers = answersOf(input).filter(({ turn }) => onTask.has(turn))
  const asks = answers.some(({ index, sentences }) => sentences.some((sentence) => opensAsQuestion(sentence, lexicon, index)))
  const first = answers[0]?.sentences[0]
  return asks || first === undefined || answers.length < from ? [] : [{ evidence: quoteOf(first), count: answers.length }]
}
