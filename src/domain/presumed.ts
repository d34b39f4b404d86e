import { keepRecent } from './keep-recent.ts'
import type { Presuming } from './lexicon.ts'

/** Words of which any names a part of a solution; `*` ends one that may go on. */
export type PartNames = readonly string[]

/** What a question takes for given. */
export interface Presumed {
  /** Any of them names it. */
  names: PartNames
  /** The candidate's own: that there is one in the question makes it nobody's. */
  own: boolean
}

/** So many words after "the" or "your" may name something. */
const longestName = 3
const wordOrMark = /[\p{L}\p{N}]+|[.,;:?!{"]/gu
const pointing = new Set(['the', 'your', 'that', 'this', 'these', 'those'])
/** Before "your": what one would have, whether or not one has it. */
const imagining = new Set(['would', 'should', 'could', 'might'])
const ending = new Set(
  'a an the your that this these those of in on at by to for from with is are was were do does did has have had can could will would should must may might be been and or but not if when while which who where what how than as so then there it they you we s'.split(
    ' ',
  ),
)

/**
 * What a question takes for given: a part of a solution ("the queue"), and whatever it calls the candidate's own ("your limit"). Not what the question brings up itself before ("Two threads share a map. What about that map?"), nor what it only imagines ("what would your code do").
 */
export function presumedIn(ask: string, presuming: Presuming): readonly Presumed[] {
  const read = readers.get(presuming) ?? keepRecent((one) => presumedBy(one, presuming))
  readers.set(presuming, read)
  return read(ask)
}

/** The questions of a bank are asked about anew with every turn. */
const readers = new WeakMap<Presuming, (ask: string) => readonly Presumed[]>()

function presumedBy(ask: string, { parts, anybodys }: Presuming): Presumed[] {
  const words = wordsOf(ask)
  return words.flatMap((word, at) => {
    if (!pointing.has(word) || (word === 'your' && imagining.has(words[at - 1] ?? ''))) return []
    const isOwn = word === 'your'
    const name = nameAt(words, at + 1)
    if (isOwn && name.some((one) => isOneOf(one, anybodys))) return []
    const meant = parts.filter(({ part, own }) => (isOwn || own !== true) && name.some((one) => isOneOf(one, part)))
    const asParts = meant.map(({ part, named = [] }) => [...part, ...named])
    const isNew = isOwn && meant.length === 0 && name.length > 0
    const before = words.slice(0, at)
    const presumed = [...asParts, ...(isNew ? [name.map(beginningOf)] : [])]
    return presumed.filter((names) => !isNamed(names, before)).map((names) => ({ names, own: isOwn }))
  })
}

/** Whether a text says any of the words that name a part. */
export function namedIn(text: string): (names: PartNames) => boolean {
  const words = [...new Set(wordsOf(text))]
  return (names) => isNamed(names, words)
}

const wordsOf = (text: string): string[] => text.toLowerCase().match(wordOrMark) ?? []

function nameAt(words: readonly string[], from: number): string[] {
  const next = words.slice(from, from + longestName)
  const end = next.findIndex((word) => ending.has(word) || !/[\p{L}\p{N}]/u.test(word))
  return end < 0 ? next : next.slice(0, end)
}

const isNamed = (names: PartNames, words: readonly string[]): boolean => words.some((word) => isOneOf(word, names))
const isOneOf = (word: string, names: PartNames): boolean =>
  names.some((name) => (name.endsWith('*') ? word.startsWith(name.slice(0, -1)) : word === name))

/** Enough of a word to know it again in another form. */
const lettersOfBeginning = 5
const beginningOf = (word: string): string => `${word.replace(/(?<=..)s$/, '').slice(0, lettersOfBeginning)}*`
