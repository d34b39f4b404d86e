import type { Lexicon } from '#src/domain/lexicon.ts'
import { compileLexicon } from './compile-pattern.ts'
import { indexText } from './text-index.ts'
import { tokeniseSegments } from './tokenise-segments.ts'

/** Up to this many words with a question mark are a guess rather than a question, unless they open as one. */
const longestGuess = 3
/** Up to this many words somebody who says not to know guesses at most. */
const longestUnsure = 25

const opensQuestion = new Set(
  (
    'how what which who whom whose when where why is are was were am do does did can could will would should shall may must has have had any ' +
    'anything isnt arent'
  ).split(' '),
)
const joins = new Set(['and', 'or', 'but', 'so', 'then', 'well', 'also', 'ok', 'okay', 'hm', 'hmm', 'um', 'uh'])

/**
 * True for words that, put to somebody who asked something, try an answer with a question mark: "strings?", "Or, I don't know, a heap?". What
 * opens as questions do asks: "how many users?", "not sure, can k be zero?".
 */
export function triesAnswer(text: string, source: Lexicon): boolean {
  const lexicon = compileLexicon(source)
  const segments = tokeniseSegments([{ turn: 1, text }])
  const index = indexText(segments, { lexicon })
  const tokens = segments[0]?.tokens ?? []
  const stalls = index.find(lexicon.cue('stall'), true)
  const isGuess = tokens.length <= longestGuess || (tokens.length <= longestUnsure && stalls.length > 0)
  if (!isGuess) return false
  const openings = index.find(lexicon.cue('question'), true)
  const opens = (at: number): boolean => opensQuestion.has(tokens[at]?.text ?? '') || openings.some(({ first }) => first === at)
  return !tokens.some((token, at) => {
    const before = tokens[at - 1]
    const begins = before === undefined || before.sentence !== token.sentence || before.clause !== token.clause
    let first = at
    while (begins && joins.has(tokens[first]?.text ?? '')) first++
    // After "I'm not sure" a question may follow without a comma.
    const follows = stalls.some(({ last }) => last === at - 1)
    return (begins && opens(first)) || (follows && opens(at))
  })
}
