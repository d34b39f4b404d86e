import { matchPatterns } from '#src/evidence/match-pattern.ts'
import { stem } from '#src/evidence/said-before.ts'
import { tellingWords } from '#src/evidence/telling-words.ts'
import { type Answer, answersOf, quoteOf, sentenceAround } from './answers.ts'
import { askedIn } from './asked.ts'
import type { HabitFinding, HabitTask } from './habits.ts'
import { questionAt, type ReviewInput } from './review-input.ts'

/** More words than `from` in one turn, and no question whether to go on. The quote is the sentence in which it became too long. */
export function findLongAnswer({ input, from }: HabitTask): HabitFinding[] {
  const { lexicon, phrases } = input
  return answersOf(input).flatMap(({ words, index, sentences }) => {
    if (words <= from || sentences.some(({ asks }) => asks)) return []
    if (matchPatterns(phrases['check-in'] ?? [], index, lexicon).length > 0) return []
    const segment = index.segments[0]
    const sentence = segment === undefined ? undefined : sentenceAround(segment, Math.floor(from))
    return sentence === undefined ? [] : [{ evidence: quoteOf(sentence), count: words }]
  })
}

/** Takes itself back in the first sentence. A first sentence with a figure in it is an estimate, and is called one. */
export function findHedgeFirst({ input, from }: HabitTask): HabitFinding[] {
  const { lexicon } = input
  return answersOf(input).flatMap(({ words, index, sentences }) => {
    const [first] = sentences
    if (first === undefined || words < from || first.asks) return []
    const tokens = first.segment.tokens.slice(first.first, first.last + 1)
    if (tokens.some(({ text }) => /^\p{N}/u.test(text))) return []
    const hedge = index.find(lexicon.cue('takes-itself-back'), true).find((one) => one.first <= firstWords)
    if (hedge === undefined || hedge.last > first.last) return []
    const { text, tokens: all } = first.segment
    const said = text.slice(all[hedge.first]?.start, all[hedge.last]?.end).toLowerCase().replaceAll(/\bi\b/g, 'I')
    return [{ evidence: quoteOf(first), count: words, words: said }]
  })
}

/** Later in a sentence a hedge is about one thing in it. */
const firstWords = 4

/** Terms without what they do, more than `from` in a hundred words of one turn; each counts where it is first said. */
export function findJargon({ input, from }: HabitTask): HabitFinding[] {
  const heard = new Set(input.turns.flatMap(({ speaker, text }) => (speaker === 'interviewer' ? acronymsIn(text) : [])))
  const said = new Set<string>()
  return answersOf(input).flatMap((answer) => {
    const terms = unexplainedTerms(answer, input).filter(({ term }) => !heard.has(term) && !said.has(term))
    for (const { term } of terms) said.add(term)
    const rate = (100 * terms.length) / answer.words
    const [first] = terms
    if (first === undefined || answer.words < fewestWords || rate <= from) return []
    const names = [...new Set(terms.map(({ name }) => name))].slice(0, mostNamed).join(', ')
    return [{ evidence: quoteOf(first.sentence), count: Math.round(rate), words: names }]
  })
}

const fewestWords = 60
const mostNamed = 6
const acronym = /\b[A-Z][A-Z0-9]{1,6}s?\b|\b[A-Z]?[a-z]+[A-Z][A-Za-z]*\b/g
const acronymsIn = (text: string): string[] => (text.match(acronym) ?? []).map((term) => term.toLowerCase())

function unexplainedTerms({ text, index, sentences }: Answer, { lexicon }: ReviewInput) {
  const plain = new Set(
    lexicon.cue('plain-term').phrases.map(({ words }) => words.map((word) => ('text' in word ? word.text : '')).join(' ')),
  )
  const [segment] = index.segments
  const found: { term: string; name: string; at: number }[] = []
  for (const match of text.matchAll(acronym)) found.push({ term: match[0].toLowerCase(), name: match[0], at: match.index })
  for (const { first, last } of index.find(lexicon.cue('named-tool'), true)) {
    const [start, end] = [segment?.tokens[first]?.start ?? 0, segment?.tokens[last]?.end ?? 0]
    found.push({ term: text.slice(start, end).toLowerCase(), name: text.slice(start, end), at: start })
  }
  const explained = new Set(index.find(lexicon.cue('explains-term'), true).map(({ first }) => segment?.tokens[first]?.sentence))
  const once = new Map<string, { term: string; name: string; sentence: Answer['sentences'][number] }>()
  for (const { term, name, at } of found.sort((a, b) => a.at - b.at)) {
    const sentence = sentences.find(
      ({ segment: { tokens }, first, last }) => at >= (tokens[first]?.start ?? 0) && at < (tokens[last]?.end ?? 0),
    )
    if (sentence === undefined || plain.has(term) || explained.has(sentence.sentence) || once.has(term)) continue
    once.set(term, { term, name, sentence })
  }
  return [...once.values()]
}

/** A follow-up whose answer has no word of what was asked, nor of the check that it was after. Saying that one does not know is an answer. */
export function findDodged({ input, from }: HabitTask): HabitFinding[] {
  const { lexicon } = input
  return askedIn(input).flatMap(({ turn, move, check, answer: answered }) => {
    const isQuestion = move === null || move === 'probe' || move === 'challenge'
    const answer = answersOf(input).find((one) => one.turn === answered?.turn)
    if (!isQuestion || answer === undefined || answered?.verdict === 'yes' || answered?.verdict === 'partly') return []
    const [first] = answer.sentences
    if (first === undefined || answer.words < from || answer.sentences.some(({ asks }) => asks)) return []
    const cue = (name: string) => answer.index.find(lexicon.cue(name), true).length > 0
    if (cue('stall') || cue('repeat') || cue('hint') || cue('done')) return []
    const wanted = tellingWords(input.turns[turn - 1]?.text ?? '')
    const terms =
      questionAt(input, turn)?.checks.find(({ result }) => result.check === check?.check)?.terms.all ?? new Set<string>()
    if (wanted.size + terms.size < fewestTerms) return []
    const shares = answer.index.segments.some(({ tokens }) =>
      tokens.some(({ text }) => wanted.has(stem(text)) || terms.has(stem(text))),
    )
    return shares ? [] : [{ evidence: quoteOf(first), count: answer.words }]
  })
}

/** A question of fewer telling words is answered in others. */
const fewestTerms = 6
