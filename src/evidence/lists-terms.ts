import { isContentWord, type Sentence, wordsOf } from './read-sentences.ts'
import { isNumber } from './tokenise.ts'

/** Connectives, which connect nothing while no verb says what is so. */
const connective = new Set(['because', 'since', 'so', 'then', 'therefore'])
/** Terms in a row that no sentence needs, whatever verb stands beside them. */
const longestRow = 16
const fewestFigures = 5

/** Signs that say in notes what a verb says in a sentence: "miss -> read the database", "2 servers * 100 = 200". */
const relates = /→|↔|[-=]>|[<>=]/

/** Terms or figures in a row that nothing relates to one another. */
export function listsTerms(sentence: Sentence, hasVerb: boolean): boolean {
  const words = wordsOf(sentence)
  if (words.length < 6) return false
  const clauses = new Set(sentence.segment.tokens.slice(sentence.first, sentence.last + 1).map(({ clause }) => clause)).size
  if (clauses >= longestRow && words.length / clauses <= 1.5) return true
  if (listsFigures(words)) return true
  if (hasVerb || relates.test(textOf(sentence))) return false
  const told = words.filter((word) => !connective.has(word))
  const terms = told.filter((word) => isContentWord(word) || isNumber(word)).length
  return terms / told.length >= 0.8 && (clauses >= 3 || words.length >= 10)
}

const textOf = ({ segment, first, last }: Sentence): string =>
  segment.text.slice(segment.tokens[first]?.start, segment.tokens[last]?.end)

/** "5 ms and 10 thousand and 99 percent ...": many figures, each with its unit, and hardly a word on what they are of. */
function listsFigures(words: readonly string[]): boolean {
  let figures = 0
  let rest = 0
  words.forEach((word, at) => {
    const before = words[at - 1] ?? ''
    if (isNumber(word)) figures += isNumber(before) ? 0 : 1
    else if (!isNumber(before) && before !== 'per' && word !== 'per' && word !== 'and' && word !== 'or') rest++
  })
  return figures >= fewestFigures && rest <= 3
}
