import { isContentWord, type Sentence, wordsOf } from './read-sentences.ts'
import { isNumber } from './tokenise.ts'

/** Connectives, which connect nothing while no verb says what is so. */
const connective = new Set(['because', 'since', 'so', 'then', 'therefore'])
/** Terms in a row that no sentence needs, whatever verb stands beside them. */
const longestRow = 16
const fewestFigures = 5

/** Signs that say in notes what a verb says in a sentence: "miss -> read the database", "2 servers * 100 = 200". */
const relates = /→|↔|[-=]>|[<>=]/
const leadsTo = /→|[-=]>/
/** A function's head or an import relates names by its form. */
const declares = /^(?:import|from|export|public|private|function|def|func|fn|async)\b.*[({]/

/** Terms or figures in a row that nothing relates to one another. */
export function listsTerms(sentence: Sentence, hasVerb: boolean): boolean {
  const words = wordsOf(sentence)
  if (words.length < 6) return false
  const clauses = new Set(sentence.segment.tokens.slice(sentence.first, sentence.last + 1).map(({ clause }) => clause)).size
  if (clauses >= longestRow && namesInARow(sentence)) return true
  const isRelated = relates.test(textOf(sentence))
  // "put(2), get(1) -> 1": what stands at an arrow is what came out.
  if ((listsFigures(words) && !leadsTo.test(textOf(sentence))) || namesTermByTerm(sentence)) return true
  if (hasVerb || isRelated || declares.test(textOf(sentence)) || tellsUnderLabel(sentence)) return false
  const told = words.filter((word) => !connective.has(word))
  const terms = told.filter((word) => isContentWord(word) || isNumber(word)).length
  return terms / told.length >= 0.8 && (clauses >= 3 || words.length >= 10)
}

/** On average, what stands under a label says which: "oldest ready age per queue". Single terms there are a heap of them. */
const wordsOfItem = 1.5
/** Two are the name of a thing: of some item more is said, or it stands to another by a figure or a small word. */
const wordsThatSay = 3
/** In a label: names are all that there is to say of what is left out. */
const leavingOut = new Set(['not', 'no', 'out', 'without', 'later', 'never'])

/** "Alerts: oldest ready age, error rate above one percent": in notes the colon says what the verb says in a sentence. */
function tellsUnderLabel({ segment, first, last }: Sentence): boolean {
  const { tokens } = segment
  const label = tokens.slice(first, last).findIndex(({ sign }) => sign === ':') + 1
  if (label === 0 || tokens[first]?.clause !== tokens[first + label - 1]?.clause) return false
  const told = tokens.slice(first + label, last + 1)
  const items = [...new Set(told.map(({ clause }) => clause))].map((one) => told.filter(({ clause }) => clause === one))
  const says = items.some(
    (item) => item.length >= wordsThatSay || item.some(({ text }) => isNumber(text) || !isContentWord(text)),
  )
  const leavesOut = tokens.slice(first, first + label).some(({ text }) => leavingOut.has(text))
  return (says || leavesOut) && told.length / items.length >= wordsOfItem
}

/** So many clauses in a row of a word or two each that no sentence needs them, whatever is said before and after. */
export function namesInARow({ segment, first, last }: Sentence): boolean {
  let row = 0
  let words = 0
  for (let at = first; at <= last; at++) {
    words++
    const { clause, text = '' } = segment.tokens[at] ?? {}
    if (isNumber(text)) row = -1
    if (at < last && segment.tokens[at + 1]?.clause === clause) continue
    row = words <= 2 ? row + 1 : 0
    words = 0
    if (row >= longestRow) return true
  }
  return false
}

/** What only brings a term in: "we use", "there is", "it has". */
const bringer = new Set(['i', 'we', 'you', 'it', 'they', 'there', 'theres', 'then', 'also', 'and', 'so', 'plus'])
const naming = new Set(
  'use uses used using have has had is are was were add adds added need needs needed want wants put apply applies include includes support supports theres'.split(
    ' ',
  ),
)
const fewestNamed = 3
const mostlyNamed = 0.75

/** "We use Kafka, there is a cache, it has sharding": clauses of which each brings in one term and none says anything of it. */
function namesTermByTerm({ segment, first, last }: Sentence): boolean {
  const parts: string[][] = []
  for (let at = first; at <= last; at++) {
    const { text = '', clause } = segment.tokens[at] ?? {}
    const begins = clause !== segment.tokens[at - 1]?.clause || text === 'and'
    if (at === first || begins) parts.push([])
    parts.at(-1)?.push(text)
  }
  const named = parts.filter(namesOneTerm).length
  return named >= fewestNamed && named / parts.length >= mostlyNamed
}

function namesOneTerm(part: readonly string[]): boolean {
  const verb = part.findIndex((word) => naming.has(word))
  if (verb === -1 || !part.slice(0, verb).every((word) => bringer.has(word))) return false
  const named = part.slice(verb + 1).filter((word) => isContentWord(word) || isNumber(word))
  return named.length >= 1 && named.length <= 2 && part.length - verb <= 4
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
